import Foundation
import Identity
import Testing
import WorkflowTesting

/// What others can do to a recovery, and learn from it.
struct RecoveryAttackTests {
  private let now = Town.noon
  private let new = NewPassword("un autre mot de passe", confirmation: "un autre mot de passe")

  private func secret(_ notices: [Notice]) throws -> String {
    try #require(notices.last?.arguments.first?.value)
  }

  @Test func `F13: asking for recoveries never shuts the door of signing in, nor the other way round`() async throws {
    let town = try Town(recovery: .mailedLink)
    _ = try await town.validated()
    for number in 1...30 { _ = try await town.begin("inconnu.n\(number)") }
    _ = try await town.signIn()
    for number in 1...30 { _ = try? await town.signIn("inconnu.n\(number)", "faux", from: Source("b")) }
    _ = try await town.begin(from: Source("b"))
    #expect(try await town.recoveryLetters().count == 1)
  }

  @Test func `F13: who copies the database without the key cannot make the mailed secret`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let thief = try Town(sharing: town, pepper: 100)
    let id = try #require(try await town.begin().id)
    try await town.answer("Médor", to: id)
    let pending = try #require(town.recoveries.pendingEffects(at: now, limit: 1).first)
    let made = try #require(try await RecoveryPost(thief.services).notice(for: pending, at: now))
    let mailed = try await town.recoveryLetters()
    #expect(try secret([made]) != secret(mailed))
    await #expect(throws: SignInRefusal.refused) { try await town.signIn("amélie.lire", secret([made])) }
    _ = try await town.signIn("amélie.lire", secret(mailed))
  }

  @Test func `F13: five answers to a question, then a new question`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let id = try #require(try await town.begin().id)
    for number in 1...5 {
      // Far enough apart for the login's door, near enough for the question.
      await #expect(throws: RecoveryRefusal.notConfirmed) {
        try await town.answer("Félix", to: id, at: now.adding(Double(number) * 60))
      }
    }
    await #expect(throws: RecoveryRefusal.over) { try await town.answer("Médor", to: id, at: now.adding(600)) }
    #expect(try await town.recoveryLetters().isEmpty)
    let again = try #require(try await town.begin(at: now.adding(600)).id)
    try await town.answer("Médor", to: again, at: now.adding(600))
  }

  @Test func `F13: an unknown login gets a question of the list, always the same, and no letter`() async throws {
    let town = try Town()
    var questions: Set<RecoveryQuestion> = []
    for number in 1...40 {
      var shown: Set<RecoveryQuestion> = []
      for source in ["a", "b"] {
        guard
          case .question(let id, let question) = try await town.begin(
            "inconnu.n\(number)", from: Source("\(source)\(number)"))
        else { return }
        shown.insert(question)
        await #expect(throws: RecoveryRefusal.notConfirmed) {
          try await town.answer("Médor", to: id, from: Source("\(source)\(number)"))
        }
      }
      #expect(shown.count == 1)
      questions.formUnion(shown)
    }
    // Not one question for all, which would tell them from the real ones.
    #expect(questions.count == RecoveryQuestion.allCases.count)
    #expect(try await town.recoveryLetters().isEmpty)
  }

  @Test func `F13: wrong answers count like wrong passwords`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let id = try #require(try await town.begin().id)
    for _ in 1...3 { try? await town.answer("Félix", to: id) }
    await #expect(throws: SignInRefusal.refused) { try await town.signIn() }
    _ = try await town.signIn(at: now.adding(1))
  }

  @Test func `F13: whoever keeps the login's door shut keeps nobody from recovering it: a link is mailed`() async throws
  {
    let town = try Town()
    _ = try await town.validated()
    for number in 1...150 {
      let instant = now.adding(Double(number) * 3600)
      let source = Source("s\(number)")
      _ = try? await town.signIn("amélie.lire", "faux \(number)", from: source, at: instant)
      if let id = try await town.begin(from: source, at: instant).id {
        try? await town.answer("Félix", to: id, from: source, at: instant)
      }
      _ = try await town.recoveryLetters(at: instant)
    }
    let later = now.adding(200 * 3600)
    let id = try #require(try await town.begin(from: Source("home"), at: later).id)
    await #expect(throws: RecoveryRefusal.notConfirmed) {
      try await town.answer("Médor", to: id, from: Source("home"), at: later)
    }
    let notices = try await town.recoveryLetters(at: later)
    #expect(notices.map(\.code) == ["recovery.link"])
    try await LinkedRecovery(town.services).end(
      secret: secret(notices), with: new, visitor: Town.visitor, at: later)
    _ = try await town.signIn("amélie.lire", "un autre mot de passe", at: later)
  }

  @Test(arguments: RecoveryPolicy.allCases)
  func `F13: however many recoveries others begin, the citizen's mailbox always holds one that works`(
    policy: RecoveryPolicy
  ) async throws {
    let town = try Town(recovery: policy)
    _ = try await town.validated()
    for number in 1...120 {
      _ = try? await town.signIn(
        "amélie.lire", "faux \(number)", from: Source("s\(number)"), at: now.adding(Double(number) * 3600))
    }
    let start = now.adding(130 * 3600)
    var mailbox: [(at: Date, secret: String)] = []
    for hour in 0..<72 {
      let instant = start.adding(Double(hour) * 3600)
      for attacker in 1...3 {
        let source = Source("s\(hour).\(attacker)")
        if let id = try await town.begin(from: source, at: instant).id {
          try? await town.answer("Félix", to: id, from: source, at: instant)
        }
      }
      for notice in try await town.recoveryLetters(at: instant) {
        mailbox.append((instant, try #require(notice.arguments.first?.value)))
      }
      let alive = mailbox.filter { instant < $0.at.adding(86_400) }
      #expect(!alive.isEmpty, "nothing to recover with after \(hour) hours")
    }
    #expect(mailbox.count <= 12)
    let last = try #require(mailbox.last)
    try await LinkedRecovery(town.services).end(
      secret: last.secret, with: new, visitor: Town.visitor, at: last.at.adding(3600))
  }

  @Test func `F13: whoever knows the answer and asks all night leaves a letter that works all day`() async throws {
    let town = try Town()
    _ = try await town.validated()
    var mailbox: [(at: Date, notice: Notice)] = []
    for hour in 0..<72 {
      let instant = now.adding(Double(hour) * 3600)
      for attacker in 1...3 {
        let source = Source("s\(hour).\(attacker)")
        if let id = try await town.begin(from: source, at: instant).id {
          try await town.answer("Médor", to: id, from: source, at: instant)
        }
      }
      mailbox += try await town.recoveryLetters(at: instant).map { (instant, $0) }
      if hour == 0 {
        #expect(
          mailbox.map(\.notice.code) == ["recovery.temporary-password", "recovery.temporary-password", "recovery.link"])
      }
      let alive = mailbox.filter { instant < $0.at.adding($0.notice.code == "recovery.link" ? 86_400 : 3600) }
      #expect(!alive.isEmpty, "nothing to recover with after \(hour) hours")
    }
    #expect(mailbox.count <= 12)
    let last = try #require(mailbox.last { $0.notice.code == "recovery.link" })
    // It is a link and no password, and works to its last second.
    let link = try secret([last.notice])
    await #expect(throws: SignInRefusal.refused) { try await town.signIn("amélie.lire", link, at: last.at) }
    try await LinkedRecovery(town.services).end(
      secret: link, with: new, visitor: Town.visitor, at: last.at.adding(86_399))
    // The letters that were mailed are void now, so the next one may leave at once.
    let id = try #require(try await town.begin(from: Source("home"), at: last.at.adding(86_399)).id)
    try await town.answer("Médor", to: id, from: Source("home"), at: last.at.adding(86_399))
    #expect(try await town.recoveryLetters(at: last.at.adding(86_399)).map(\.code) == ["recovery.temporary-password"])
  }

  @Test func `F13: the last letter of a day, delivered twice, is the same link`() async throws {
    let town = try Town()
    _ = try await town.validated()
    for _ in 1...2 {
      try await town.answer("Médor", to: #require(try await town.begin().id))
      _ = try await town.recoveryLetters()
    }
    try await town.answer("Médor", to: #require(try await town.begin().id))
    let pending = try #require(town.recoveries.pendingEffects(at: now, limit: 1).first)
    let post = RecoveryPost(town.services)
    let first = try await post.notice(for: pending, at: now)
    #expect(first?.code == "recovery.link")
    #expect(try await post.notice(for: pending, at: now.adding(7200)) == first)
  }

  @Test func `F13: only the system makes a link of a temporary password, and a dead secret is not mailed`() async throws
  {
    let town = try Town()
    _ = try await town.validated()
    let id = try #require(try await town.begin().id)
    try await town.answer("Médor", to: id)
    await #expect(throws: RecoveryRefusal.over) {
      try await town.services.recoveries.send(
        .prolong, to: id, in: Context(instant: now, principal: .visitor(Town.visitor)))
    }
    #expect(try await town.recoveryLetters(at: now.adding(3600)).isEmpty)
  }

  @Test func `F13: a password that its holder changes meanwhile is not taken over by a temporary session`() async throws
  {
    let town = try Town()
    let id = try await town.validated()
    try await town.answer("Médor", to: #require(try await town.begin().id))
    let session = try await town.signIn("amélie.lire", secret(town.recoveryLetters())).session
    let faulty = FaultyStore(town.accounts)
    let intruder = SignedIn(try town.behind(faulty).services, session: session)
    faulty.interrupt(.commit) { try await town.order(Self.holdersChange, id, by: .citizen(id)) }
    await #expect(throws: AccountRefusal.accessChanged) { try await intruder.endRecovery(with: new, at: now) }
    #expect(try town.state(id).credentials?.password == PasswordHash("v1$x$y"))
  }

  @Test func `F13: a password that its holder changes meanwhile is not taken over by a link`() async throws {
    let town = try Town(recovery: .mailedLink)
    let id = try await town.validated()
    _ = try await town.begin()
    let link = try secret(await town.recoveryLetters())
    let faulty = FaultyStore(town.accounts)
    let intruder = LinkedRecovery(try town.behind(faulty).services)
    faulty.interrupt(.commit) { try await town.order(Self.holdersChange, id, by: .citizen(id)) }
    await #expect(throws: AccountRefusal.accessChanged) {
      try await intruder.end(secret: link, with: new, visitor: Town.visitor, at: now)
    }
    #expect(try town.state(id).credentials?.password == PasswordHash("v1$x$y"))
  }

  private static let holdersChange = AccountEvent.changePassword(
    Drawn(PasswordHash("v1$x$y")), proof: .current(generation: 1))

  @Test func `F13: an effect delivered twice is the same letter, and counts once`() async throws {
    let town = try Town()
    _ = try await town.validated()
    try await town.answer("Médor", to: #require(try await town.begin().id))
    let pending = try #require(town.recoveries.pendingEffects(at: now, limit: 1).first)
    let post = RecoveryPost(town.services)
    let first = try await post.notice(for: pending, at: now)
    for _ in 1...10 { #expect(try await post.notice(for: pending, at: now.adding(60)) == first) }
    #expect(first != nil)
    town.recoveries.acknowledge(pending.key)
    for _ in 1...2 {
      try await town.answer("Médor", to: #require(try await town.begin().id))
      #expect(try await town.recoveryLetters().count == 1)
    }
    try await town.answer("Médor", to: #require(try await town.begin().id))
    #expect(try await town.recoveryLetters().isEmpty)
  }

  @Test func `F52: no clear secret is stored anywhere: states, journal, outbox`() async throws {
    let town = try Town()
    _ = try await town.validated()
    try await town.answer("Médor", to: #require(try await town.begin().id))
    let before = try #require(String(data: town.recoveries.inner.snapshot(), encoding: .utf8))
    let temporary = try secret(await town.recoveryLetters())
    let doors = try #require(String(data: town.doors.inner.snapshot(), encoding: .utf8))
    let accounts = try #require(String(data: town.accounts.inner.snapshot(), encoding: .utf8))
    for text in [before, doors, accounts] {
      for clear in [temporary, "médor", "Médor", Town.secret] { #expect(!text.contains(clear)) }
    }
    for personal in ["192.0.2.7", "lire"] { #expect(!doors.contains(personal) && !before.contains(personal)) }
  }
}
