import Foundation
import Testing
import WorkflowKernel

@Suite struct `A personal value` {
  private struct Card: Hashable, Codable {
    var name = Personal("Amélie Lire")
    var address: Personal<String>? = Personal("3 rue du Lac")
    var codes = ["a": Personal("s3cr3t")]
  }

  private let secrets = ["Amélie", "Lire", "Lac", "s3cr3t"]

  /// Everything that Swift offers to turn a value into text.
  private func texts(of value: some Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    var printed = ""
    print(value, to: &printed)
    var debugged = ""
    debugPrint(value, to: &debugged)
    return [
      dumped, printed, debugged, "\(value)", String(describing: value), String(reflecting: value),
      Mirror(reflecting: value).children.map { "\($0.value)" }.joined(),
    ]
  }

  @Test func `F15: shows its content to no print, dump, interpolation or mirror`() {
    let values: [Any] = [
      Personal("Amélie Lire"), Card(), [Card()], Optional(Personal("s3cr3t")) as Any, ["k": Personal("3 rue du Lac")],
      ContactPoint.email(Personal("Amélie")), Claim("login", "s3cr3t"), TagLabel("account", "s3cr3t"),
      Notice(to: .contact(.telephone(Personal("Lac"))), "x", arguments: ["s3cr3t"]),
      SendRefusal.claimed(Claim("login", "s3cr3t"), by: "1"),
      Letter(subject: "x", body: Personal("Lire")), Drawn("s3cr3t"), [Drawn("s3cr3t")],
      RefusalReason("x", arguments: [Personal("s3cr3t")]),
    ]
    for value in values {
      for text in texts(of: value) {
        for secret in secrets { #expect(!text.contains(secret), "\(type(of: value))") }
      }
    }
  }

  @Test func `F15: says that something is there`() {
    #expect("\(Personal("x"))" == "<personal>")
    #expect(String(reflecting: Personal("x")) == "<personal>")
    #expect("\(Drawn("x"))" == "<drawn>")
  }

  private struct Both: Codable {
    let personal: [Personal<Content>]
    let drawn: [Drawn<Content>]
  }

  private struct Content: Codable, Hashable {
    var text: String? = "é"
    var instant = Date(timeIntervalSince1970: 1)
    var bytes = Data([255])
    var address = URL(string: "https://ville.example/a")
    var amount = Decimal(string: "1.10")
  }

  private var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.dateEncodingStrategy = .iso8601
    return encoder
  }

  @Test func `encodes exactly as its content, whatever the content is`() throws {
    func isTransparent(_ value: some Encodable) throws -> Bool {
      let plain = try encoder.encode([value])
      return try encoder.encode([Personal(value)]) == plain && encoder.encode([Drawn(value)]) == plain
    }
    #expect(try isTransparent("é"))
    #expect(try isTransparent(12))
    #expect(try isTransparent(Date(timeIntervalSince1970: 1)))
    #expect(try isTransparent(Data([1, 2, 255])))
    #expect(try isTransparent(Decimal(string: "1.10")))
    #expect(try isTransparent(URL(string: "https://ville.example/a")))
    #expect(try isTransparent(["a": [1]]))
    #expect(try isTransparent(Int?.none))
    #expect(try isTransparent(Content()))
  }

  @Test func `reads back what it wrote`() throws {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let written = try encoder.encode(Both(personal: [Personal(Content())], drawn: [Drawn(Content())]))
    let read = try decoder.decode(Both.self, from: written)
    #expect(read.personal.map(\.value) == [Content()])
    #expect(read.drawn.map(\.value) == [Content()])
  }

  private enum Kind: String, Codable {
    case known
  }

  private struct Form: Codable {
    var kind: Personal<Kind>?
    var code: Drawn<Kind>?
    var card: Personal<[String: Int]>?
  }

  @Test(
    arguments: [
      #"{"kind":"s3cr3t"}"#, #"{"code":"s3cr3t"}"#, #"{"kind":{"s3cr3t":1}}"#, #"{"card":{"s3cr3t":"Lire"}}"#,
    ])
  func `F15: shows nothing of what cannot be read, and where it stands`(text: String) throws {
    let error = try #require(
      throws: DecodingError.self, performing: { try JSONDecoder().decode([Form].self, from: Data("[\(text)]".utf8)) })
    for text in texts(of: error) {
      for secret in secrets { #expect(!text.contains(secret)) }
    }
    guard case .dataCorrupted(let context) = error else { throw error }
    #expect(context.codingPath.count == 2)
  }

  @Test func `F15: shows nothing of what cannot be written`() throws {
    for value in [[Personal(Double.infinity)] as any Encodable, [Drawn(Double.infinity)]] {
      let error = try #require(throws: EncodingError.self) { try JSONEncoder().encode(value) }
      for text in texts(of: error) { #expect(!text.contains("inf")) }
    }
  }
}
