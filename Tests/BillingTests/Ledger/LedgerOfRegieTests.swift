import Billing
import Foundation
import Testing

/// F15, F46: what one régie received is no other's business, also within one payment.
struct LedgerOfRegieTests {
  @Test func `F15: the ledger of a régie shows nothing of what another received under the same payment`() async throws {
    let portal = Portal()
    try await portal.add("A")
    let session = try await portal.pay()
    portal.gateway.script(session.reference, .paid(Money(cents: 1999), by: .card, at: nil))
    try await portal.notify(session)
    let line = StatementLine(
      id: "L1", regie: "ccas", reference: "REFalice11", amount: Money(cents: 500), bookedOn: Town.day("2026-11-23"))
    _ = try await portal.desk.enter(line, in: Context(instant: Town.noon, principal: Town.agentCCAS))

    let today = Town.day("2026-11-23")
    let ville = try await portal.desk.ledger(of: "ville", on: today...today, by: Town.staffVille)
    let ccas = try await portal.desk.ledger(of: "ccas", on: today...today, by: Town.staffCCAS)
    #expect(ville.days.map(\.regie) == ["ville"] && ville.days.map(\.balance.paid.cents) == [1999])
    #expect(ccas.days.map(\.regie) == ["ccas"] && ccas.days.map(\.balance.paid.cents) == [500])
  }

  @Test func `F45: the same word about a third régie is another word, repeated it is none`() throws {
    let third = Regie(
      id: "eau", name: "Régie Eau", budget: Budget(holder: "Eau"), service: "regie-eau",
      contract: GatewayContract(number: "000003"), collectable: [])
    let machine = PaymentAttemptMachine(regies: [Town.ville, Town.ccas, third], calendar: Town.calendar)
    var attempt = try Town.waiting()
    for regie in ["ccas", "eau", "ccas", "eau"] {
      let fact = PaymentFact.gateway(.refused, regie: RegieID(regie))
      attempt = try machine.transition(from: attempt, on: .record(fact), in: Town.system()).state
    }
    #expect(attempt.books.anomalies.map(\.regie) == ["ccas", "eau"])
    #expect(attempt.books.anomalies.map(\.kind) == [.otherRegie(expected: "ville"), .otherRegie(expected: "ville")])
  }
}
