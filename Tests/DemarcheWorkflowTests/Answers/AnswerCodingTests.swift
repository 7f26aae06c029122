import CivilTime
import DemarcheWorkflow
import Foundation
import Testing

@Suite struct AnswerCodingTests {
  private static let secret = "Guyancourt-secret"

  private static let all: Answers = [
    "text": .text(secret), "integer": .integer(-3), "date": .date(.latest), "yesNo": .yesNo(false),
    "choice": .choice("a"), "choices": .choices(["a", "b"]), "member": .member("leo"), "money": .money(1_250),
    "address": .address(Address(street: [secret], postcode: "1000", city: secret, country: "Belgique")),
  ]

  @Test func `F51: answers are stored as an object by field, each saying of what kind it is`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(Self.all), as: UTF8.self)
    #expect(
      json == """
        {"address":{"address":{"city":"\(Self.secret)","country":"Belgique","postcode":"1000","street":["\(Self.secret)"]}},\
        "choice":{"choice":"a"},"choices":{"choices":["a","b"]},"date":{"date":"9999-12-31"},"integer":{"integer":-3},\
        "member":{"member":"leo"},"money":{"money":1250},"text":{"text":"\(Self.secret)"},"yesNo":{"yesNo":false}}
        """)
    #expect(try JSONDecoder().decode(Answers.self, from: Data(json.utf8)) == Self.all)
  }

  @Test(arguments: [
    #"{"x": "text"}"#, #"{"x": {}}"#, #"{"x": {"text": "a", "integer": 1}}"#, #"{"x": {"float": 1.5}}"#,
    #"{"x": {"integer": 1.5}}"#, #"{"x": {"integer": "1"}}"#, #"{"x": {"money": 99999999999999999999}}"#,
    #"{"x": {"date": "2026-02-30"}}"#, #"{"x": {"date": "2026-2-3"}}"#, #"{"x": {"yesNo": 1}}"#, #"{"x": null}"#,
    #"{"x": {"address": {"street": [], "postcode": "1", "city": "a", "door": 2}}}"#, #"[]"#,
  ])
  func `F51: an answer that is not understood is an error, never a default`(json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Answers.self, from: Data(json.utf8)) }
  }

  @Test func `F15: an answer appears in no print, dump, description or problem`() throws {
    var dumped = ""
    dump(Self.all, to: &dumped)
    for key in Self.all.keys {
      dump(Self.all[key], to: &dumped)
      dumped += String(describing: Self.all[key]) + String(reflecting: Self.all[key])
    }
    if case .address(let address) = Self.all["address"] { dump(address, to: &dumped); dumped += "\(address)" }
    dumped += "\(Self.all)" + String(reflecting: Self.all)
    let form = FormSamples.procedure([Field("text", label: "Champ", type: .email)])
    let problems = form.check(Self.all, on: .earliest)
    dump(problems, to: &dumped)
    dumped += problems.map(\.reason.description).joined()
    #expect(!problems.isEmpty)
    #expect(!dumped.contains(Self.secret) && !dumped.contains("Belgique"))
  }
}
