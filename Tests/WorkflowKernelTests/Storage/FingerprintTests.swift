import Foundation
import Testing
import WorkflowKernel

@Suite struct `A fingerprint` {
  private enum Order: Encodable {
    case cancel
    case close
    case answer(Answer)
  }

  private struct Answer: Encodable {
    var text = "Jean"
    var number = 42
    var ratio = 0.5
    var isFirst = true
    var list = ["a", "b"]
    var table = ["x": 1, "y": 2]
    var instant = Date(timeIntervalSinceReferenceDate: 1)
    var bytes = Data([1, 2])
    var note: String?
    var salt = Drawn("r4nd0m")
  }

  private func fingerprint(of order: some Encodable, under key: String = "k-1") throws -> Fingerprint {
    try Fingerprint(of: order, under: RequestKey(key))
  }

  @Test func `F30: stays what it was in every process and version`() throws {
    let answer = try fingerprint(of: Order.answer(Answer())).description
    let cancel = try fingerprint(of: Order.cancel).description
    #expect(answer == "9b22e11bffc0202e6990f27a26044d3d")
    #expect(cancel == "5c8c2b82a292d8537e08dcff789e97ff")
  }

  @Test func `F30: does not depend on the order in which a dictionary was filled`() throws {
    let names = (0..<200).map { "field-\($0)" }
    let forth = Dictionary(uniqueKeysWithValues: names.map { ($0, $0) })
    var back: [String: String] = [:]
    back.reserveCapacity(5_000)
    for name in names.reversed() { back[name] = name }
    #expect(try fingerprint(of: forth) == fingerprint(of: back))
  }

  @Test func `F30: differs between orders that carry nothing but their name`() throws {
    #expect(try fingerprint(of: Order.cancel) != fingerprint(of: Order.close))
  }

  @Test func `F30: differs when any value of the order differs`() throws {
    let changes: [(inout Answer) -> Void] = [
      { $0.text = "Jeanne" }, { $0.number = 43 }, { $0.number = -42 }, { $0.ratio = 0.25 }, { $0.isFirst = false },
      { $0.list = ["b", "a"] }, { $0.list = ["a"] }, { $0.list = [] }, { $0.table = ["x": 2, "y": 1] },
      { $0.table = [:] }, { $0.table["y"] = nil }, { $0.instant += 0.001 }, { $0.bytes = Data([2, 1]) },
      { $0.note = "" },
    ]
    var seen: Set<Fingerprint> = [try fingerprint(of: Answer())]
    for change in changes {
      var answer = Answer()
      change(&answer)
      seen.insert(try fingerprint(of: answer))
    }
    #expect(seen.count == changes.count + 1)
  }

  @Test func `F30: tells values of different types apart`() throws {
    let values: [any Encodable] = [
      ["v": "1"], ["v": 1], ["v": 1.0], ["v": true], ["v": [1]], ["v": ["v": 1]], ["v": Int?.none],
      ["v": [String: Int]()], ["v": [Int]()], ["v": ""], ["v": 0],
    ]
    var seen: Set<Fingerprint> = []
    for value in values { seen.insert(try fingerprint(of: value)) }
    #expect(seen.count == values.count)
  }

  @Test func `F30: ignores what the server has drawn`() throws {
    var other = Answer()
    other.salt = Drawn("0th3r")
    #expect(try fingerprint(of: Answer()) == fingerprint(of: other))
  }

  @Test func `F15: does not show that two records have the same content`() throws {
    #expect(try fingerprint(of: Answer(), under: "k-1") != fingerprint(of: Answer(), under: "k-2"))
  }

  @Test func `is read back from its text, and from nothing else`() throws {
    let original = try fingerprint(of: Answer())
    #expect(Fingerprint(original.description) == original)
    let data = try JSONEncoder().encode([original])
    #expect(String(decoding: data, as: UTF8.self) == "[\"\(original)\"]")
    #expect(try JSONDecoder().decode([Fingerprint].self, from: data) == [original])
    for text in [
      "", "0", String(repeating: "0", count: 31), String(repeating: "G", count: 32),
      "+" + String(repeating: "0", count: 31),
    ] {
      #expect(Fingerprint(text) == nil)
    }
  }
}
