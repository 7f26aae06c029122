import Foundation
import Identity
import Testing

struct LoginTests {
  private func login(_ first: String, _ last: String) throws -> String {
    try Login(first: first, last: last).text.value
  }

  @Test(arguments: [
    ("Amélie", "Lire", "amélie.lire"),
    ("  Jean ", "Dupont", "jean.dupont"),
    ("Jean  Pierre", "de la\u{00A0}Tour", "jean-pierre.de-la-tour"),
    ("Jean-Pierre", "L'Hôte", "jean-pierre.l'hôte"),
    ("Zoé", "L’Hôte", "zoé.l'hôte"),
    ("Cœlia", "Ærø", "cœlia.ærø"),
    ("ÉLODIE", "NOËL", "élodie.noël"),
  ])
  func `F05: the login is the names in lower case, accents and apostrophes kept`(
    first: String, last: String, expected: String
  ) throws {
    let made = try login(first, last)
    #expect(Array(made.utf8) == Array(expected.precomposedStringWithCanonicalMapping.utf8))
  }

  @Test(arguments: [("", "Lire"), ("Amélie", "  "), ("\u{00A0}", "Lire"), (".", "-"), ("Amélie", "'"), ("42", "Lire")])
  func `F05: a missing name, or one without a letter, is an error`(first: String, last: String) {
    #expect(throws: LoginRefusal.nameMissing) { try Login(first: first, last: last) }
  }

  @Test(arguments: ["’", "\u{2BC}", "＇"])
  func `F04, F05: the apostrophe that a telephone types is the one on paper, as a login is made and as it is typed`(
    apostrophe: String
  ) async throws {
    #expect(try login("Zoé", "L\(apostrophe)Hôte") == "zoé.l'hôte")
    let town = try Town()
    let id = try await town.register("Zoé", "L\(apostrophe)Hôte")
    for typed in ["zoé.l\(apostrophe)hôte", "zoé.l'hôte"] {
      #expect(try await town.signIn(typed).session.account == id)
    }
    #expect(throws: LoginRefusal.nameMissing) { try Login(first: apostrophe, last: "Lire") }
  }

  @Test func `F04: accents count, the two Unicode spellings of one accent do not`() throws {
    let composed = try Login(enforcing: "am\u{E9}lie.lire")
    let decomposed = try Login(enforcing: "ame\u{301}lie.lire")
    #expect(composed == decomposed)
    #expect(Array(composed.text.value.utf8) == Array(decomposed.text.value.utf8))
    #expect(try composed != Login(enforcing: "amelie.lire"))
    #expect(try composed != Login(enforcing: "Amélie.lire"))
  }

  @Test(arguments: [
    ("ＡＢ", "AB"), ("\u{212B}", "\u{C5}"), ("\u{212A}", "K"), ("jean．dupont", "jean.dupont"), ("e\u{301}", "\u{E9}"),
  ])
  func `F04: wide forms and canonical doubles become ordinary letters (RFC 8265 vectors)`(
    typed: String, enforced: String
  ) throws {
    #expect(try Array(Login(enforcing: typed).text.value.utf8) == Array(enforced.utf8))
  }

  @Test(arguments: [
    "jean dupont", "jean.dupont ", "\u{FB00}", "\u{1E9B}x\u{200B}", "j\u{430}", "ο", "a\tb", "\u{301}a", ".\u{301}",
    "a@b",
    "jean\u{200B}dupont", "🙂",
  ])
  func `F04: a space, a sign, a ligature or a look-alike letter is refused, not mapped`(typed: String) {
    #expect(throws: LoginRefusal.foreignCharacter) { try Login(enforcing: typed) }
  }

  @Test func `F04: nothing typed is refused as such`() {
    #expect(throws: LoginRefusal.empty) { try Login(enforcing: "") }
  }

  @Test func `F51: a stored login that is not enforced is an error`() throws {
    let enforced = try JSONEncoder().encode(["am\u{E9}lie.lire"])
    #expect(try JSONDecoder().decode([Login].self, from: enforced).map(\.text.value) == ["amélie.lire"])
    for stored in ["ame\u{301}lie.lire", "ＡＢ", "jean dupont", ""] {
      let data = try JSONEncoder().encode([stored])
      #expect(throws: DecodingError.self) { try JSONDecoder().decode([Login].self, from: data) }
    }
  }
}

struct LoginNumberTests {
  private func next(
    _ base: String, among taken: [String], _ policy: LoginPolicy = .accentsDistinguish
  ) throws -> String {
    try Login(enforcing: base).next(among: taken.map { try Login(enforcing: $0) }, policy: policy).text.value
  }

  @Test(arguments: [
    ([], "jean.dupont"),
    (["jean.dupont"], "jean.dupont2"),
    (["jean.dupont", "jean.dupont2"], "jean.dupont3"),
    (["jean.dupont", "jean.dupont9", "jean.dupont10"], "jean.dupont11"),
    (["jean.dupont5"], "jean.dupont6"),
    (["jean.dupontel", "jean.dupont-2", "jean.duponte", "jean.dupont2b"], "jean.dupont"),
    (["jean.dupont", "jean.dupontel", "jean.dupont-2"], "jean.dupont2"),
    (["jean.dupont", "jean.dupont02"], "jean.dupont2"),
    (["jean.dupont", "jean.dupont99999999999999999999"], "jean.dupont2"),
    (["jean.dupont", "jean.dupont999999999", "jean.dupont1000000000"], "jean.dupont1000000001"),
  ])
  func `F05: the next login is the base, or the base and the largest number plus one`(taken: [String], expected: String)
    throws
  {
    #expect(try next("jean.dupont", among: taken) == expected)
  }

  @Test func `F04: accents alone distinguish two logins, unless the town wants a number instead`() throws {
    #expect(try next("amélie.lire", among: ["amelie.lire"]) == "amélie.lire")
    #expect(try next("amélie.lire", among: ["amelie.lire"], .accentsShareNumbers) == "amélie.lire2")
    #expect(try next("amelie.lire", among: ["amélie.lire", "amèlie.lire2"], .accentsShareNumbers) == "amelie.lire3")
    #expect(try next("amelie.lire", among: ["amélie.lire", "amèlie.lire2"]) == "amelie.lire")
  }
}
