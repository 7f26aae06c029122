import Billing
import Foundation
import TestSupport
import Testing

/// F51: stored states stay readable, and what is unknown is an error.
struct FormatTests {
  private func attempt() throws -> PaymentAttempt {
    let wrong = try Town.waiting().after(
      .gateway(.paid(Money(cents: 1), by: .card, at: nil)), .gateway(.cancelled), .gateway(), .bank("L1"),
      .gateway(.refused)
    ).state
    return try Town.attempts.transition(
      from: wrong, on: .resolve(anomaly: 1, as: .refunded),
      in: Context(instant: Town.noon + 60, principal: Town.agentVille)
    ).state
  }

  private func check<Machine: StateMachine>(_ state: Machine.State, of machine: Machine.Type, _ name: String) throws {
    let written = try RecordFormat.encode(state, of: machine)
    let path = "Tests/Golden/Billing/\(name)-1.json"
    try Golden.check(String(decoding: written, as: UTF8.self) + "\n", path)
    let stored = Data(try Golden.read(path).utf8)
    #expect(try RecordFormat.decode(stored, of: Machine.ID("id"), as: machine) == state)
  }

  @Test func `F51: a stored attempt is read as it was written, by every later version`() throws {
    try check(try attempt(), of: PaymentAttemptMachine.self, "payment-attempt-opened")
  }

  @Test func `F51: an attempt stored before its opening was kept counts from its reservation`() throws {
    let stored = Data(try Golden.read("Tests/Golden/Billing/payment-attempt-1.json").utf8)
    let state = try RecordFormat.decode(stored, of: "id", as: PaymentAttemptMachine.self)
    #expect(state.openedAt == nil && state.inquiry?.openedAt == Town.noon)
    let today = try attempt()
    #expect(state.books == today.books && state.payments == today.payments)
  }

  @Test func `F51: a stored basket is read as it was written, by every later version`() throws {
    let basket = try Town.baskets.transition(from: nil, on: .add(Town.invoice("A")), in: Town.citizen()).state
    try check(basket, of: BasketMachine.self, "basket")
  }

  @Test func `F51: a stored stray payment is read as it was written, by every later version`() throws {
    let line = StatementLine(
      id: "L9", regie: "ville", reference: "???", amount: Town.total, bookedOn: Town.day("2026-11-23"))
    let stray = try Town.strays.transition(from: nil, on: .receive(line), in: Town.system()).state
    try check(stray, of: StrayPaymentMachine.self, "stray-payment")
    let named = StatementLine(
      id: "L9", regie: "ville", reference: "REF000001", amount: Town.total, bookedOn: Town.day("2026-11-23"))
    let told = try Town.strays.transition(
      from: nil, on: .receive(named, naming: Drawn("T7")), in: Town.system()
    ).state
    try check(told, of: StrayPaymentMachine.self, "statement-line-told")
  }

  @Test func `F51: a task about a stray payment that waited in an outbox is read by the next version`() throws {
    let line = StatementLine(
      id: "L9", regie: "ville", reference: "???", amount: Town.total, bookedOn: Town.day("2026-11-23"))
    let step = try Town.strays.transition(from: nil, on: .receive(line), in: Town.system())
    guard case .look(let alert)? = step.effects.first else { return #expect(Bool(false)) }
    let stored = try JSONEncoder().encode(AgentTask.look(alert))
    #expect(try JSONDecoder().decode(StrayPaymentEffect.self, from: stored) == .look(alert))
    try check(step.effects, of: StrayPaymentMachine.self, "stray-payment-effects")
  }

  @Test func `F51: an effect of an attempt that waits is written and read as it always was`() throws {
    let basket = Town.basket(Town.invoice("A"), Town.invoice("B", cents: 29))
    let reserved = try Town.attempts.transition(
      from: nil, on: .reserve(basket, reference: Drawn(Town.reference())), in: Town.citizen())
    let opened = try Town.attempts.transition(from: reserved.state, on: .open(Town.session), in: Town.system())
    let due = try #require(Town.attempts.deadline(of: opened.state))
    let asked = try Town.attempts.transition(from: opened.state, on: due.event, in: Town.system(at: due.instant))
    let paid = try asked.state.after(.gateway())
    let twice = try paid.state.after(.gateway(session: "idop-2"), .bank("L1", Money(cents: 1)))
    let refunded = try Town.attempts.transition(
      from: twice.state, on: .resolve(anomaly: 1, as: .refunded),
      in: Context(instant: Town.noon + 60, principal: Town.agentVille))
    let effects = asked.effects + paid.effects + twice.effects + refunded.effects
    #expect(Set(effects.map { Mirror(reflecting: $0).children.first?.label }).count == 5)
    try check(effects, of: PaymentAttemptMachine.self, "payment-attempt-effects")
  }

  private func check<Machine: StateMachine>(
    _ effects: [Machine.Effect], of machine: Machine.Type, _ name: String
  ) throws {
    let path = "Tests/Golden/Billing/\(name)-1.jsonl"
    let lines = try effects.map { String(decoding: try RecordFormat.encode(effect: $0, of: machine), as: UTF8.self) }
    try Golden.check(lines.joined(separator: "\n") + "\n", path)
    let key = EffectKey<Machine.ID>(id: Machine.ID("id"), revision: .first, index: 0)
    let read = try Golden.read(path).split(separator: "\n").map {
      try RecordFormat.decode(effect: Data($0.utf8), of: key, as: machine)
    }
    #expect(read == effects)
  }

  @Test(arguments: [
    (#""version":1"#, #""version":2"#), (#""standing":"paid""#, #""standing":"lost""#),
    (#""outcome":"refunded""#, #""outcome":"forgotten""#),
    (#""from":"payers""#, #""from":"nowhere""#), (#"REF000001"#, "?"),
  ])
  func `F51: an unknown version, state, account or reference is an error that names the record`(
    known: String, unknown: String
  ) throws {
    let written = String(decoding: try RecordFormat.encode(attempt(), of: PaymentAttemptMachine.self), as: UTF8.self)
    #expect(written.contains(known), "\(known)")
    do throws(UnreadableRecord) {
      _ = try RecordFormat.decode(
        Data(written.replacing(known, with: unknown).utf8), of: "T1", as: PaymentAttemptMachine.self)
      Issue.record("\(unknown) was read")
    } catch { #expect(error.id == "T1") }
  }
}
