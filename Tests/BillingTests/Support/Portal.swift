import Billing
import Foundation
import WorkflowTesting

/// The desks of a town over its stores and ports; two portals over the same stores are two servers.
struct Portal {
  let billing: FakeBilling
  let gateway: ScriptedGateway
  let post: FakePost
  let basketDesk: BasketDesk
  let desk: PaymentDesk
  let courier: PaymentCourier
  var invoices: InvoiceDesk { desk.invoices }

  /// A and B are both members' invoices, 19,99 € and 0,29 €; C is the CCAS's.
  static let household = [
    Town.invoice("A"), Town.invoice("B", cents: 29), Town.invoice("C", cents: 500, of: Town.ccas),
  ]

  init(
    attempts: any Store<PaymentAttemptMachine> = InMemoryStore<PaymentAttemptMachine>(),
    baskets: any Store<BasketMachine> = InMemoryStore<BasketMachine>(),
    strays: any Store<StrayPaymentMachine> = InMemoryStore<StrayPaymentMachine>(),
    billing: FakeBilling = FakeBilling([Town.alice: household, Town.benoit: household]),
    gateway: ScriptedGateway = ScriptedGateway(), post: FakePost = FakePost()
  ) {
    self.billing = billing
    self.gateway = gateway
    self.post = post
    let attemptEngine = Engine(Town.attempts, store: attempts)
    let invoices = InvoiceDesk(
      source: billing, visibility: InvoiceVisibility(calendar: Town.calendar), payments: attemptEngine)
    let basketEngine = Engine(Town.baskets, store: baskets)
    basketDesk = BasketDesk(invoices: invoices, baskets: basketEngine)
    desk = PaymentDesk(
      invoices: invoices, baskets: basketEngine, attempts: attemptEngine,
      strays: Engine(Town.strays, store: strays), gateway: gateway)
    courier = PaymentCourier(desk: desk, baskets: basketEngine, correspondence: post)
  }

  static func holder(_ account: AccountID) -> AccountHolder {
    AccountHolder(id: account, createdAt: Town.instant("2020-01-06T10:00:00Z"), isValidated: true)
  }

  func add(_ invoice: InvoiceID, for account: AccountID = Town.alice, at instant: Date = Town.noon) async throws {
    _ = try await basketDesk.add(
      invoice, for: Self.holder(account), key: RequestKey("\(account) adds \(invoice)"), at: instant)
  }

  func content(of account: AccountID = Town.alice, at instant: Date = Town.noon) async throws -> FilledBasket? {
    try await basketDesk.content(for: Self.holder(account), at: instant)
  }

  func review(at instant: Date = Town.noon) async throws -> BasketReview {
    try await basketDesk.review(for: Self.holder(Town.alice), at: instant)
  }

  /// One wish to pay; a repeat may be drawn another identifier and reference by another server.
  func pay(
    _ account: AccountID = Town.alice, wish: Int = 1, draw: Int = 1, at instant: Date = Town.noon
  ) async throws -> GatewaySession {
    try await desk.pay(
      for: Self.holder(account), visit: Self.visit, attempt: Self.attempt(account, wish, draw),
      reference: PaymentReference("REF\(account)\(wish)\(draw)"), key: RequestKey("\(account) pays \(wish)"),
      at: instant)
  }

  static func attempt(_ account: AccountID = Town.alice, _ wish: Int = 1, _ draw: Int = 1) -> AttemptID {
    AttemptID("\(account)-\(wish)-\(draw)")
  }

  private static let visit = PaymentVisit(
    email: Personal("alice@example.org"), returnPage: URL(filePath: "/retour"),
    notificationPage: URL(filePath: "/notif"))

  func notify(_ session: GatewaySession, at instant: Date = Town.noon) async throws {
    try await desk.notified(by: ["idop": session.reference.rawValue], at: instant)
  }

  func attempts(of account: AccountID = Town.alice) async throws -> [PaymentAttempt] {
    try await desk.attempts.store.find(.payments(of: account), after: nil, limit: 100).records.map(\.state)
  }

  func ledger(of regie: RegieID = "ville", at instant: Date = Town.noon) async throws -> LedgerBalance {
    let day = Town.calendar.date(of: instant)
    let agent = regie == "ccas" ? Town.staffCCAS : Town.staffVille
    return try await desk.ledger(of: regie, on: day...day.adding(days: 3), by: agent).balance(of: regie)
  }
}
