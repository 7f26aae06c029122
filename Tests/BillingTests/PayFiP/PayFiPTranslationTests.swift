import Billing
import Foundation
import Testing

/// F45: what PayFiP answers, as facts.
struct PayFiPTranslationTests {
  private let translation: PayFiPTranslation
  private let inquiry: Inquiry

  init() throws {
    translation = try PayFiPTranslation(regies: [Town.ville, Town.ccas])
    inquiry = try #require(try Town.waiting().inquiry)
  }

  private func fact(_ reply: PayFiPReply, minutes: Double = 10) throws -> PaymentFact {
    try translation.fact(in: reply, to: inquiry, at: Town.noon + minutes * 60)
  }

  private func problem(_ reply: PayFiPReply) -> PayFiPProblem? {
    do {
      _ = try translation.fact(in: reply, to: inquiry, at: Town.noon)
      return nil
    } catch { return error }
  }

  @Test func `F45: a field in two spellings is a problem and no fact`() {
    #expect(problem(PayFiP.answer("P", ["MONTANT": "1"])) == .repeated("montant"))
    #expect(problem(PayFiP.answer("P", ["idop": "idop-1"])) == .repeated("idop"))
  }

  @Test func `F47: a contract number of two régies is nobody's`() throws {
    let twin = Regie(
      id: "ccas", name: "Régie CCAS", budget: Budget(holder: "CCAS"), service: "regie-ccas",
      contract: Town.ville.contract, collectable: [])
    for regies in [[Town.ville, twin], [twin, Town.ville]] {
      let translation = try PayFiPTranslation(regies: regies)
      #expect(throws: PayFiPProblem.unknownContract) {
        try translation.fact(in: PayFiP.answer("P"), to: inquiry, at: Town.noon)
      }
    }
    let twice = try PayFiPTranslation(regies: [Town.ville, Town.ville])
    #expect(try twice.fact(in: PayFiP.answer("P"), to: inquiry, at: Town.noon).regie == "ville")
  }

  @Test(arguments: [("P", PaymentMeans.card), ("V", .directDebit)])
  func `F45: P and V are payments, with amount, means and the time of Paris`(code: String, means: PaymentMeans) throws {
    let when = Town.instant("2025-09-18T11:04:00+02:00")
    #expect(
      try fact(PayFiP.answer(code))
        == PaymentFact.gateway(.paid(Money(cents: 2028), by: means, at: when)))
  }

  @Test(arguments: [
    ("R", 0.0, PaymentFact.Outcome.refused), ("Z", 0, .refused), ("A", 2 - 1 / 60, .waiting), ("A", 2, .cancelled),
  ])
  func `F45: R and Z are refusals, A is a cancellation once it is two minutes old`(
    code: String, minutes: Double, outcome: PaymentFact.Outcome
  ) throws {
    #expect(try fact(PayFiP.answer(code), minutes: minutes).outcome == outcome)
  }

  @Test(arguments: [
    ("P1", 0, PaymentFact.Outcome.waiting), ("P1", 15 * 60 - 1, .waiting), ("P1", 15 * 60, .expired),
    ("P5", 120 * 60 - 1, .waiting), ("P5", 120 * 60, .expired),
  ])
  func `F45: P1 is not known yet for 15 minutes, P5 not decided for two hours, then both are over`(
    code: String, seconds: Int, outcome: PaymentFact.Outcome
  ) throws {
    let reply = PayFiPReply.fault(PayFiPFault(code: code))
    #expect(try translation.fact(in: reply, to: inquiry, at: Town.noon + TimeInterval(seconds)) == .gateway(outcome))
  }

  private static let unreadable: [(String, String?, PayFiPProblem)] = [
    ("resultrans", "T", .unknownResult), ("resultrans", "p", .unknownResult),
    ("resultrans", nil, .missing("resultrans")),
    ("montant", "19.999", .invalidAmount), ("montant", "-1", .invalidAmount), ("montant", "+5", .invalidAmount),
    ("montant", "1e3", .invalidAmount), ("montant", "9223372036854775808", .invalidAmount),
    ("montant", "١٢", .invalidAmount), ("montant", "", .missing("montant")), ("numcli", "999999", .unknownContract),
    ("numcli", nil, .missing("numcli")), ("saisie", "Z", .unknownMode), ("refdet", "ABC", .invalidReference),
    ("idOp", nil, .missing("idop")),
  ]

  @Test(arguments: unreadable)
  func `F45: an answer that cannot be read is no fact`(field: String, value: String?, expected: PayFiPProblem) {
    #expect(problem(PayFiP.answer("P", [field: value])) == expected)
  }

  @Test func `F45: another fault says nothing about the payment`() {
    #expect(problem(.fault(PayFiPFault(code: "A2"))) == .fault(code: "A2"))
  }

  @Test(arguments: ["0", "1000000000000"])
  func `F45: an amount that can be read is the attempt's to judge`(montant: String) throws {
    let fact = try fact(PayFiP.answer("P", montant: montant))
    let waiting = try Town.waiting()
    if montant == "0" {
      #expect(waiting.refusal(of: .record(fact)) == .impossibleAmount(.zero))
    } else {
      #expect(try waiting.after(fact).state.standing == .waiting)
    }
  }

  @Test func `F45: the answer's own contract, reference, session and mode are what counts`() throws {
    let fact = try fact(
      PayFiP.answer("R", ["numcli": "000002", "refdet": "REF000002", "idOp": "idop-2", "saisie": "T"]))
    #expect(
      fact
        == .gateway(
          .refused, session: "idop-2", mode: .test, regie: "ccas", reference: Town.reference("REF000002")))
  }

  @Test(arguments: [
    ("23112026", "1200", "2026-11-23T12:00:00+01:00"), ("29022024", "0000", "2024-02-29T00:00:00+01:00"),
    // A time shown twice is its first showing; one that is never shown is the instant of the jump.
    ("25102026", "0230", "2026-10-25T02:30:00+02:00"), ("29032026", "0230", "2026-03-29T03:00:00+02:00"),
  ])
  func `F45: dates are read on the clocks of Paris`(day: String, time: String, instant: String) throws {
    let fact = try fact(PayFiP.answer("P", ["dattrans": day, "heurtrans": time]))
    #expect(fact.outcome == .paid(Money(cents: 2028), by: .card, at: Town.instant(instant)))
  }

  @Test(
    arguments: [
      (nil, "1104"), ("18092025", nil), ("29022025", "1104"), ("18092025", "2460"), ("2025-09-18", "1104"),
      ("18092025", "11:04"), ("", ""), ("١٨٠٩٢٠٢٥", "1104"), ("180920251", "104"),
    ] as [(String?, String?)])
  func `F45: a date or time that is missing or garbage leaves the payment undated, not unpaid`(
    day: String?, time: String?
  ) throws {
    let fact = try fact(PayFiP.answer("P", ["dattrans": day, "heurtrans": time]))
    #expect(fact.outcome == .paid(Money(cents: 2028), by: .card, at: nil))
  }
}
