import Billing
import Foundation
import Testing
import WorkflowTesting

/// F46: what fails holds nothing else up, and is told.
struct CourierTests {
  @Test func `F46: however many inquiries fail, a receipt behind them is sent in the same run`() async throws {
    let members = (1...120).map { AccountID("m\($0)") }
    var bills: [AccountID: [Invoice]] = [Town.alice: Portal.household]
    for (index, member) in members.enumerated() { bills[member] = [Town.invoice(InvoiceID("I\(index)"))] }
    let portal = Portal(billing: FakeBilling(bills))
    for (index, member) in members.enumerated() {
      try await portal.add(InvoiceID("I\(index)"), for: member)
      _ = try await portal.pay(member)
    }
    try await portal.add("A")
    let session = try await portal.pay(at: Town.noon + 10)
    portal.gateway.script(session.reference, .paid(Money(cents: 1999), by: .card, at: nil))
    _ = try await portal.desk.attempts.run(dueAt: Town.noon + 300)
    try await portal.notify(session, at: Town.noon + 300)
    portal.gateway.be(silent: true)

    let run = try await portal.courier.deliver(at: Town.noon + 300)
    #expect(run.postponed == 120 && run.failures.allSatisfy { $0.error is BrokenPort })
    #expect(portal.post.notices("payment.receipt").count == 1)
    #expect(portal.billing.settlements.map(\.invoice) == ["A"])
  }

  @Test func `F46: a record that cannot be read is told, and the others are dealt with`() async throws {
    let base = InMemoryStore<PaymentAttemptMachine>()
    let first = Portal(attempts: base)
    try await first.add("A")
    _ = try await first.pay()
    let broken = FaultyStore(base)
    broken.interrupt(.load, call: 1) {
      throw UnreadableRecord(
        format: "billing.payment-attempt", version: 9, id: "alice-1-1", problem: .unknownVersion)
    }
    let run = try await Portal(attempts: broken).courier.run(at: Town.noon + 300)
    let failure = try #require(run.failures.first)
    #expect(run.failures.count == 1 && run.postponed == 0)
    #expect(failure.format == "billing.payment-attempt" && failure.id == "alice-1-1" && failure.fate == .left)
    #expect(failure.error is UnreadableRecord)
  }

  @Test func `F46: an effect that is put off is told with its next try`() async throws {
    let portal = Portal()
    try await portal.add("A")
    _ = try await portal.pay()
    portal.gateway.be(silent: true)
    let run = try await portal.courier.run(at: Town.noon + 300)
    #expect(run.failures.map(\.fate) == [.postponed(until: Town.noon + 360)])
    #expect(run.delivered == 0)
  }

  @Test func `F44: identifiers as long as a store takes them are no hindrance to a payment`() async throws {
    let members = ["x", "y"].map { AccountID(String(repeating: $0, count: 200)) }
    let portal = Portal(billing: FakeBilling([members[0]: Portal.household, members[1]: Portal.household]))
    for (index, member) in members.enumerated() {
      _ = try await portal.basketDesk.add("A", for: Portal.holder(member), key: RequestKey("\(index)"), at: Town.noon)
    }
    portal.billing.payByOtherMeans("A")
    let page = URL(filePath: "/")
    let session = try await portal.desk.pay(
      for: Portal.holder(members[0]),
      visit: PaymentVisit(email: Personal("a@example.org"), returnPage: page, notificationPage: page),
      attempt: AttemptID(String(repeating: "é", count: 126)), reference: Town.reference(), key: RequestKey("pay"),
      at: Town.noon)
    portal.gateway.script(session.reference, .paid(Money(cents: 1999), by: .card, at: nil))
    try await portal.notify(session)
    let run = try await portal.courier.run(at: Town.noon)
    #expect(run.failures.isEmpty)
    for member in members { #expect(try await portal.content(of: member) == nil) }
    #expect(try await portal.ledger().open.cents == 1999)
  }

  @Test func `F46: an invoice paid at the counter is reported once, however often its settlement is told`() async throws
  {
    let portal = Portal()
    try await portal.add("A")
    let session = try await portal.pay()
    portal.billing.payByOtherMeans("A")
    portal.gateway.script(session.reference, .paid(Money(cents: 1999), by: .card, at: nil))
    try await portal.notify(session)
    let pending = try await portal.desk.attempts.store.pendingEffects(at: Town.noon, limit: 100)
    let settlement = try #require(pending.first { if case .settle = $0.effect { true } else { false } })
    // A crash after the report and before its acknowledgement.
    for _ in 1...2 { try await portal.courier.deliver(settlement, at: Town.noon) }
    #expect(try await portal.ledger().open.cents == 1999)
    #expect(try await portal.attempts().flatMap(\.books.anomalies).count == 1)
  }
}
