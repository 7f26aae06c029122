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
}
