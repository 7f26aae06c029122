import Billing
import Foundation
import Testing
import WorkflowTesting

/// F44: an attempt whose time is up keeps nobody from paying, though no due run has come by.
struct LateHostTests {
  private let base = InMemoryStore<PaymentAttemptMachine>()
  private let portal: Portal
  private let opening = Town.noon + 20 * 60
  private let life = Town.noon + 48 * 3600

  init() { portal = Portal(attempts: base) }

  /// Wishes to pay A, at noon, while the gateway is silent.
  private func reserved(_ invoice: InvoiceID = "A", for account: AccountID = Town.alice) async throws {
    portal.gateway.be(silent: true)
    try await portal.add(invoice, for: account)
    await #expect(throws: PaymentRefusal.gatewayUnavailable) { try await portal.pay(account) }
    portal.gateway.be()
  }

  private func due(at instant: Date) async throws -> [InvoiceID] {
    guard case .shown(let list) = try await portal.invoices.overview(for: Portal.holder(Town.alice), at: instant)
    else { return [] }
    return list.due.map(\.id)
  }

  private func journal(of attempt: AttemptID = Portal.attempt()) -> [PaymentAttemptOrder.Name] {
    base.journal(of: attempt).map(\.event)
  }

  @Test func `F44: a page that could not be opened in time holds nobody up, not one second before`() async throws {
    try await reserved()
    await #expect(throws: PaymentRefusal.invoiceReserved("A")) { try await portal.pay(wish: 2, at: opening - 1) }
    #expect(try await due(at: opening - 1) == ["B", "C"])
    #expect(try await due(at: opening) == ["A", "B", "C"])
    let session = try await portal.pay(wish: 2, at: opening)
    #expect(try await portal.attempts().map(\.session) == [session, nil])
    #expect(journal() == [.reserve, .expire])
    await #expect(throws: PaymentRefusal.ended) { try await portal.pay(wish: 1, at: opening) }
  }

  @Test func `F44: a wish that is sent again after its time opens no page on the word of an old basket`() async throws {
    try await reserved()
    portal.billing.change([Town.invoice("A", cents: 2599)], of: Town.alice)
    await #expect(throws: PaymentRefusal.ended) { try await portal.pay(at: Town.noon + 3 * 24 * 3600) }
    #expect(portal.gateway.opened.isEmpty)
    // Nor is the page of a session shown again that nobody can pay in any more.
    let other = Portal()
    try await other.add("A")
    _ = try await other.pay()
    await #expect(throws: PaymentRefusal.ended) { try await other.pay(at: Town.noon + 5 * 24 * 3600) }
  }

  @Test func `F44: nor does it keep another member of the household from choosing and paying the invoice`() async throws
  {
    try await reserved()
    await #expect(throws: BasketRefusal.reservedInvoice("A")) {
      try await portal.add("A", for: Town.benoit, at: opening - 1)
    }
    try await portal.add("A", for: Town.benoit, at: opening)
    _ = try await portal.pay(Town.benoit, at: opening)
    await #expect(throws: PaymentRefusal.invoiceReserved("A")) { try await portal.pay(wish: 2, at: opening) }
  }

  @Test func `F44: invoices that several such attempts hold are paid together`() async throws {
    let household = [Town.invoice("A"), Town.invoice("B", cents: 500)]
    for member in [Town.alice, Town.benoit] { portal.billing.change(household, of: member) }
    try await reserved("A")
    try await reserved("B", for: Town.benoit)
    try await portal.add("B", at: opening)
    _ = try await portal.pay(wish: 2, at: opening)
    #expect(portal.gateway.opened.map(\.amount) == [Money(cents: 2499)])
    for member in [Town.alice, Town.benoit] {
      #expect(journal(of: Portal.attempt(member)) == [.reserve, .expire])
    }
  }

  @Test func `F46: an attempt without news is asked about and given up as a due run would, and may still be paid`()
    async throws
  {
    try await portal.add("A")
    let first = try await portal.pay()
    await #expect(throws: PaymentRefusal.invoiceReserved("A")) { try await portal.pay(wish: 2, at: life - 1) }
    #expect(journal() == [.reserve, .open])
    let second = try await portal.pay(wish: 2, at: life)
    #expect(journal() == [.reserve, .open, .inquire, .expire])
    for session in [first, second] {
      portal.gateway.script(session.reference, .paid(Money(cents: 1999), by: .card, at: nil))
      try await portal.notify(session, at: life)
    }
    let balance = try await portal.ledger(at: life)
    #expect(balance.paid.cents == 2 * 1999 && balance.settled.cents == 1999 && balance.open.cents == 1999)
  }

  @Test func `F44: whatever comes in between, one attempt is live and one page is shown`() async throws {
    let rehearsal = LateHostTests()
    try await rehearsal.reserved()
    let counted = FaultyStore(rehearsal.base)
    _ = try await rehearsal.server(counted).pay(wish: 2, at: rehearsal.opening)
    for (operation, calls) in Dictionary(grouping: counted.calls, by: \.operation) {
      for call in calls.indices.map({ $0 + 1 }) {
        for (account, wish) in [(Town.alice, 1), (Town.alice, 3), (Town.benoit, 1)] {
          try await LateHostTests().meet(account, wish, at: operation, call)
        }
      }
    }
  }

  /// Somebody else's wish, or the one that could not be fulfilled, in the middle of a new one.
  private func meet(_ account: AccountID, _ wish: Int, at operation: StoreOperation, _ call: Int) async throws {
    let place: Comment = "\(account) \(wish), \(operation) \(call)"
    try await reserved()
    try? await portal.add("A", for: account, at: opening)
    let slow = FaultyStore(base)
    let pages = Pages()
    slow.interrupt(operation, call: call) { [portal, opening] in
      await pages.see { try await portal.pay(account, wish: wish, at: opening) }
    }
    await pages.see { [self] in try await server(slow).pay(wish: 2, at: opening) }
    let live = try await portal.attempts() + portal.attempts(of: Town.benoit)
    #expect(await pages.seen == live.filter(\.standing.isLive).map(\.session), place)
    #expect(await pages.seen.count == 1, place)
  }

  private func server(_ attempts: some Store<PaymentAttemptMachine>) -> Portal {
    Portal(
      attempts: attempts, baskets: portal.basketDesk.baskets.store, billing: portal.billing, gateway: portal.gateway)
  }
}

/// The pages that citizens were sent to.
private actor Pages {
  private(set) var seen: [GatewaySession?] = []

  func see(_ page: @Sendable () async throws -> GatewaySession) async {
    if let session = try? await page() { seen.append(session) }
  }
}
