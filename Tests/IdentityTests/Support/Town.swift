import Foundation
import Identity
import WorkflowTesting

/// A town with everything in memory, at one instant unless a test moves it.
struct Town: Sendable {
  let trace = Trace()
  let accounts: TracingStore<AccountMachine>
  let recoveries: TracingStore<RecoveryMachine>
  let doors: TracingStore<ThrottleMachine>
  let services: IdentityServices
  let captcha: InMemoryCaptcha
  let registration: Registration

  static let noon = Date(timeIntervalSince1970: 1_771_412_400)  // 18 February 2026, 12:00 in Paris
  static let visitor = VisitorID("visit-1")
  static let home = Source("192.0.2.7")
  static let clerk = Agent(id: "agent-1", services: ["etat-civil"])
  static let stranger = Agent(id: "agent-2", services: ["sports"])
  static let secret = "correct cheval pile agrafe"

  init(
    recovery: RecoveryPolicy = .secretQuestion, logins: LoginPolicy = .accentsDistinguish,
    changes: AccountPolicy.Changes = .reviewed, passwordChange: AccountPolicy.PasswordChange = .anytime,
    sharing other: Town? = nil, through store: FaultyStore<AccountMachine>? = nil, hasherVersion: Int = 1,
    pepper: UInt8 = 0
  ) throws {
    accounts = other?.accounts ?? TracingStore("accounts", trace)
    recoveries = other?.recoveries ?? TracingStore("recoveries", trace)
    doors = other?.doors ?? TracingStore("doors", trace)
    let calendar = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    let policy = AccountPolicy(
      services: ["etat-civil"], retention: try RetentionPolicy(calendar: calendar), logins: logins, changes: changes,
      passwordChange: passwordChange)
    let machine = AccountMachine(policy: policy)
    services = IdentityServices(
      accounts: store.map { Engine(machine, store: $0) } ?? Engine(machine, store: accounts),
      recoveries: Engine(RecoveryMachine(policy: recovery), store: recoveries),
      doors: Engine(ThrottleMachine(), store: doors), hasher: TracingHasher(trace, version: hasherVersion),
      random: CountingSource(trace), pepper: try Pepper(key: Array(pepper..<pepper + 32)),
      passwords: try PasswordPolicy(blocked: ["Guyancourt Ville"]))
    captcha = other?.captcha ?? InMemoryCaptcha(puzzles: [Self.puzzle])
    registration = Registration(services, captcha: try CaptchaGate(captcha))
  }

  static let puzzle = InMemoryCaptcha.Puzzle(
    [.text: "Combien font trois et quatre ?", .image: "sept.png"], answer: "sept")

  func form(
    _ first: String, _ last: String, email: String = "amelie@exemple.fr", password: String = secret,
    answer: String = "Médor"
  ) async throws -> RegistrationForm {
    var form = RegistrationForm()
    form.identity.firstName = Personal(first)
    form.identity.lastName = Personal(last)
    form.contact.email = Personal(email)
    form.access = try await registration.access(
      NewPassword(password, confirmation: password), question: .firstPet, answer: answer, form: form)
    return form
  }

  func solved(_ visitor: VisitorID = visitor, at instant: Date = noon) async throws -> CaptchaAnswer {
    CaptchaAnswer("sept", to: try await registration.challenge(for: visitor, at: instant).id)
  }

  @discardableResult
  func register(
    _ first: String = "Amélie", _ last: String = "Lire", key: String? = nil, visitor: VisitorID = visitor,
    at instant: Date = noon
  ) async throws -> AccountID {
    let form = try await form(first, last)
    return try await registration.send(
      form, key: RequestKey(key ?? UUID().uuidString), captcha: solved(visitor, at: instant), visitor: visitor,
      at: instant
    ).id
  }

  @discardableResult
  func order(_ event: AccountEvent, _ id: AccountID, by principal: Principal, at instant: Date = noon) async throws
    -> AccountState
  {
    try await services.accounts.send(event, to: id, in: Context(instant: instant, principal: principal)).state
  }

  func validated(_ first: String = "Amélie", _ last: String = "Lire") async throws -> AccountID {
    let id = try await register(first, last)
    try await order(.validate, id, by: .agent(Self.clerk))
    return id
  }

  func signIn(
    _ login: String = "amélie.lire", _ password: String = secret, from source: Source = home, at instant: Date = noon
  ) async throws -> OpenedSession {
    try await SignIn(services).signIn(
      login: login, password: password, visitor: Self.visitor, from: source, at: instant)
  }

  func begin(_ login: String = "amélie.lire", from source: Source = home, at instant: Date = noon) async throws
    -> Recovery.Step
  {
    try await Recovery(services).begin(login: login, visitor: Self.visitor, from: source, at: instant)
  }

  func answer(_ answer: String, to id: RecoveryID, from source: Source = home, at instant: Date = noon) async throws {
    try await Recovery(services).answer(answer, to: id, visitor: Self.visitor, from: source, at: instant)
  }

  /// This town as another server sees it, its accounts through a store that a test disturbs.
  func behind(_ store: FaultyStore<AccountMachine>) throws -> Town { try Town(sharing: self, through: store) }

  /// The whole of the FAQ's recovery, to a new password.
  func recover(to password: String, from source: Source = home, at instant: Date = noon) async throws {
    guard let id = try await begin(from: source, at: instant).id else { throw RecoveryRefusal.over }
    try? await answer("Médor", to: id, from: source, at: instant)
    guard let notice = try await recoveryLetters(at: instant).last, let secret = notice.arguments.first?.value else {
      throw RecoveryRefusal.over
    }
    let new = NewPassword(password, confirmation: password)
    if notice.code == "recovery.link" {
      try await LinkedRecovery(services).end(secret: secret, with: new, visitor: Self.visitor, at: instant)
    } else {
      let session = try await signIn("amélie.lire", secret, from: source, at: instant).session
      _ = try await SignedIn(services, session: session).endRecovery(with: new, at: instant)
    }
  }

  /// Drains the recoveries' outbox, and gives what was mailed, address and secret.
  func recoveryLetters(at instant: Date = noon) async throws -> [Notice] {
    var notices: [Notice] = []
    let post = RecoveryPost(services)
    let delivery = try await Relay(recoveries).drain(at: instant) { pending in
      if let notice = try await post.notice(for: pending, at: instant) { notices.append(notice) }
    }
    if let failed = delivery.postponed.first { throw failed.error }
    return notices
  }

  /// The notices of accounts that wait, oldest first.
  func accountNotices() -> [Notice] {
    accounts.pendingEffects(at: .distantFuture, limit: 10_000).map(\.effect)
  }

  func state(_ id: AccountID) throws -> AccountState {
    guard let record = accounts.inner.load(id) else { throw AccountRefusal.unknown }
    return record.state
  }
}

extension Recovery.Step {
  var id: RecoveryID? {
    switch self {
    case .question(let id, _): id
    case .letterPromised: nil
    }
  }
}

extension Date {
  func adding(_ seconds: Double) -> Date { addingTimeInterval(seconds) }
}
