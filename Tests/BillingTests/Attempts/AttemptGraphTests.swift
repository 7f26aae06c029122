import Billing
import Foundation
import TestSupport
import Testing
import WorkflowTesting

/// What the machines do, found by exploring them.
struct AttemptGraphTests {
  private static let principals: [Principal] = [.citizen(Town.alice), .system, Town.agentVille]

  private static let attempts: Exploration<PaymentAttemptMachine> = {
    let facts: [PaymentFact] = [
      .gateway(.waiting), .gateway(.expired), .gateway(.cancelled), .gateway(.refused), .gateway(), .bank("L1"),
      .gateway(.paid(Money(cents: 1), by: .card, at: nil)),
    ]
    let orders: [PaymentAttemptOrder] =
      [
        .reserve(Town.basket(Town.invoice("A"), Town.invoice("B", cents: 29)), reference: Drawn(Town.reference())),
        .open(Town.session), .abandon, .inquire, .expire, .reportPaidElsewhere("A"),
        .resolve(anomaly: 1, as: .credited), .resolve(anomaly: 2, as: .refunded), .forget,
      ] + facts.map { .record($0) }
    return Exploration(
      of: Town.attempts, samples: orders.samples(by: principals, at: Town.noon + 60 * 60),
      keyedBy: { attempt in
        [attempt.standing.rawValue, "\(attempt.session != nil) \(attempt.order.payer == nil)", inquiry(of: attempt)]
          + attempt.settled.map(\.rawValue) + attempt.payments.map { "\($0.amount) \($0.sources.count)" }
          + attempt.books.anomalies.map { "\($0.kind.code) \($0.resolution == nil)" }
      })
  }()

  /// When the gateway was last asked, as long as that decides when it is asked next.
  private static func inquiry(of attempt: PaymentAttempt) -> String {
    let isAsked = [.waiting, .expired].contains(attempt.standing) && attempt.payments.isEmpty
    return isAsked ? "\(String(describing: attempt.inquiredAt))" : ""
  }

  private var baskets: Exploration<BasketMachine> {
    let orders: [BasketOrder] = [
      .add(Town.invoice("A")), .add(Town.invoice("B")), .remove("A"), .clear, .withdraw(["A"], paidBy: Town.benoit),
      .revise(gone: ["A"], changed: []), .forget, .hold(until: Town.noon), .expire,
    ]
    return Exploration(
      of: Town.baskets, samples: orders.samples(by: Self.principals, at: Town.noon),
      keyedBy: { $0.filled?.invoices.map(\.id) ?? [] })
  }

  @Test func `F44: every standing is reached, and only a payment is final`() {
    let graph = Self.attempts.graph
    #expect(Self.attempts.isComplete)
    #expect(graph.unreachable.isEmpty && graph.unused.isEmpty)
    #expect(graph.deadEnds == [.paid])
  }

  @Test func `F45: no edge leads to a lower standing`() {
    for edge in Self.attempts.graph.edges {
      if let from = edge.from { #expect(edge.to >= from, "\(from) \(edge.event) \(edge.to)") }
    }
  }

  @Test func `F44: no standing that holds invoices can be left by the citizen alone`() {
    #expect(Self.attempts.graph.statesLeft(onlyBy: [.citizen]).isEmpty)
  }

  @Test func `F42: a basket is filled and emptied by its owner, emptied by the system too`() {
    #expect(baskets.graph.unused.isEmpty && baskets.graph.deadEnds.isEmpty)
    #expect(baskets.graph.edges.filter { $0.event == .add }.allSatisfy { $0.principals == [.citizen] })
  }

  @Test func `the diagrams of the module's page are the ones the machines draw`() throws {
    let page = "Sources/Billing/Billing.docc/Lifecycles.md"
    try Golden.check("```mermaid\n\(Self.attempts.graph.mermaid())\n```", section: "attempt", of: page)
    try Golden.check(Self.attempts.graph.markdown, section: "attempt-table", of: page)
    try Golden.check("```mermaid\n\(baskets.graph.mermaid())\n```", section: "basket", of: page)
  }
}
