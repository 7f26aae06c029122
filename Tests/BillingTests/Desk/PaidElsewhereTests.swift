import Billing
import Foundation
import Testing
import WorkflowTesting

/// F44: nobody is sent to pay an invoice that the portal shows as paid.
struct PaidElsewhereTests {
  private let store = InMemoryStore<PaymentAttemptMachine>()
  private let baskets = InMemoryStore<BasketMachine>()
  private let billing = FakeBilling([Town.alice: Portal.household, Town.benoit: Portal.household])
  private let gateway = ScriptedGateway()
  private let post = FakePost()
  private let paid = PaymentFact.Outcome.paid(Money(cents: 1999), by: .card, at: nil)

  private func server(_ attempts: some Store<PaymentAttemptMachine>) -> Portal {
    Portal(attempts: attempts, baskets: baskets, billing: billing, gateway: gateway, post: post)
  }

  /// A first attempt to pay A that was cancelled, and of which the gateway will say that it was paid after all.
  private func cancelled(_ portal: Portal) async throws -> GatewaySession {
    try await portal.add("A")
    let session = try await portal.pay()
    gateway.script(session.reference, .cancelled, paid)
    try await portal.notify(session)
    return session
  }

  @Test func `F44: a page that was opened is not shown again once another attempt has paid the invoice`() async throws {
    let portal = server(store)
    let first = try await cancelled(portal)
    _ = try await portal.pay(wish: 2)
    try await portal.notify(first)
    await #expect(throws: PaymentRefusal.invoiceAlreadyPaid("A")) { try await portal.pay(wish: 2) }
    #expect(gateway.opened.count == 2)
    #expect(try await portal.content() == nil)
  }

  @Test func `F44: no page is opened once another attempt has paid the invoice, and its reservation ends`() async throws
  {
    let portal = server(store)
    let first = try await cancelled(portal)
    gateway.be(silent: true)
    await #expect(throws: PaymentRefusal.gatewayUnavailable) { try await portal.pay(wish: 2) }
    gateway.be()
    try await portal.notify(first)
    for _ in 1...2 {
      await #expect(throws: PaymentRefusal.invoiceAlreadyPaid("A")) { try await portal.pay(wish: 2) }
    }
    #expect(gateway.opened.count == 1)
    #expect(try await portal.attempts().map(\.standing).sorted() == [.expired, .paid])
  }

  @Test func `F44: wherever a late proof comes in between, nobody is sent to pay what it has settled`() async throws {
    _ = try await cancelled(server(store))
    let rehearsal = FaultyStore(store)
    _ = try await server(rehearsal).pay(wish: 2)
    let counts = Dictionary(grouping: rehearsal.calls, by: \.operation).mapValues(\.count)
    for (operation, count) in counts {
      for call in 1...count {
        let town = PaidElsewhereTests()
        let other = town.server(town.store)
        let first = try await town.cancelled(other)
        let slow = FaultyStore(town.store)
        slow.interrupt(operation, call: call) { try await other.notify(first) }
        let isSent = (try? await town.server(slow).pay(wish: 2)) != nil
        let wasPaid = try await other.attempts().contains { $0.standing == .paid }
        #expect(!(isSent && wasPaid), "\(operation) \(call)")
      }
    }
  }
}
