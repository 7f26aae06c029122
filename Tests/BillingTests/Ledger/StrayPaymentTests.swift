import Billing
import Foundation
import Testing

/// F45, F46: money whose reference is nobody's.
struct StrayPaymentTests {
  private let machine = Town.strays

  private func line(cents: Int = 1500, regie: RegieID = "ville") -> StatementLine {
    StatementLine(
      id: "L9", regie: regie, reference: "???", amount: Money(cents: cents), bookedOn: Town.day("2026-11-23"))
  }

  private func context(_ principal: Principal) -> Context { Context(instant: Town.noon, principal: principal) }

  private func refusal(
    of order: StrayPaymentOrder, on stray: StrayPayment? = nil, by principal: Principal = Town.agentVille
  ) -> PaymentRefusal? {
    do {
      _ = try machine.transition(from: stray, on: order, in: context(principal))
      return nil
    } catch { return error }
  }

  @Test func `F46: an unknown reference is open money of its régie until an agent decides`() throws {
    let received = try machine.transition(from: nil, on: .receive(line()), in: context(Town.agentVille))
    #expect(StrayPaymentMachine.name(of: received.state) == .received)
    #expect(received.state.books.openAnomalies.map(\.kind) == [.unknownReference])
    guard case .look(let alert)? = received.effects.first else { return #expect(Bool(false)) }
    #expect(alert.service == "regie-ville" && alert.payment == "L9")
    let labels = machine.facets(of: received.state).tags.map(\.label)
    #expect(labels == [.anomalies(of: "ville"), .ledger(of: "ville", on: Town.day("2026-11-23"))])

    let refunded = try machine.transition(
      from: received.state, on: .resolve(as: .refunded), in: context(Town.agentVille))
    #expect(StrayPaymentMachine.name(of: refunded.state) == .resolved)
    guard case .refund(let order)? = refunded.effects.first else { return #expect(Bool(false)) }
    #expect(order.amount == Money(cents: 1500) && order.payer == nil)
    #expect(machine.facets(of: refunded.state).tags.map(\.label) == Array(labels.dropFirst()))
    #expect(refusal(of: .resolve(as: .credited), on: refunded.state) == .anomaly(.resolved))
    let balance = try Ledger(of: refunded.state.books.postings, in: Town.calendar).balance(of: "ville")
    #expect(balance.paid == Money(cents: 1500) && balance.refunded == Money(cents: 1500))
  }

  @Test(arguments: [-1, 0])
  func `F46: a line without money is refused`(cents: Int) {
    #expect(refusal(of: .receive(line(cents: cents))) == .impossibleAmount(Money(cents: cents)))
  }

  @Test func `F46: statement lines are entered by the régie's agents or the system, and resolved by its agents`() throws
  {
    let stray = try machine.transition(from: nil, on: .receive(line()), in: context(.system)).state
    #expect(refusal(of: .receive(line()), by: Town.agentCCAS) == .notPermitted)
    #expect(refusal(of: .receive(line()), by: .citizen(Town.alice)) == .notPermitted)
    #expect(refusal(of: .receive(line(regie: "x")), by: .system) == .unknownRegie("x"))
    #expect(refusal(of: .receive(line()), on: stray) == nil)
    #expect(refusal(of: .receive(line(cents: 1)), on: stray) == .lineAlreadyEntered("L9"))
    #expect(refusal(of: .resolve(as: .credited), on: stray, by: .system) == .notPermitted)
    #expect(refusal(of: .resolve(as: .credited), on: stray, by: Town.agentCCAS) == .notPermitted)
    #expect(refusal(of: .resolve(as: .credited)) == .unknownPayment)
    #expect(refusal(of: .resolve(as: .dismissed), on: stray) == .anomaly(.wrongOutcome))
  }

  @Test func `F52: what the bank wrote about a payer is forgotten ten years after the money last moved`() async throws {
    let portal = Portal()
    let agent = Context(instant: Town.noon, principal: Town.agentVille)
    let named = StatementLine(
      id: "L1", regie: "ville", reference: "M. DUPONT JEAN", amount: Town.total, bookedOn: Town.day("2026-11-23"))
    _ = try await portal.desk.enter(named, in: agent)
    let late = Town.noon + 20 * 365 * 86_400
    try await portal.courier.run(at: late)
    let open = try #require(try await portal.desk.strays.store.load("L1")?.state)
    #expect(open.line == named && machine.deadline(of: open) == nil)

    try await portal.desk.strays.send(.resolve(as: .refunded), to: "L1", in: agent)
    let term = Town.instant("2036-11-24T00:00:00+01:00")
    try await portal.courier.run(at: term - 1)
    let kept = try #require(try await portal.desk.strays.store.load("L1")?.state)
    #expect(kept.line == named)
    #expect(refusal(of: .forget, on: kept, by: .system) == .notDue)
    #expect(refusal(of: .forget, on: kept, by: Town.agentVille) == .notPermitted)
    try await portal.courier.run(at: term)
    let forgotten = try #require(try await portal.desk.strays.store.load("L1")?.state)
    #expect(forgotten.line.reference.value.isEmpty && forgotten.line.amount == Town.total)
    #expect(forgotten.books == kept.books && machine.deadline(of: forgotten) == nil)
    await #expect(throws: PaymentRefusal.lineAlreadyEntered("L1")) { try await portal.desk.enter(named, in: agent) }
  }
}
