import Foundation
import Identity
import Testing

struct RecoveryTests {
  private let now = Town.noon
  private let new = NewPassword("un autre mot de passe", confirmation: "un autre mot de passe")

  private func secret(_ notices: [Notice]) throws -> String {
    try #require(notices.last?.arguments.first?.value)
  }

  /// Login, question, answer, letter.
  private func mailed(_ town: Town, at instant: Date = Town.noon) async throws -> String {
    let id = try #require(try await town.begin(at: instant).id)
    try await town.answer("médor", to: id, at: instant)
    return try secret(await town.recoveryLetters(at: instant))
  }

  @Test func `F13: login, question, answer, a letter with a temporary password, a new password`() async throws {
    let town = try Town()
    let id = try await town.validated()
    guard case .question(let recovery, let question) = try await town.begin() else {
      Issue.record("no question")
      return
    }
    #expect(question == .firstPet)
    try await town.answer("  MÉDOR ", to: recovery)
    let notices = try await town.recoveryLetters()
    #expect(notices.map(\.code) == ["recovery.temporary-password"])
    #expect(notices.first?.addressee == .contact(.email(Personal("amelie@exemple.fr"))))
    let temporary = try secret(notices)
    let session = try await town.signIn("amélie.lire", temporary).session
    let opened = try await SignedIn(town.services, session: session).endRecovery(with: new, at: now)
    #expect(opened.session.principal == .citizen(id))
    _ = try await town.signIn("amélie.lire", "un autre mot de passe")
    await #expect(throws: SignInRefusal.refused) { try await town.signIn() }
    #expect(town.accountNotices().map(\.code).last == "account.password-changed")
  }

  @Test func `F13: a temporary password has 26 characters of 32, each letter another one`() async throws {
    let town = try Town()
    _ = try await town.validated()
    var seen: Set<String> = []
    for day in 0..<20 {
      let temporary = try await mailed(town, at: now.adding(Double(day) * 86_400))
      #expect(temporary.count == 26)
      #expect(temporary.allSatisfy { "23456789abcdefghjklmnpqrstuvwxyz".contains($0) })
      seen.insert(temporary)
    }
    #expect(seen.count == 20)
    // 5 bits a character: 26 are the first to reach 128.
    #expect(26 * 5 >= 128)
  }

