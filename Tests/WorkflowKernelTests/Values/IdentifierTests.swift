import Foundation
import Testing
import WorkflowKernel

@Suite struct `An identifier` {
  @Test func `is stored as its text, also as the key of an object`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let table: [AccountID: [ServiceID]] = ["c-1": ["état-civil"], "c-2": []]
    let data = try encoder.encode(table)
    #expect(String(decoding: data, as: UTF8.self) == #"{"c-1":["état-civil"],"c-2":[]}"#)
    #expect(try JSONDecoder().decode([AccountID: [ServiceID]].self, from: data) == table)
  }

  @Test func `is ordered scalar by scalar`() {
    let ids: [AgentID] = ["é", "a10", "b", "Z", "a9", "a", ""]
    #expect(ids.sorted() == ["", "Z", "a", "a10", "a9", "b", "é"])
  }

  @Test func `is printed as its text`() {
    #expect("\(VisitorID("v-1"))" == "v-1")
    #expect(VisitorID(rawValue: "v-1") == "v-1")
  }
}

@Suite struct `A request key` {
  @Test(arguments: ["k", " ", String(repeating: "k", count: 255), String(repeating: "é", count: 127)])
  func `F30: has from 1 to 255 bytes`(text: String) throws {
    #expect(try RequestKey(text).rawValue == text)
    let data = try JSONEncoder().encode([RequestKey(text)])
    #expect(try JSONDecoder().decode([RequestKey].self, from: data).map(\.rawValue) == [text])
  }

  @Test(arguments: ["", String(repeating: "k", count: 256), String(repeating: "é", count: 128)])
  func `F30: is refused when it is empty or longer, also when read`(text: String) throws {
    #expect(throws: InvalidRequestKey.self) { try RequestKey(text) }
    let data = try JSONEncoder().encode([text])
    #expect(throws: (any Error).self) { try JSONDecoder().decode([RequestKey].self, from: data) }
  }

  @Test func `F50: that is refused has a code with a sentence`() throws {
    let error = #expect(throws: InvalidRequestKey.self) { try RequestKey("") }
    #expect(Wordings.kernel[try #require(error).code] != nil)
  }
}
