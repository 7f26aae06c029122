import Foundation
import Identity
import Testing

struct PasswordTests {
  private func enforced(_ typed: String) throws -> [UInt8] { Array(try Password(enforcing: typed).text.value.utf8) }

  @Test func `F10: a password is composed, its spaces ordinary, and nothing is trimmed or folded`() throws {
    #expect(try enforced("e\u{301}te\u{301}") == Array("\u{E9}t\u{E9}".utf8))
    #expect(try enforced("a\u{A0}b\u{2003}c\u{3000}d") == Array("a b c d".utf8))
    #expect(try enforced("  Swan  of   Avon   ") == Array("  Swan  of   Avon   ".utf8))
    #expect(try enforced("ＡＢ") == Array("ＡＢ".utf8))
    #expect(try enforced("\u{FB00}") == Array("\u{FB00}".utf8))
  }

  @Test(arguments: [
    "a\tb", "a\u{0}b", "a\u{7F}b", "a\u{200B}b", "a\u{AD}b", "a\u{E000}b", "a\u{FFFE}b", "a\u{2028}b", "\u{1100}",
  ])
  func `F10: a character that nobody sees is refused`(typed: String) {
    #expect(throws: PasswordRefusal.forbiddenCharacter) { try Password(enforcing: typed) }
  }

  @Test func `F10: nothing typed is refused as such`() {
    #expect(throws: PasswordRefusal.empty) { try Password(enforcing: "") }
  }

  @Test func `F10: 12 and 128 code points are taken, 11 and 129 refused, none cut`() throws {
    let policy = try PasswordPolicy(blocked: ["Guyancourt"])
    func judge(_ count: Int) throws {
      try policy.check(Password(enforcing: String(repeating: "é", count: count)), login: nil, name: nil)
    }
    try judge(12)
    try judge(128)
    #expect(throws: PasswordRefusal.tooShort(12)) { try judge(11) }
    #expect(throws: PasswordRefusal.tooLong(128)) { try judge(129) }
    #expect(try Password(enforcing: String(repeating: "é", count: 128)).count == 128)
  }

  @Test func `F10: a policy below the bounds of the reference cannot be configured`() throws {
    #expect(throws: WeakPolicy.self) { try PasswordPolicy(lengthMin: 11, blocked: ["Guyancourt"]) }
    #expect(throws: WeakPolicy.self) { try PasswordPolicy(lengthMax: 63, blocked: ["Guyancourt"]) }
    #expect(throws: WeakPolicy.self) { try PasswordPolicy(lengthMin: 70, lengthMax: 64, blocked: ["Guyancourt"]) }
    #expect(throws: WeakPolicy.self) { try Pepper(key: Array(0..<31)) }
    #expect(throws: WeakPolicy.self) { try PasswordPolicy(lengthMax: 4097, blocked: ["Guyancourt"]) }
    for nothing in [[], [""], [" \u{A0}"]] { #expect(throws: WeakPolicy.self) { try PasswordPolicy(blocked: nothing) } }
    _ = try PasswordPolicy(lengthMin: 12, lengthMax: 64, blocked: ["Guyancourt"])
    _ = try PasswordPolicy(lengthMin: 15, blocked: ["Guyancourt"])
    _ = try Pepper(key: Array(0..<32))
  }

  @Test func `F10: the login, the holder's name and the town's list cannot be a password`() throws {
    let policy = try PasswordPolicy(blocked: ["Guyancourt Ville"])
    let name = try PersonName(first: "Jean-Pierre", last: "Dupont")
    let login = try Login(of: name)
    func judge(_ typed: String) throws { try policy.check(Password(enforcing: typed), login: login, name: name) }
    #expect(throws: PasswordRefusal.equalsLogin) { try judge("jean-pierre.dupont") }
    #expect(throws: PasswordRefusal.equalsLogin) { try judge("Jean-Pierre.DUPONT") }
    // The number that the town will add is not known yet.
    #expect(throws: PasswordRefusal.equalsLogin) { try judge("Jean-Pierre.Dupont2") }
    try judge("jean-pierre.dupont2b")
    #expect(throws: PasswordRefusal.blocked) { try judge("guyancourt ville") }
    #expect(throws: PasswordRefusal.blocked) { try judge("DUPONT jean-pierre") }
    #expect(throws: PasswordRefusal.blocked) { try judge("jean-pierreDupont") }
    try judge("guyancourt ville 1")
  }

  @Test(arguments: [" ", "\u{A0}", "\u{2003} "])
  func `F10: blanks alone are no password, however many`(blank: String) throws {
    let policy = try PasswordPolicy(blocked: ["Guyancourt"])
    #expect(throws: PasswordRefusal.blocked) {
      try policy.check(Password(enforcing: String(repeating: blank, count: 12)), login: nil, name: nil)
    }
  }

  @Test func `F10: a password equal to a short login is refused as the login, not as short`() throws {
    let policy = try PasswordPolicy(blocked: ["Guyancourt"])
    #expect(throws: PasswordRefusal.equalsLogin) {
      try policy.check(Password(enforcing: "Amélie.lire"), login: Login(enforcing: "amélie.lire"), name: nil)
    }
  }
}

struct RecoveryAnswerTests {
  @Test(arguments: ["médor le chien", "  Médor  LE\u{A0}chien ", "ME\u{301}DOR\tle chien"])
  func `F11: an answer counts trimmed, its blanks one, without case, composed`(typed: String) throws {
    #expect(try RecoveryAnswer(choosing: typed) == RecoveryAnswer(choosing: "Médor le chien"))
  }

  @Test func `F11: accents count in an answer`() throws {
    #expect(try RecoveryAnswer(choosing: "Medor") != RecoveryAnswer(choosing: "Médor"))
  }

  @Test func `F11: three characters are enough, two are not, and blanks do not count`() throws {
    _ = try RecoveryAnswer(choosing: "rex")
    #expect(throws: RecoveryAnswerRefusal.tooShort) { try RecoveryAnswer(choosing: "re") }
    #expect(throws: RecoveryAnswerRefusal.tooShort) { try RecoveryAnswer(choosing: " a  ") }
  }

  @Test func `F11: 100 code points are an answer, 101 are not`() throws {
    let (fits, long) = (String(repeating: "É", count: 100), String(repeating: "É", count: 101))
    _ = try RecoveryAnswer(choosing: " " + fits.decomposedStringWithCanonicalMapping + " ")
    #expect(throws: RecoveryAnswerRefusal.tooLong) { try RecoveryAnswer(choosing: long) }
    #expect(
      Wordings.identity.explain(RecoveryAnswerRefusal.tooLong).message
        == "La réponse ne peut pas dépasser 100 caractères.")
  }

  @Test(arguments: ["Médor\u{200B}", "Mé\u{AD}dor", "\u{FE0F}rex"])
  func `F11: an answer with a character that nobody sees is refused for that`(typed: String) {
    #expect(throws: RecoveryAnswerRefusal.invisibleCharacter) { try RecoveryAnswer(choosing: typed) }
  }

  @Test func `F11: what everybody answers, the login and the e-mail address are no answers`() throws {
    let login = try Login(enforcing: "amélie.lire")
    let email = try EmailAddress("amelie@exemple.fr")
    for typed in ["123", "Password", " Mot  de passe ", "AMÉLIE.lire", "amelie@exemple.fr"] {
      #expect(throws: RecoveryAnswerRefusal.tooCommon) {
        try RecoveryAnswer(choosing: typed, login: login, email: email)
      }
    }
  }
}
