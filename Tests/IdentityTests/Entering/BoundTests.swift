import Foundation
import Identity
import Testing

/// What is far too long is refused before any work is done on it.
struct BoundTests {
  private let secret = NewPassword(Town.secret, confirmation: Town.secret)

  /// Half a megabyte, composed and decomposed.
  private static let long = [String(repeating: "a", count: 500_000), String(repeating: "e\u{301}", count: 166_000)]

  @Test(arguments: long)
  func `F12: a login, password or answer of half a megabyte opens nothing`(long: String) async throws {
    let town = try Town()
    _ = try await town.validated()
    for (login, password) in [(long, Town.secret), ("amélie.lire", long), (long, long)] {
      await #expect(throws: SignInRefusal.refused) {
        try await town.signIn(login, password, from: Source(login == long ? "a" : "b"))
      }
    }
    let id = try #require(try await town.begin().id)
    await #expect(throws: RecoveryRefusal.notConfirmed) { try await town.answer(long, to: id) }
    guard case .question = try await town.begin(long) else {
      Issue.record("no question")
      return
    }
  }

  @Test(arguments: long)
  func `F12: all logins that are too long have one door, so that they fill no store`(long: String) async throws {
    let town = try Town()
    _ = try? await town.signIn(long, "faux", from: Town.home)
    let doors = try self.doors(of: town)
    #expect(!doors.isEmpty)
    for number in 1...2 { _ = try? await town.signIn(long + "\(number)", "faux", from: Town.home) }
    #expect(try self.doors(of: town) == doors)
  }

  private func doors(of town: Town) throws -> Set<Substring> {
    let snapshot = try #require(String(data: town.doors.inner.snapshot(), encoding: .utf8))
    return Set(snapshot.matches(of: /login:[0-9a-f]+/).map(\.output))
  }

  @Test(arguments: long)
  func `F10, F11: what is too long for a password or an answer is never hashed`(long: String) async throws {
    let town = try Town()
    let form = RegistrationForm()
    await #expect(throws: PasswordRefusal.tooLong(128)) {
      try await town.registration.access(
        NewPassword(long, confirmation: long), question: .firstPet, answer: "Médor", form: form)
    }
    await #expect(throws: RecoveryAnswerRefusal.tooLong) {
      try await town.registration.access(secret, question: .firstPet, answer: long, form: form)
    }
    #expect(town.trace.take().isEmpty)
  }

  @Test(arguments: long + [String(repeating: " ", count: 500_000)])
  func `F01, F03: what is too long for a name, a line or a number is refused as such`(long: String) throws {
    #expect(throws: ProfileRefusal.tooLong) { try PersonName(first: long, last: "Lire") }
    #expect(throws: ProfileRefusal.tooLong) { try PersonName(first: "Amélie", last: long) }
    #expect(throws: ProfileRefusal.tooLong) { try PostalAddress(street: long, postalCode: "78280", town: "Guyancourt") }
    #expect(throws: ProfileRefusal.invalidTelephone) { try TelephoneNumber(long) }
    #expect(throws: ProfileRefusal.invalidEmail) { try EmailAddress(long) }
    var form = RegistrationForm()
    (form.identity.firstName, form.identity.lastName) = (Personal(long), Personal(long))
    (form.contact.email, form.contact.telephone) = (Personal("amelie@exemple.fr"), Personal(long))
    #expect(form.gaps(in: .identity).map(\.code) == ["profile.too-long"])
    #expect(form.gaps(in: .contact).map(\.code) == ["profile.invalid-telephone"])
    let accounts = try SampleAccounts()
    #expect(throws: AccountRefusal.reasonUnfit) {
      try accounts.after(accounts.state(.enAttente), .refuse(reason: Personal(long)), by: SampleAccounts.clerk)
    }
  }

  @Test func `F04: a login too long for the town is refused, the longest name has one`() throws {
    #expect(throws: LoginRefusal.tooLong) { try Login(enforcing: String(repeating: "a", count: 4097)) }
    let name = String(repeating: "\u{1EC7}", count: 100)
    let login = try Login(of: PersonName(first: name, last: name)).text.value
    #expect(try Login(enforcing: login.decomposedStringWithCanonicalMapping).text.value == login)
    #expect(throws: LoginRefusal.tooLong) { try Login(first: Self.long[0], last: "Lire") }
  }
}
