import Billing
import Foundation
import Testing
import WorkflowTesting

/// F44: one live attempt per invoice, across the members of a household and across servers.
struct TwoServersTests {
  private let base = InMemoryStore<PaymentAttemptMachine>()
  private let baskets = InMemoryStore<BasketMachine>()
  private let billing = FakeBilling([Town.alice: Portal.household, Town.benoit: Portal.household])
  private let gateway = ScriptedGateway()
  private let post = FakePost()
  private let paid = PaymentFact.Outcome.paid(Money(cents: 1999), by: .card, at: nil)

  private func server(_ attempts: some Store<PaymentAttemptMachine>) -> Portal {
    Portal(attempts: attempts, baskets: baskets, billing: billing, gateway: gateway, post: post)
  }

  private func steps(of run: (Portal) async throws -> Void) async throws -> [StoreOperation: Int] {
    let rehearsal = FaultyStore(InMemoryStore<PaymentAttemptMachine>())
    try await run(
      Portal(
        attempts: rehearsal, billing: FakeBilling([Town.alice: Portal.household, Town.benoit: Portal.household])))
    return Dictionary(grouping: rehearsal.calls, by: \.operation).mapValues(\.count)
  }

  @Test func `F44: of two members who pay the same invoice, whoever comes in between, one gets a session`() async throws
  {
    let steps = try await steps { portal in
      try await portal.add("A")
      _ = try await portal.pay()
    }
    for (operation, count) in steps {
      for call in 1...count {
        let town = TwoServersTests()
        let slow = FaultyStore(town.base)
        let other = town.server(town.base)
        slow.interrupt(operation, call: call) {
          try? await other.add("A", for: Town.benoit)
          _ = try? await other.pay(Town.benoit)
        }
        let portal = town.server(slow)
        do {
          try await portal.add("A")
          _ = try await portal.pay()
        } catch let refusal as PaymentRefusal {
          #expect(refusal == .invoiceReserved("A"))
        } catch let refusal as BasketRefusal {
          #expect(refusal == .reservedInvoice("A"))
        }
        #expect(town.gateway.opened.count == 1, "\(operation) \(call)")
        let attempts = try await portal.attempts() + portal.attempts(of: Town.benoit)
        #expect(attempts.filter { $0.standing.isLive }.count == 1, "\(operation) \(call)")
      }
    }
  }

  @Test func `F44: one wish to pay sent to two servers at once is one attempt and one page`() async throws {
    let steps = try await steps { portal in
      try await portal.add("A")
      _ = try await portal.pay()
    }
    for (operation, count) in steps {
      for call in 1...count {
        let town = TwoServersTests()
        let other = town.server(town.base)
        try await other.add("A")
        let slow = FaultyStore(town.base)
        slow.interrupt(operation, call: call) { _ = try await other.pay(draw: 2) }
        let session = try await town.server(slow).pay(draw: 1)
        let attempts = try await other.attempts()
        #expect(attempts.map(\.session) == [session], "\(operation) \(call)")
      }
    }
  }

  @Test func `F44: of fifty accounts that pay one invoice at once, one gets a session`() async throws {
    let accounts = (1...50).map { AccountID("member\($0)") }
    let billing = FakeBilling(Dictionary(uniqueKeysWithValues: accounts.map { ($0, Portal.household) }))
    let portal = Portal(attempts: base, baskets: baskets, billing: billing, gateway: gateway)
    for account in accounts { try await portal.add("A", for: account) }
    let sessions = await withTaskGroup(of: GatewaySession?.self) { group in
      for account in accounts { group.addTask { try? await portal.pay(account) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sessions.compactMap { $0 }.count == 1)
    #expect(gateway.opened.count == 1)
  }

  @Test func `F45: one payment announced to two servers at once settles once`() async throws {
    for operation in [StoreOperation.load, .commit, .holder] {
      let town = TwoServersTests()
      let other = town.server(town.base)
      try await other.add("A")
      let session = try await other.pay()
      town.gateway.script(session.reference, town.paid)
      let slow = FaultyStore(town.base)
      slow.interrupt(operation) { try await other.notify(session) }
      try await town.server(slow).notify(session)
      try await other.courier.run(at: Town.noon)
      #expect(town.billing.settlements.count == 1)
      #expect(town.post.notices("payment.receipt").count == 1)
      #expect(try await other.ledger().paid == Money(cents: 1999))
    }
  }

  @Test func `F45: a payment and the late payment of an earlier attempt arrive at once: one settles, one waits`()
    async throws
  {
    for call in 1...2 {
      let town = TwoServersTests()
      let other = town.server(town.base)
      try await other.add("A")
      let first = try await other.pay()
      town.gateway.script(first.reference, .cancelled, town.paid)
      try await other.notify(first)
      let second = try await other.pay(wish: 2)
      town.gateway.script(second.reference, town.paid)

      let slow = FaultyStore(town.base)
      slow.interrupt(call == 1 ? .load : .commit) { try await other.notify(second) }
      try await town.server(slow).notify(first)
      try await other.courier.run(at: Town.noon)
      let balance = try await other.ledger()
      #expect(balance.paid.cents == 2 * 1999 && balance.settled.cents == 1999 && balance.open.cents == 1999)
      #expect(town.billing.settlements.count == 1)
    }
  }
}
