import Billing
import Foundation
import Testing

/// F46: silence, statement lines, the lists of the agents.
struct ReconciliationTests {
  private let portal = Portal()
  private let agent = Context(instant: Town.noon, principal: Town.agentVille)

  private func opened() async throws -> GatewaySession {
    try await portal.add("A")
    try await portal.add("B")
    return try await portal.pay()
  }

  private func line(_ id: StatementLineID, _ reference: String, cents: Int = 2028, regie: RegieID = "ville")
    -> StatementLine
  {
    StatementLine(
      id: id, regie: regie, reference: reference, amount: Money(cents: cents), bookedOn: Town.day("2026-11-23"))
  }

  @Test func `F46: without any notification the courier finds the payment`() async throws {
    let session = try await opened()
    portal.gateway.script(session.reference, .waiting, .paid(Town.total, by: .card, at: nil))
    try await portal.courier.run(at: Town.noon + 300)
    #expect(try await portal.attempts().map(\.standing) == [.waiting])
    try await portal.courier.run(at: Town.noon + 600)
    #expect(try await portal.attempts().map(\.standing) == [.paid])
    #expect(portal.post.notices("payment.receipt").count == 1)
  }

  @Test func `F46: an attempt that nobody answers for is listed as stuck and shown to the agents once`() async throws {
    _ = try await opened()
    portal.gateway.be(silent: true)
    for minutes in stride(from: 0.0, to: 240, by: 5) { try await portal.courier.run(at: Town.noon + minutes * 60) }
    #expect(try await portal.desk.stuck(of: "ville", by: Town.staffVille, at: Town.noon + 3 * 3600 - 1).isEmpty)
    #expect(
      try await portal.desk.stuck(of: "ville", by: Town.staffVille, at: Town.noon + 3 * 3600).map(\.id) == [
        Portal.attempt()
      ])
    #expect(try await portal.desk.stuck(of: "ccas", by: Town.staffCCAS, at: Town.noon + 3 * 3600).isEmpty)
    #expect(portal.post.allTasks.count == 1)
  }

  @Test func `F46: a payment that the gateway had lost sight of is found by a later question`() async throws {
    let session = try await opened()
    portal.gateway.script(session.reference, .expired)
    try await portal.courier.run(at: Town.noon + 300)
    #expect(try await portal.attempts().map(\.standing) == [.expired])
    let instant = Town.noon + 3 * 3600
    try await portal.courier.run(at: instant)
    #expect(try await portal.desk.stuck(of: "ville", by: Town.staffVille, at: instant).count == 1)
    #expect(portal.post.allTasks.count == 1)
    portal.gateway.script(session.reference, .paid(Town.total, by: .card, at: nil))
    // The schedule's very last question counts as well.
    try await portal.courier.run(at: Town.noon + 30 * 3600)
    #expect(try await portal.attempts().map(\.standing) == [.paid])
    #expect(try await portal.desk.stuck(of: "ville", by: Town.staffVille, at: Town.noon + 31 * 3600).isEmpty)
  }

  @Test func `F46: a statement line settles a stuck attempt and takes it off the list`() async throws {
    _ = try await opened()
    let outcome = try await portal.desk.enter(line("L1", "REFalice11"), in: agent)
    #expect(outcome == .attempt(Portal.attempt(), .paid))
    #expect(try await portal.desk.stuck(of: "ville", by: Town.staffVille, at: Town.noon + 9 * 3600).isEmpty)
    _ = try await portal.desk.enter(line("L1", "REFalice11"), in: agent)
    try await portal.courier.run(at: Town.noon)
    #expect(try await portal.ledger().paid == Town.total)
    #expect(portal.post.notices("payment.receipt").count == 1)
  }

  @Test(arguments: ["REFUNKNOWN", "???", ""])
  func `F46: a line with an unknown reference is a stray payment, once`(reference: String) async throws {
    for _ in 1...2 {
      #expect(try await portal.desk.enter(line("L1", reference), in: agent) == .stray("L1"))
    }
    try await portal.courier.run(at: Town.noon)
    #expect(try await portal.desk.strayPayments(of: "ville", by: Town.staffVille).map(\.id) == ["L1"])
    #expect(try await portal.ledger().open == Town.total)
    #expect(portal.post.allTasks.count == 1)
    await #expect(throws: PaymentRefusal.lineAlreadyEntered("L1")) {
      try await portal.desk.enter(line("L1", reference, cents: 1), in: agent)
    }
  }

  @Test func `F46: a line on the account of another régie is that régie's open money`() async throws {
    _ = try await opened()
    let context = Context(instant: Town.noon, principal: Town.agentCCAS)
    _ = try await portal.desk.enter(line("L1", "REFalice11", regie: "ccas"), in: context)
    #expect(try await portal.attempts().map(\.standing) == [.waiting])
    #expect(try await portal.ledger(of: "ccas").open == Town.total)
    #expect(try await portal.ledger(of: "ville").paid == .zero)
    #expect(try await portal.desk.anomalies(of: "ccas", by: Town.staffCCAS).count == 1)
    #expect(try await portal.desk.anomalies(of: "ville", by: Town.staffVille).isEmpty)
  }

  @Test(arguments: [-1, 0])
  func `F46: a line without money is refused and nothing changes`(cents: Int) async throws {
    _ = try await opened()
    for reference in ["REFalice11", "REFUNKNOWN"] {
      await #expect(throws: PaymentRefusal.impossibleAmount(Money(cents: cents))) {
        try await portal.desk.enter(line("L1", reference, cents: cents), in: agent)
      }
    }
    #expect(try await portal.ledger().paid == .zero)
  }

  @Test func `F46: a refund reaches the agents of the régie once`() async throws {
    _ = try await opened()
    _ = try await portal.desk.enter(line("L1", "REFalice11", cents: 1), in: agent)
    _ = try await portal.desk.attempts.send(.resolve(anomaly: 1, as: .refunded), to: Portal.attempt(), in: agent)
    try await portal.courier.run(at: Town.noon)
    try await portal.courier.run(at: Town.noon)
    let refunds = portal.post.allTasks.compactMap { if case .refund(let order) = $0 { order } else { nil } }
    #expect(refunds.map(\.amount.cents) == [1])
    #expect(try await portal.ledger().refunded == Money(cents: 1))
  }

  @Test func `F46: an inquiry that waited is not made once the attempt has ended`() async throws {
    let session = try await opened()
    portal.gateway.be(silent: true)
    try await portal.courier.run(at: Town.noon + 300)
    _ = try await portal.desk.enter(line("L1", "REFalice11"), in: agent)
    portal.gateway.be()
    portal.gateway.script(session.reference, .refused)
    try await portal.courier.run(at: Town.noon + 3600)
    let attempts = try await portal.attempts()
    #expect(attempts.map(\.standing) == [.paid] && attempts.flatMap(\.books.anomalies).isEmpty)
  }

  @Test func `F46: an answer that is refused ends its inquiry, and the schedule asks again`() async throws {
    let session = try await opened()
    portal.gateway.script(session.reference, .paid(.zero, by: .card, at: nil), .paid(Town.total, by: .card, at: nil))
    let first = try await portal.courier.run(at: Town.noon + 300)
    #expect(first.postponed == 0)
    #expect(try await portal.attempts().map(\.standing) == [.waiting])
    try await portal.courier.run(at: Town.noon + 599)
    #expect(try await portal.attempts().map(\.standing) == [.waiting])
    try await portal.courier.run(at: Town.noon + 600)
    #expect(try await portal.attempts().map(\.standing) == [.paid])
  }
}
