import Billing
import DemarcheWorkflow
import Foundation
import Identity

/// Somebody who lives in the town, and what they would type.
struct Resident: Hashable, Sendable {
  var first = "Jean"
  var last = "Dupont"
  var email = "jean@example.fr"
  var visitor: VisitorID = "visit-jean"
  var password = "correct cheval pile agrafe"
  var source: Source { Source(visitor.rawValue) }

  static let jean = Resident()
  static let jeanne = Resident(first: "Jeanne", email: "jeanne@example.fr", visitor: "visit-jeanne")
  static let agent = Agent(
    id: "agent-1", services: ["etat-civil", "scolaire", "ccas", "regie-ville", "regie-ccas"])
  static let otherAgent = Agent(id: "agent-2", services: agent.services)
}

/// What residents and agents do, on one server.
extension Server {
  func register(_ resident: Resident, key: String, at instant: Date) async throws -> AccountID {
    var form = RegistrationForm()
    form.identity.firstName = Personal(resident.first)
    form.identity.lastName = Personal(resident.last)
    form.contact.email = Personal(resident.email)
    form.access = try await registration.access(
      NewPassword(resident.password, confirmation: resident.password), question: .firstPet, answer: "Médor",
      form: form)
    let challenge = try await registration.challenge(for: resident.visitor, at: instant)
    return try await registration.send(
      form, key: RequestKey(key), captcha: CaptchaAnswer("sept", to: challenge.id), visitor: resident.visitor,
      at: instant
    ).id
  }

  func signIn(
    _ login: String, _ password: String, as resident: Resident = .jean, at instant: Date
  ) async throws -> OpenedSession {
    try await SignIn(services).signIn(
      login: login, password: password, visitor: resident.visitor, from: resident.source, at: instant)
  }

  /// An account that the town has validated, its letters delivered.
  func settle(_ resident: Resident = .jean, at instant: Date) async throws -> AccountID {
    let id = try await register(resident, key: "register \(resident.visitor)", at: instant)
    try await accounts.send(.validate, to: id, in: Context(instant: instant, principal: .agent(Resident.agent)))
    try await deliver(at: instant)
    return id
  }

  @discardableResult
  func order(
    _ event: DemarcheEvent, _ id: DemarcheID, by principal: Principal, key: String? = nil, at instant: Date
  ) async throws -> Answer<DemarcheMachine> {
    try await demarches.send(
      event, to: id, key: key.map { try RequestKey($0) }, in: Context(instant: instant, principal: principal))
  }

  /// A child's enrollment as its parent files it; each order may be sent again.
  func file(_ id: DemarcheID, by principal: Principal, serial: Int = 4217, at instant: Date) async throws {
    let file = PieceFile(
      ContentID("\(id)-upload"), name: "scan.pdf", mediaType: "application/pdf", bytes: 1000,
      digest: Digest(of: "scan"), issued: nil)
    let submission = Submission(
      number: try RequestNumber(serial: serial),
      identity: try ApplicantIdentity(lastName: "Dupont", firstName: "Jean"))
    try await order(.open(Opening("ecole", for: Self.child)), id, by: principal, key: "\(id) open", at: instant)
    try await order(
      .answer(AnswerChange(["ecole": .text("Jaurès")])), id, by: principal, key: "\(id) answer", at: instant)
    try await order(.supplyPiece("domicile", file), id, by: principal, key: "\(id) supply", at: instant)
    try await order(.submit(submission), id, by: principal, key: "\(id) submit", at: instant)
  }

  static let child = Subject.member(.init(id: "m-zoe", kind: .child, name: "Zoé Dupont"))

  /// What billing knows of an account that has existed for years.
  static func holder(_ id: AccountID) -> AccountHolder {
    AccountHolder(id: id, createdAt: Date(timeIntervalSince1970: 1_700_000_000), isValidated: true)
  }

  /// One wish to pay the basket; what is drawn may be another on another server.
  func pay(_ account: AccountID, key: String, draw: Int = 1, at instant: Date) async throws -> GatewaySession {
    let visit = PaymentVisit(
      email: Personal("payer@example.fr"), returnPage: URL(filePath: "/retour"),
      notificationPage: URL(filePath: "/notif"))
    return try await payments.pay(
      for: Self.holder(account), visit: visit, attempt: AttemptID("\(account) \(key) \(draw)"),
      reference: PaymentReference(Digest(of: account.rawValue, key, "\(draw)").hexadecimal.prefix(20).description),
      key: RequestKey(key), at: instant)
  }

  func add(_ invoice: InvoiceID, for account: AccountID, at instant: Date) async throws {
    _ = try await baskets.add(
      invoice, for: Self.holder(account), key: RequestKey("\(account) adds \(invoice)"), at: instant)
  }

  func notify(_ session: GatewayReference, at instant: Date) async throws {
    _ = try await payments.notified(by: ["session": session.rawValue], at: instant)
  }
}

extension TownHall {
  /// The account of a resident, found by the address it was opened with.
  func id(of resident: Resident) throws -> AccountID {
    let found = accounts.states.first { $0.value.profile?.contact.email.address.value == resident.email }
    guard let found else { throw AccountRefusal.unknown }
    return found.key
  }

  /// An invoice of the town's own régie, issued in the month of the opening.
  func invoice(_ id: InvoiceID, cents: Int) throws -> Invoice {
    try TownPlan.ville.invoice(
      id, of: "cantine", amount: Money(cents: cents), issuedOn: CivilDate(iso: "2027-10-04"), subject: "Cantine")
  }
}
