import Foundation
import Identity
import Testing
import WorkflowTesting

struct SignedInTests {
  private let now = Town.noon
  private let new = NewPassword("un autre mot de passe", confirmation: "un autre mot de passe")

  private func desk(_ town: Town) async throws -> SignedIn {
    SignedIn(town.services, session: try await town.signIn().session)
  }

  private func sentence(_ refusal: some ExplainableRefusal) -> String { Wordings.identity.explain(refusal).message }

  @Test func `F10: the current password, the new one twice; other sessions end, a notice is mailed`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let elsewhere = try await desk(town)
    let opened = try await desk(town).changePassword(from: Town.secret, to: new, at: now)
    #expect(
      try await SignedIn(town.services, session: opened.session).use(at: now).account.state.credentials?.generation == 2
    )
    await #expect(throws: SessionRefusal.revoked) { try await elsewhere.use(at: now) }
    #expect(town.accountNotices().last?.code == "account.password-changed")
    #expect(Wordings.identity.sentence(for: "password.changed") == "Votre mot de passe a bien été modifié")
    _ = try await town.signIn("amélie.lire", "un autre mot de passe")
  }

  @Test func `F10: the sentences of the FAQ for a wrong current password and a differing confirmation`() async throws {
    let town = try Town()
    let id = try await town.validated()
    let desk = try await desk(town)
    let wrong = try await #require(throws: PasswordChangeRefusal.self) {
      try await desk.changePassword(from: "autre chose ici", to: new, at: now)
    }
    #expect(sentence(wrong) == "Le mot de passe actuel est invalide")
    let differing = try await #require(throws: PasswordRefusal.self) {
      try await desk.changePassword(
        from: Town.secret, to: NewPassword("un autre mot de passe", confirmation: "encore un autre"), at: now)
    }
    #expect(sentence(differing) == "Le nouveau mot de passe et sa confirmation doivent être identiques")
    let login = try await #require(throws: PasswordRefusal.self) {
      try await desk.changePassword(
        from: Town.secret, to: NewPassword("AMÉLIE.LIRE", confirmation: "AMÉLIE.LIRE"), at: now)
    }
    #expect(sentence(login) == "Le mot de passe doit être différent de l’identifiant.")
    #expect(try town.state(id).credentials?.generation == 1)
  }

  @Test func `F10: the current password cannot be guessed from an open session`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let desk = try await desk(town)
    for _ in 1...3 { _ = try? await desk.changePassword(from: "faux", to: new, at: now) }
    await #expect(throws: PasswordChangeRefusal.currentInvalid) {
      try await desk.changePassword(from: Town.secret, to: new, at: now)
    }
    _ = try await desk.changePassword(from: Town.secret, to: new, at: now.adding(1))
  }

  @Test func `F06, F10: before validation the password changes, the question and the contact do not`() async throws {
    let town = try Town()
    _ = try await town.register()
    let desk = try await desk(town)
    await #expect(throws: AccountRefusal.notValid) {
      _ = try await desk.changeQuestion(to: .firstJob, answer: "Facteur", password: Town.secret, at: now)
    }
    await #expect(throws: AccountRefusal.notValid) {
      _ = try await desk.changeContact(to: Contact(email: EmailAddress("a@exemple.fr")), password: Town.secret, at: now)
    }
    _ = try await desk.changePassword(from: Town.secret, to: new, at: now)

    let literal = try Town(passwordChange: .onceValidated)
    _ = try await literal.register()
    await #expect(throws: AccountRefusal.notValid) {
      try await self.desk(literal).changePassword(from: Town.secret, to: new, at: now)
    }
  }

  @Test func `F11: another question needs the password, and its answer opens the next recovery`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let desk = try await desk(town)
    await #expect(throws: PasswordChangeRefusal.currentInvalid) {
      _ = try await desk.changeQuestion(to: .firstJob, answer: "Facteur", password: "autre chose", at: now)
    }
    await #expect(throws: RecoveryAnswerRefusal.tooCommon) {
      _ = try await desk.changeQuestion(to: .firstJob, answer: "Amélie.lire", password: Town.secret, at: now)
    }
    await #expect(throws: RecoveryAnswerRefusal.tooCommon) {
      _ = try await desk.changeQuestion(
        to: .firstJob, answer: " CORRECT cheval  pile agrafe", password: Town.secret, at: now)
    }
    _ = try await desk.changeQuestion(to: .firstJob, answer: "Facteur", password: Town.secret, at: now)
    guard case .question(let id, .firstJob) = try await town.begin() else {
      Issue.record("not the new question")
      return
    }
    await #expect(throws: RecoveryRefusal.notConfirmed) { try await town.answer("Médor", to: id) }
    try await town.answer("facteur", to: id)
    #expect(town.accountNotices().last?.code == "account.question-changed")
  }

  @Test func `F01: another contact needs the password`() async throws {
    let town = try Town()
    let id = try await town.validated()
    let contact = try Contact(email: EmailAddress("nouvelle@exemple.fr"))
    let desk = try await desk(town)
    await #expect(throws: PasswordChangeRefusal.currentInvalid) {
      _ = try await desk.changeContact(to: contact, password: "autre chose", at: now)
    }
    _ = try await desk.changeContact(to: contact, password: Town.secret, at: now)
    #expect(try town.state(id).profile?.contact == contact)
  }

  @Test func `F12: a session ends unused after half an hour, and after eight hours in all`() async throws {
    let town = try Town()
    _ = try await town.validated()
    var session = try await town.signIn().session
    let fresh = session
    await #expect(throws: SessionRefusal.expired) {
      try await SignedIn(town.services, session: fresh).use(at: now.adding(1800))
    }
    var instant = now
    while instant < now.adding(28_799 - 1799) {
      instant = instant.adding(1799)
      session = try await SignedIn(town.services, session: session).use(at: instant).session
    }
    session = try await SignedIn(town.services, session: session).use(at: now.adding(28_799)).session
    let last = session
    await #expect(throws: SessionRefusal.expired) {
      try await SignedIn(town.services, session: last).use(at: now.adding(28_800))
    }
  }

  @Test func `F12: a session opens nothing before it was opened, but for the minute by which clocks may differ`()
    async throws
  {
    let town = try Town()
    _ = try await town.validated()
    let desk = try await desk(town)
    _ = try await desk.use(at: now.adding(-60))
    for early in [-61, -3600, -315_360_000] as [Double] {
      await #expect(throws: SessionRefusal.expired) { try await desk.use(at: now.adding(early)) }
    }
  }

  @Test func `F12, F52: an order whose clock goes back makes neither a session nor an account younger`() async throws {
    let town = try Town()
    let id = try await town.validated()
    let session = try await town.signIn(at: now.adding(60)).session
    let used = try await SignedIn(town.services, session: session).use(at: now.adding(90)).session
    #expect(try await SignedIn(town.services, session: used).use(at: now.adding(70)).session.usedAt == now.adding(90))
    _ = try await town.signIn(at: now)
    #expect(try town.state(id).credentials?.usedAt == now.adding(60))
    _ = try await SignedIn(town.services, session: session).changePassword(
      from: Town.secret, to: new, at: now.adding(30))
    #expect(try town.state(id).credentials?.usedAt == now.adding(60))
  }

  @Test func `F12: closing the account ends its sessions`() async throws {
    let town = try Town()
    let id = try await town.validated()
    let desk = try await desk(town)
    try await town.order(.close(.byHolder(generation: 1)), id, by: .citizen(id))
    await #expect(throws: SessionRefusal.revoked) { try await desk.use(at: now) }
  }

  @Test func `F12: a password changed while the holder closes the account leaves it open`() async throws {
    let town = try Town()
    let id = try await town.validated()
    let session = try await town.signIn().session
    let faulty = FaultyStore(town.accounts)
    let slow = SignedIn(try town.behind(faulty).services, session: session)
    let change = AccountEvent.changePassword(Drawn(PasswordHash("v1$x$y")), proof: .current(generation: 1))
    faulty.interrupt(.commit) { try await town.order(change, id, by: .citizen(id)) }
    await #expect(throws: AccountRefusal.accessChanged) { try await slow.close(password: Town.secret, at: now) }
    #expect(try town.state(id).name == .valide)
  }

  @Test func `F12: a town may shorten sessions, and never lengthen them`() throws {
    #expect(throws: WeakPolicy.self) { try SessionPolicy(idleSeconds: 1801) }
    #expect(throws: WeakPolicy.self) { try SessionPolicy(longestSeconds: 28_801) }
    #expect(throws: WeakPolicy.self) { try SessionPolicy(idleSeconds: 0) }
    #expect(throws: WeakPolicy.self) { try SessionPolicy(idleSeconds: 600, longestSeconds: 599) }
    #expect(try SessionPolicy() == .reference)
    _ = try SessionPolicy(idleSeconds: 600, longestSeconds: 600)
  }

  @Test func `F13: only the session of a recovery ends one`() async throws {
    let town = try Town()
    _ = try await town.validated()
    await #expect(throws: RecoveryRefusal.over) { try await desk(town).endRecovery(with: new, at: now) }
  }
}
