import CivilTime
import Foundation
import Testing

struct CivilDateTextTests {
  @Test(arguments: ["2026-11-23", "0001-01-01", "9999-12-31", "2024-02-29", "1969-12-31"])
  func `a date is written and read as ISO 8601`(text: String) throws {
    #expect(try CivilDate(iso: text).description == text)
  }

  @Test(arguments: [
    "", "2026", "2026-11", "2026-11-2", "2026-1-23", "26-11-23", "2026-11-23 ", " 2026-11-23", "2026-11-23T00:00:00Z",
    "2026/11/23", "20261123", "2026-11-+1", "-026-11-23", "+2026-11-23", "2026--1-23", "2026-11-23\n", "2026-W48-1",
    "2026-11-2３", "٢٠٢٦-11-23", "2026-11-2\u{301}", "2026\u{2010}11-23", "2026-11-23\u{0}", "12026-11-23",
  ])
  func `any other writing is malformed`(text: String) {
    #expect(throws: InvalidCivilDate.malformed) { try CivilDate(iso: text) }
  }

  @Test(arguments: [
    ("0000-01-01", InvalidCivilDate.yearOutOfRange), ("2026-00-01", .monthOutOfRange), ("2026-13-01", .monthOutOfRange),
    ("2026-02-29", .dayOutOfRange), ("2026-04-31", .dayOutOfRange), ("2026-01-00", .dayOutOfRange),
  ])
  func `a well-written day that does not exist says what is wrong`(text: String, reason: InvalidCivilDate) {
    #expect(throws: reason) { try CivilDate(iso: text) }
  }

  @Test func `JSON holds the same text`() throws {
    let dates = try ["2026-11-23", "0001-01-01"].map(day)
    let data = try JSONEncoder().encode(dates)
    #expect(String(decoding: data, as: UTF8.self) == #"["2026-11-23","0001-01-01"]"#)
    #expect(try JSONDecoder().decode([CivilDate].self, from: data) == dates)
  }

  @Test(arguments: [#"["2026-02-30"]"#, #"["2026-2-3"]"#, "[20260223]", "[null]", #"[{"year":2026}]"#])
  func `unknown JSON is an error, which does not repeat it`(json: String) throws {
    let error = try #require(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDate].self, from: Data(json.utf8))
    }
    #expect(!String(describing: error).contains("2026"))
  }

  @Test(arguments: InvalidCivilDate.allCases)
  func `each reason has its own sentence`(reason: InvalidCivilDate) {
    let others = InvalidCivilDate.allCases.filter { $0 != reason }
    #expect(!others.map(\.description).contains(reason.description))
    #expect(!reason.description.isEmpty)
  }
}
