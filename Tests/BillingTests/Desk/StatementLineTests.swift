import Billing
import Foundation
import Testing
import WorkflowTesting

/// F46: a line of the bank's statement is money that came in once.
struct StatementLineTests {
  private let portal = Portal()
  private let agent = Context(instant: Town.noon, principal: Town.agentVille)

  private func line(
    _ reference: String, id: StatementLineID = "L1", cents: Int = 1999, regie: RegieID = "ville",
    on day: String = "2026-11-23"
  ) -> StatementLine {
    StatementLine(id: id, regie: regie, reference: reference, amount: Money(cents: cents), bookedOn: Town.day(day))
  }

  /// Two attempts of alice: for A under REFalice11, for B under REFalice21.
  private func twoAttempts() async throws {
    try await portal.add("A")
    let first = try await portal.pay()
    portal.gateway.script(first.reference, .cancelled)
    try await portal.notify(first)
    _ = try await portal.pay(wish: 2)
  }

  private func refusal(of line: StatementLine, in context: Context? = nil) async throws -> PaymentRefusal? {
    do {
      _ = try await portal.desk.enter(line, in: context ?? agent)
      return nil
    } catch let refusal as PaymentRefusal { return refusal }
  }

  @Test func `F46: one line entered for several payments is counted for the first`() async throws {
    try await twoAttempts()
    #expect(try await portal.desk.enter(line("REFalice11"), in: agent) == .attempt(Portal.attempt(), .paid))
    let ccas = Context(instant: Town.noon, principal: Town.agentCCAS)
    for (other, context) in [
      (line("REFalice21"), agent), (line("NOBODYS"), agent), (line("???"), agent),
      (line("REFalice11", cents: 1), agent),
      (line("REFalice11", regie: "ccas"), ccas), (line("NOBODYS", regie: "ccas"), ccas),
    ] {
      #expect(try await refusal(of: other, in: context) == .lineAlreadyEntered("L1"))
    }
    #expect(try await portal.desk.enter(line("REFalice11"), in: agent) == .attempt(Portal.attempt(), .paid))
    #expect(try await portal.ledger().paid == Money(cents: 1999))
    #expect(try await portal.ledger(of: "ccas").paid == .zero)
    #expect(try await portal.attempts().map(\.standing).sorted() == [.waiting, .paid])
  }

  @Test func `F46: a stray line stays one when a payment of its reference is made later`() async throws {
    #expect(try await portal.desk.enter(line("REFalice11"), in: agent) == .stray("L1"))
    try await twoAttempts()
    #expect(try await portal.desk.enter(line("REFalice11"), in: agent) == .stray("L1"))
    #expect(try await refusal(of: line("REFalice21")) == .lineAlreadyEntered("L1"))
    #expect(try await refusal(of: line("REFalice11", on: "2026-11-22")) == .lineAlreadyEntered("L1"))
    let balance = try await portal.ledger()
    #expect(balance.paid == Money(cents: 1999) && balance.open == Money(cents: 1999))
  }

  @Test func `F46: the same line entered for two payments at once is one attempt's alone`() async throws {
    let first = try Town.reserved().after(.bank("L1")).state
    let claim = Claim.statementLine("L1")
    #expect(first.claims.contains(claim))
    #expect(Town.attempts.refusal(forTaken: claim) == .lineAlreadyEntered("L1"))
    #expect(try !Town.waiting().after(.gateway()).state.claims.contains(claim))
  }

  @Test func `F46: an attempt takes a line again with the same content and with no other`() throws {
    let known = try Town.waiting().after(.bank("L1"))
    #expect(try known.state.after(.bank("L1")).state == known.state)
    #expect(known.state.refusal(of: .record(.bank("L1", Money(cents: 1)))) == .lineAlreadyEntered("L1"))
  }

  @Test func `F15: who may not enter a line learns nothing from its refusal`() async throws {
    #expect(try await portal.desk.enter(line("NOBODYS"), in: agent) == .stray("L1"))
    for principal in [Town.agentCCAS, .citizen(Town.alice), .visitor("nobody")] {
      let context = Context(instant: Town.noon, principal: principal)
      #expect(try await refusal(of: line("NOBODYS"), in: context) == .notPermitted)
      #expect(try await refusal(of: line("NOBODYS", cents: 1), in: context) == .notPermitted)
    }
    #expect(try await refusal(of: line("NOBODYS"), in: Town.system()) == nil)
  }