  @Test func `F13: a temporary password is used once, and opens nothing but the change of password`() async throws {
    let town = try Town()
    let id = try await town.validated()
    let temporary = try await mailed(town)
    let session = try await town.signIn("amélie.lire", temporary).session
    #expect(session.principal == nil)
    let desk = SignedIn(town.services, session: session)
    await #expect(throws: SessionRefusal.tooNarrow) { try await desk.use(at: now) }
    await #expect(throws: SessionRefusal.tooNarrow) {
      _ = try await desk.changeQuestion(to: .firstJob, answer: "Facteur", password: temporary, at: now)
    }
    await #expect(throws: SignInRefusal.refused) { try await town.signIn("amélie.lire", temporary) }
    _ = try await desk.endRecovery(with: new, at: now)
    await #expect(throws: SessionRefusal.revoked) { try await desk.endRecovery(with: new, at: now) }
    #expect(try town.state(id).credentials?.generation == 2)
  }

  @Test func `F13: the old password keeps working until the temporary one has led to a new one`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let temporary = try await mailed(town)
    _ = try await town.signIn()
    let session = try await town.signIn("amélie.lire", temporary).session
    _ = try await town.signIn()
    _ = try await SignedIn(town.services, session: session).endRecovery(with: new, at: now)
    await #expect(throws: SignInRefusal.refused) { try await town.signIn() }
  }

  @Test func `F13: a temporary password lasts an hour, a link a day`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let temporary = try await mailed(town)
    await #expect(throws: SignInRefusal.refused) {
      try await town.signIn("amélie.lire", temporary, at: now.adding(3600))
    }
    _ = try await town.signIn("amélie.lire", temporary, at: now.adding(3599))

    let linked = try Town(recovery: .mailedLink)
    _ = try await linked.validated()
    #expect(try await linked.begin() == .letterPromised)
    let link = try secret(await linked.recoveryLetters())
    let page = LinkedRecovery(linked.services)
    await #expect(throws: RecoveryRefusal.over) {
      try await page.end(secret: link, with: new, visitor: Town.visitor, at: now.adding(86_400))
    }
    try await page.end(secret: link, with: new, visitor: Town.visitor, at: now.adding(86_399))
    await #expect(throws: RecoveryRefusal.over) {
      try await page.end(secret: link, with: new, visitor: Town.visitor, at: now.adding(86_399))
    }
    _ = try await linked.signIn("amélie.lire", "un autre mot de passe", at: now.adding(86_399))
  }

  @Test func `F13: the session of a temporary password lasts a quarter of an hour`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let session = try await town.signIn("amélie.lire", mailed(town)).session
    await #expect(throws: RecoveryRefusal.over) {
      try await SignedIn(town.services, session: session).endRecovery(with: new, at: now.adding(900))
    }
    _ = try await SignedIn(town.services, session: session).endRecovery(with: new, at: now.adding(899))
  }

  @Test func `F13: a new password ends every other session and every other mailed secret`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let elsewhere = try await town.signIn().session
    let first = try await mailed(town)
    let second = try await mailed(town)
    let session = try await town.signIn("amélie.lire", first).session
    _ = try await SignedIn(town.services, session: session).endRecovery(with: new, at: now)
    await #expect(throws: SignInRefusal.refused) { try await town.signIn("amélie.lire", second) }
    await #expect(throws: SessionRefusal.revoked) {
      try await SignedIn(town.services, session: elsewhere).use(at: now)
    }
  }

  @Test func `F13: a new password ends the links that wait in the mailbox`() async throws {
    let town = try Town(recovery: .mailedLink)
    _ = try await town.validated()
    var links: [String] = []
    for _ in 1...2 {
      _ = try await town.begin()
      links.append(try secret(await town.recoveryLetters()))
    }
    let page = LinkedRecovery(town.services)
    try await page.end(secret: links[0], with: new, visitor: Town.visitor, at: now)
    await #expect(throws: RecoveryRefusal.over) {
      try await page.end(secret: links[1], with: new, visitor: Town.visitor, at: now)
    }
  }

  @Test func `F13: a temporary password opens the account it was mailed for, under its own login`() async throws {
    let town = try Town()
    _ = try await town.validated()
    _ = try await town.validated("Jean", "Dupont")
    let temporary = try await mailed(town)
    await #expect(throws: SignInRefusal.refused) { try await town.signIn("jean.dupont", temporary) }
    _ = try await town.signIn("amélie.lire", temporary)
  }

  @Test func `F13: a link is no temporary password, and a temporary password no link`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let temporary = try await mailed(town)
    await #expect(throws: RecoveryRefusal.over) {
      try await LinkedRecovery(town.services).end(secret: temporary, with: new, visitor: Town.visitor, at: now)
    }
    let linked = try Town(recovery: .mailedLink)
    _ = try await linked.validated()
    _ = try await linked.begin()
    let link = try secret(await linked.recoveryLetters())
    await #expect(throws: SignInRefusal.refused) { try await linked.signIn("amélie.lire", link) }
  }

  @Test func `F13: a question waits for its answer a quarter of an hour`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let id = try #require(try await town.begin().id)
    await #expect(throws: RecoveryRefusal.over) { try await town.answer("Médor", to: id, at: now.adding(900)) }
    try await town.answer("Médor", to: id, at: now.adding(899))
  }

  @Test func `F13: the letter goes to the address that is stored when it leaves, and to no closed account`()
    async throws
  {
    let town = try Town()
    let id = try await town.validated()
    let recovery = try #require(try await town.begin().id)
    try await town.answer("Médor", to: recovery)
    let contact = try Contact(email: EmailAddress("nouvelle@exemple.fr"))
    try await town.order(.changeContact(contact, generation: 1), id, by: .citizen(id))
    // What was on its way to the address before would open nothing any more, and is not written.
    #expect(try await town.recoveryLetters().isEmpty)
    try await town.answer("Médor", to: #require(try await town.begin().id))
    #expect(try await town.recoveryLetters().map(\.addressee) == [.contact(.email(Personal("nouvelle@exemple.fr")))])
    try await town.answer("Médor", to: #require(try await town.begin().id))
    try await town.order(.close(.byHolder(generation: 2)), id, by: .citizen(id))
    #expect(try await town.recoveryLetters().isEmpty)
  }

  @Test func `F13: the new password is judged like any other, and a refusal uses nothing up`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let session = try await town.signIn("amélie.lire", mailed(town)).session
    let desk = SignedIn(town.services, session: session)
    await #expect(throws: PasswordRefusal.equalsLogin) {
      try await desk.endRecovery(with: NewPassword("amélie.lire", confirmation: "amélie.lire"), at: now)
    }
    await #expect(throws: PasswordRefusal.confirmationDiffers) {
      try await desk.endRecovery(with: NewPassword("un autre mot de passe", confirmation: "autre"), at: now)
    }
    _ = try await desk.endRecovery(with: new, at: now)
  }

  @Test func `F13: a recovery lapses as the system comes by, and not before`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let id = try #require(try await town.begin().id)
    #expect(try await town.services.recoveries.run(dueAt: now.adding(899)).answers.isEmpty)
    #expect(try await town.services.recoveries.run(dueAt: now.adding(900)).answers.map(\.state) == [.over])
    #expect(town.recoveries.load(id)?.state == .over)
    await #expect(throws: RecoveryRefusal.over) {
      try await town.services.recoveries.send(.lapse, to: id, in: Context(instant: now.adding(901), principal: .system))
    }
  }
}
