import Billing
import Foundation
import Testing

/// F46: no payment is lost or counted twice, whoever tells of it and in whatever order.
struct PaymentCountTests {
  private func settle(_ facts: [PaymentFact]) throws -> (LedgerBalance, [PaymentEffect]) {
    let start = (state: try Town.waiting(), effects: [PaymentEffect]())
    let end = try facts.reduce(start) { known, fact in
      let next = try known.state.after(fact)
      return (next.state, known.effects + next.effects)
    }
    return (try end.state.balance(), end.effects)
  }

  @Test(arguments: [
    // A payment told by both, twice each: one.
    ([PaymentFact.gateway(), .gateway(), .bank("L1"), .bank("L1")], 1),
    // Told by the bank alone: one. A second line is a second payment.
    ([.bank("L1")], 1), ([.gateway(), .bank("L1"), .bank("L2")], 2), ([.bank("L1"), .bank("L2")], 2),
    // Another session is another payment, and the second line is the bank's word for it.
    ([.gateway(), .gateway(session: "idop-2")], 2), ([.bank("L1"), .gateway(session: "idop-2")], 2),
    ([.gateway(), .gateway(session: "idop-2"), .bank("L1"), .bank("L2")], 2),
    ([.gateway(session: "idop-2"), .bank("L1"), .bank("L2")], 2),
    ([.gateway(), .gateway(session: "idop-2"), .bank("L1"), .bank("L2"), .bank("L3")], 3),
  ])
  func `F46: in every order the same money is counted once and settles once`(facts: [PaymentFact], count: Int) throws {
    for order in permutations(of: facts) {
      let (balance, effects) = try settle(order)
      #expect(balance.paid.cents == count * Town.total.cents)
      #expect(balance.settled == Town.total)
      #expect(balance.open.cents == (count - 1) * Town.total.cents)
      #expect(effects.settlements.count == 2 && effects.receipts.count == 1)
    }
  }

  @Test func `F46: a wrong amount told by gateway and bank is one open anomaly, two amounts are two`() throws {
    let wrong = Money(cents: 2000)
    let gateway = PaymentFact.gateway(.paid(wrong, by: .card, at: nil))
    for order in permutations(of: [gateway, .bank("L1", wrong), gateway]) {
      let (balance, effects) = try settle(order)
      #expect(balance.paid == wrong && balance.open == wrong && balance.settled == .zero)
      #expect(effects.tasks.count == 1)
    }
    let (both, _) = try settle([gateway, .bank("L1", Money(cents: 1))])
    #expect(both.open == Money(cents: 2001))
  }

  @Test func `F46: a line of the bank settles an attempt in every standing`() throws {
    for outcome in [PaymentFact.Outcome.waiting, .expired, .cancelled, .refused] {
      let settled = try Town.waiting().after(.gateway(outcome), .bank("L1"))
      #expect(settled.state.standing == .paid)
      #expect(settled.effects.receipts.map(\.means) == [.statement])
    }
    #expect(try Town.reserved().after(.bank("L1")).state.standing == .paid)
  }

  @Test func `F46: what the billing system says was paid elsewhere leaves the settled money for an agent`() throws {
    let paid = try Town.waiting().after(.gateway()).state
    let step = try Town.attempts.transition(from: paid, on: .reportPaidElsewhere("A"), in: Town.system())
    #expect(step.state.books.openAnomalies.map(\.kind) == [.invoiceAlreadyPaid("A")])
    #expect(step.effects.tasks.count == 1)
    let balance = try step.state.balance()
    #expect(balance.paid == Town.total && balance.settled == Money(cents: 29) && balance.open == Money(cents: 1999))
    #expect(!step.state.claims.contains(.settlement(of: "A")))
    #expect(step.state.refusal(of: .reportPaidElsewhere("A")) == .notSettled("A"))
    #expect(step.state.refusal(of: .reportPaidElsewhere("Z")) == .notSettled("Z"))
  }

  private func permutations<Element>(of elements: [Element]) -> [[Element]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { index in
      var rest = elements
      let first = rest.remove(at: index)
      return permutations(of: rest).map { [first] + $0 }
    }
  }
}
