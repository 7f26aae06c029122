import Foundation
import Identity
import Testing

/// What was mailed, or shown, before its holder changed how the account is recovered.
struct VoidSecretTests {
  private let now = Town.noon
  private let new = NewPassword("un autre mot de passe", confirmation: "un autre mot de passe")

  enum Change: CaseIterable { case email, question }

  /// The holder changes the e-mail address or the question, and goes on.
  private func make(_ change: Change, in town: Town, at instant: Date) async throws -> Session {
    let desk = SignedIn(town.services, session: try await town.signIn(at: instant).session)
    return switch change {
    case .email:
      try await desk.changeContact(
        to: Contact(email: EmailAddress("neuve@exemple.fr")), password: Town.secret, at: instant)
    case .question:
      try await desk.changeQuestion(to: .firstJob, answer: "Facteur", password: Town.secret, at: instant)
    }
  }

  private func temporary(_ town: Town) async throws -> String {
    try await town.answer("Médor", to: #require(try await town.begin().id))
    return try #require(try await town.recoveryLetters().last?.arguments.first?.value)
  }

  @Test(arguments: Change.allCases)
  func `F13: another address or question ends the links that were mailed`(change: Change) async throws {
    let town = try Town(recovery: .mailedLink)
    let id = try await town.validated()
    _ = try await town.begin()
    let link = try #require(try await town.recoveryLetters().last?.arguments.first?.value)
    _ = try await make(change, in: town, at: now.adding(60))
    await #expect(throws: RecoveryRefusal.over) {
      try await LinkedRecovery(town.services).end(secret: link, with: new, visitor: "thief", at: now.adding(61))
    }
    #expect(try town.state(id).credentials?.generation == 2)
  }

  @Test(arguments: Change.allCases)
  func `F13: another address or question ends temporary passwords, and what was opened with one`(change: Change)
    async throws
  {
    let town = try Town()
    _ = try await town.validated()
    let (first, second) = (try await temporary(town), try await temporary(town))
    let thief = SignedIn(town.services, session: try await town.signIn("amélie.lire", first).session)
    _ = try await make(change, in: town, at: now.adding(60))
    await #expect(throws: SignInRefusal.refused) {
      try await town.signIn("amélie.lire", second, at: now.adding(61))
    }
    await #expect(throws: SessionRefusal.revoked) { try await thief.endRecovery(with: new, at: now.adding(61)) }
  }

  @Test(arguments: Change.allCases)
  func `F13: who changes the address or the question goes on, and every other session ends`(change: Change)
    async throws
  {
    let town = try Town()
    _ = try await town.validated()
    let elsewhere = SignedIn(town.services, session: try await town.signIn().session)
    let session = try await make(change, in: town, at: now.adding(60))
    #expect(session.openedAt == now.adding(60))
    let desk = SignedIn(town.services, session: session)
    _ = try await desk.use(at: now.adding(61))
    _ = try await desk.changePassword(from: Town.secret, to: new, at: now.adding(62))
    await #expect(throws: SessionRefusal.revoked) { try await elsewhere.use(at: now.adding(61)) }
  }

  @Test func `F13: another telephone ends nothing`() async throws {
    let town = try Town()
    let id = try await town.validated()
    let secret = try await temporary(town)
    let session = try await town.signIn().session
    let contact = try Contact(email: EmailAddress("amelie@exemple.fr"), telephone: TelephoneNumber("0130483333"))
    _ = try await SignedIn(town.services, session: session).changeContact(to: contact, password: Town.secret, at: now)
    _ = try await SignedIn(town.services, session: session).use(at: now)
    _ = try await town.signIn("amélie.lire", secret)
    #expect(try town.state(id).credentials?.generation == 1)
  }

  @Test func `F13: a question that was changed since it was shown has no right answer`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let shown = try #require(try await town.begin().id)
    _ = try await make(.question, in: town, at: now)
    for answer in ["Médor", "Facteur"] {
      await #expect(throws: RecoveryRefusal.notConfirmed) { try await town.answer(answer, to: shown) }
    }
    #expect(try await town.recoveryLetters().isEmpty)
  }

  @Test func `F13: letters that became void do not use up those of the day`() async throws {
    let town = try Town()
    _ = try await town.validated()
    for _ in 1...3 { _ = try await temporary(town) }
    _ = try await make(.email, in: town, at: now)
    _ = try await temporary(town)
  }

  @Test func `F13: an answer that comes too late counts at no login, right or wrong`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let id = try #require(try await town.begin().id)
    for answer in ["Médor", "Félix", "Médor", "Félix"] {
      await #expect(throws: RecoveryRefusal.over) { try await town.answer(answer, to: id, at: now.adding(900)) }
    }
    _ = try await town.signIn(at: now.adding(900))
  }
}
