import Billing
import Foundation
import Testing

/// F45, F46: what agents do about money that settles nothing.
struct AnomalyTests {
  private let agent = Context(instant: Town.noon + 60, principal: Town.agentVille)

  private func paidWrongly() throws -> PaymentAttempt {
    try Town.waiting().after(.gateway(.paid(Money(cents: 2000), by: .card, at: nil))).state
  }

  @Test func `F46: an agent credits the money of an anomaly`() throws {
    let step = try Town.attempts.transition(
      from: paidWrongly(), on: .resolve(anomaly: 1, as: .credited), in: agent)
    #expect(step.effects.isEmpty && step.reason == "resolution.credited")
    #expect(step.state.books.openAnomalies.isEmpty)
    #expect(step.state.books.anomalies.first?.resolution?.agent == "agent-ville")
    let balance = try step.state.balance()
    #expect(balance.credited == Money(cents: 2000) && balance.open == .zero && balance.isBalanced)
    #expect(!Town.attempts.facets(of: step.state).tags.map(\.label).contains(.anomalies(of: "ville")))
  }

  @Test func `F46: a refund is an order to the agents of the régie, given once`() throws {
    let step = try Town.attempts.transition(
      from: paidWrongly(), on: .resolve(anomaly: 1, as: .refunded), in: agent)
    guard case .refund(let order)? = step.effects.tasks.first else { return #expect(Bool(false)) }
    #expect(order.amount == Money(cents: 2000) && order.payer == Town.alice && order.service == "regie-ville")
    #expect(order.payment == "REF000001" && order.regie == "ville" && order.anomaly == 1)
    #expect(try step.state.balance().refunded == Money(cents: 2000))
    #expect(step.state.refusal(of: .resolve(anomaly: 1, as: .refunded), in: agent) == .anomaly(.resolved))
  }

  @Test func `F46: money is never dismissed, and where none came there is nothing to pay back`() throws {
    let money = try paidWrongly()
    #expect(money.refusal(of: .resolve(anomaly: 1, as: .dismissed), in: agent) == .anomaly(.wrongOutcome))
    #expect(money.refusal(of: .resolve(anomaly: 2, as: .credited), in: agent) == .anomaly(.unknown))
    let word = try Town.waiting().after(.gateway(), .gateway(.refused)).state
    #expect(word.refusal(of: .resolve(anomaly: 1, as: .credited), in: agent) == .anomaly(.wrongOutcome))
    #expect(word.refusal(of: .resolve(anomaly: 1, as: .refunded), in: agent) == .anomaly(.wrongOutcome))
    #expect(word.refusal(of: .resolve(anomaly: 1, as: .dismissed), in: agent) == nil)
  }

  @Test func `F45: only agents of the régie that holds the money decide about it`() throws {
    let elsewhere = try Town.waiting().after(.gateway(regie: "ccas")).state
    let order = PaymentAttemptOrder.resolve(anomaly: 1, as: .credited)
    #expect(elsewhere.refusal(of: order, in: agent) == .notPermitted)
    let other = Context(instant: Town.noon, principal: Town.agentCCAS)
    #expect(elsewhere.refusal(of: order, in: other) == nil)
    #expect(try paidWrongly().refusal(of: order, in: other) == .notPermitted)
  }

  @Test func `F45: the agents of the régie that holds the money are told`() throws {
    let step = try Town.waiting().after(.gateway(regie: "ccas"))
    guard case .look(let alert)? = step.effects.tasks.first else { return #expect(Bool(false)) }
    #expect(alert.service == "regie-ccas" && alert.payment == "REF000001")
  }

  @Test func `F30: the journal tells who said what of a payment, and what an agent decided`() throws {
    func reason(_ order: PaymentAttemptOrder, on attempt: PaymentAttempt) throws -> String? {
      try Town.attempts.transition(from: attempt, on: order, in: Town.system()).reason
    }
    let waiting = try Town.waiting()
    #expect(try reason(.record(.gateway(.refused)), on: waiting) == "gateway.refused")
    #expect(try reason(.record(.bank("L1")), on: waiting) == "statement.paid")
    let paid = try waiting.after(.gateway()).state
    #expect(try reason(.reportPaidElsewhere("A"), on: paid) == "anomaly.invoice-already-paid")
    let line = StatementLine(
      id: "L1", regie: "ville", reference: "?", amount: Town.total, bookedOn: Town.day("2026-11-23"))
    let stray = try Town.strays.transition(from: nil, on: .receive(line), in: agent)
    #expect(stray.reason == "anomaly.unknown-reference")
    let resolved = try Town.strays.transition(from: stray.state, on: .resolve(as: .refunded), in: agent)
    #expect(resolved.reason == "resolution.refunded")
    #expect(Set(Anomaly.Resolution.Outcome.allCases.map(\.code)).count == 3)
  }

  @Test func `F45: every kind of anomaly has a sentence for the agents`() {
    let kinds: [Anomaly.Kind] = [
      .otherAmount(expected: .zero), .otherRegie(expected: "x"), .otherReference(Town.reference()),
      .otherSession("x"), .otherMode, .paidTwice, .invoiceAlreadyPaid("x"), .contradicted(by: .refused),
      .unknownReference,
    ]
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    for kind in kinds { #expect(Wordings.billing[kind.code] != nil, "\(kind.code)") }
  }
}