  @Test func `F46: a line of a régie that does not exist is refused, and is entered rightly afterwards`() async throws {
    try await twoAttempts()
    for reference in ["REFalice11", "NOBODYS"] {
      let wrong = line(reference, regie: "vile")
      #expect(try await refusal(of: wrong, in: Town.system()) == .unknownRegie("vile"))
      #expect(try await refusal(of: wrong) == .notPermitted)
    }
    #expect(try await portal.attempts().flatMap(\.books.postings).isEmpty)
    #expect(try await portal.desk.enter(line("REFalice11"), in: Town.system()) == .attempt(Portal.attempt(), .paid))
  }

  @Test func `F46: an attempt books nothing under a régie that does not exist, and makes up no service`() throws {
    let waiting = try Town.waiting()
    for fact in [PaymentFact.gateway(regie: "vile"), .gateway(.refused, regie: "vile")] {
      #expect(waiting.refusal(of: .record(fact)) == .unknownRegie("vile"))
    }
    let paid = try waiting.after(.gateway()).state
    let others = PaymentAttemptMachine(regies: [Town.ccas], calendar: Town.calendar)
    for (attempt, order) in [
      (waiting, PaymentAttemptOrder.record(.gateway())), (paid, .reportPaidElsewhere("A")),
    ] {
      #expect(throws: PaymentRefusal.unknownRegie("ville")) {
        try others.transition(from: attempt, on: order, in: Town.system())
      }
    }
    let asked = try others.transition(from: waiting, on: .inquire, in: Town.system(at: Town.noon + 4 * 3600))
    #expect(asked.effects.count == 1 && asked.effects.tasks.isEmpty)
  }

  @Test func `F15: the lists and the ledger of a régie are for its agents`() async throws {
    let (desk, other) = (portal.desk, Town.staffCCAS)
    let today = Town.day("2026-11-23")
    await #expect(throws: PaymentRefusal.notPermitted) {
      try await desk.stuck(of: "ville", by: other, at: Town.noon)
    }
    await #expect(throws: PaymentRefusal.notPermitted) { try await desk.anomalies(of: "ville", by: other) }
    await #expect(throws: PaymentRefusal.notPermitted) { try await desk.strayPayments(of: "ville", by: other) }
    await #expect(throws: PaymentRefusal.notPermitted) {
      try await desk.ledger(of: "ville", on: today...today, by: other)
    }
    await #expect(throws: PaymentRefusal.notPermitted) {
      try await desk.ledger(of: "nowhere", on: today...today, by: Town.staffVille)
    }
    #expect(try await desk.ledger(of: "ccas", on: today...today, by: other).days.isEmpty)
  }

  @Test(.timeLimit(.minutes(1)))
  func `F46: a ledger shows a year at most, up to the last day of the calendar`() async throws {
    let desk = portal.desk
    #expect(try await desk.ledger(of: "ccas", on: .latest ... .latest, by: Town.staffCCAS).days.isEmpty)
    let year = Town.day("2024-01-01")...Town.day("2024-12-31")
    #expect(try await desk.ledger(of: "ccas", on: year, by: Town.staffCCAS).days.isEmpty)
    await #expect(throws: PaymentRefusal.periodTooLong) {
      try await desk.ledger(of: "ccas", on: Town.day("2024-01-01")...Town.day("2025-01-01"), by: Town.staffCCAS)
    }
    await #expect(throws: PaymentRefusal.periodTooLong) {
      try await desk.ledger(of: "ccas", on: .earliest ... .latest, by: Town.staffCCAS)
    }
  }

  @Test(arguments: ["REFalice11", "NOBODYS"])
  func `F46: slips of the pen do not make a ledger unreadable`(reference: String) async throws {
    try await twoAttempts()
    let largest = 1_000_000_000_000
    for cents in [largest + 1, .max] {
      #expect(try await refusal(of: line(reference, cents: cents)) == .impossibleAmount(Money(cents: cents)))
    }
    for id in ["L1", "L2"] as [StatementLineID] {
      #expect(try await refusal(of: line(reference, id: id, cents: largest)) == nil)
    }
    #expect(try await portal.ledger().open == Money(cents: 2 * largest))
  }
}
