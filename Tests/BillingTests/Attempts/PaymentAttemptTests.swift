import Billing
import Foundation
import Testing

/// F44: from the reservation to the receipt.
struct PaymentAttemptTests {
  private let machine = Town.attempts
  private let reservations = [Claim.reservation(of: "A"), .reservation(of: "B")]
  private let reference = Claim.reference(Town.reference())
  private let session = Claim.session("idop-1")
  private let settlements = [Claim.settlement(of: "A"), .settlement(of: "B")]

  @Test func `F44: paying reserves every invoice of the basket under the régie's own contract`() throws {
    let attempt = try Town.reserved()
    #expect(attempt.standing == .initialised)
    #expect(attempt.order.payer == Town.alice)
    #expect(attempt.order.contract == Town.ville.contract)
    #expect(attempt.order.amount == Town.total)
    #expect(attempt.order.lines.map(\.amount.cents) == [1999, 29])
    #expect(attempt.claims == [reference] + reservations)
  }

  @Test(arguments: [(99, "payment.below-minimum"), (100, nil), (9_999_999, nil), (10_000_000, "payment.above-maximum")])
  func `F44: the bounds of the contract are checked before anybody is sent to the gateway`(cents: Int, code: String?) {
    let order = PaymentAttemptOrder.reserve(
      Town.basket(Town.invoice("A", cents: cents)), reference: Drawn(Town.reference()))
    do throws(PaymentRefusal) {
      _ = try machine.transition(from: nil, on: order, in: Town.citizen())
      #expect(code == nil)
    } catch { #expect(error.code == code) }
  }

  @Test func `F44: a régie that is not configured collects nothing`() {
    let machine = PaymentAttemptMachine(regies: [Town.ccas], calendar: Town.calendar)
    let order = PaymentAttemptOrder.reserve(Town.basket(Town.invoice("A")), reference: Drawn(Town.reference()))
    #expect(throws: PaymentRefusal.unknownRegie("ville")) {
      try machine.transition(from: nil, on: order, in: Town.citizen())
    }
  }

  @Test func `F44: an open session is kept, a second one is refused`() throws {
    let attempt = try Town.waiting()
    #expect(attempt.standing == .waiting)
    #expect(attempt.claims == [reference, session] + reservations)
    #expect(attempt.refusal(of: .open(Town.session)) == nil)
    #expect(
      attempt.refusal(of: .open(GatewaySession(reference: "idop-2", page: URL(filePath: "/pay")))) == .alreadyOpen)
    #expect(attempt.refusal(of: .abandon) == .alreadyOpen)
  }

  @Test(arguments: [PaymentFact.Outcome.expired, .cancelled, .refused])
  func `F44: an end that is no payment releases the invoices and opens no second session`(
    outcome: PaymentFact.Outcome
  ) throws {
    let ended = try Town.waiting().after(.gateway(outcome))
    #expect(ended.state.standing == outcome.standing)
    #expect(ended.state.claims == [reference, session])
    #expect(ended.effects.isEmpty)
    #expect(ended.state.refusal(of: .open(Town.session)) == .ended)
    #expect(machine.deadline(of: ended.state)?.event == (outcome == .expired ? .inquire : .forget))
  }

  @Test func `F44: a payment settles each invoice, empties the basket and sends one receipt`() throws {
    let when = Town.instant("2026-11-23T11:04:00Z")
    let paid = try Town.waiting().after(.gateway(.paid(Town.total, by: .directDebit, at: when)))
    #expect(paid.state.standing == .paid)
    #expect(paid.effects.settlements.map(\.invoice) == ["A", "B"])
    #expect(paid.effects.settlements.map(\.amount.cents) == [1999, 29])
    #expect(paid.effects.contains(.withdraw(["A", "B"], paidBy: Town.alice)))
    #expect(paid.effects.receipts.map(\.amount) == [Town.total])
    #expect(paid.effects.receipts.map(\.paidAt) == [when])
    #expect(paid.effects.receipts.map(\.means) == [.directDebit])
    #expect(paid.effects.tasks.isEmpty)
    #expect(paid.effects.count == 4)
  }

  @Test func `F44: a receipt names amount, day, régie, reference and invoices in French`() throws {
    let receipt = try #require(try Town.waiting().after(.gateway()).effects.receipts.first)
    let notice = receipt.notice(in: Town.calendar)
    let letter = Wordings.billing.compose(notice)
    #expect(notice.addressee == .account(Town.alice))
    for part in [
      Town.total.french, " du 23\u{A0}novembre 2026 ", "Régie Ville", "REF000001",
      "A\u{A0}: \(Money(cents: 1999).french)", "accusé de réception",
    ] {
      #expect(letter.body.value.contains(part), "\(part)")
    }
  }

  @Test func `F44: a receipt has the day of the town, also when it is another one in Greenwich`() throws {
    let newYear = Town.instant("2026-12-31T23:30:00Z")
    let paid = try Town.waiting().after(.gateway(.paid(Town.total, by: .card, at: newYear)))
    let receipt = try #require(paid.effects.receipts.first)
    let letter = Wordings.billing.compose(receipt.notice(in: Town.calendar))
    #expect(letter.body.value.contains(" du 1er\u{A0}janvier 2027 "))
  }

  @Test func `F44: a payment holds its invoices from the reservation on without a gap, and for ever`() throws {
    let paid = try Town.waiting().after(.gateway()).state
    #expect(paid.claims == [reference, session] + reservations + settlements)
    #expect(machine.deadline(of: paid)?.event == .forget)
  }

  @Test func `F44: an attempt whose session nobody could open is released`() throws {
    let abandoned = try machine.transition(from: Town.reserved(), on: .abandon, in: Town.system()).state
    #expect(abandoned.standing == .expired)
    #expect(abandoned.claims == [reference])
  }

  @Test func `F44: a reservation without a session ends after 20 minutes, not one second before`() throws {
    let attempt = try Town.reserved()
    let end = Town.noon + 20 * 60
    #expect(machine.deadline(of: attempt) == Deadline(at: end, event: .expire))
    #expect(attempt.refusal(of: .expire, in: Town.system(at: end - 1)) == .notDue)
    let expired = try machine.transition(from: attempt, on: .expire, in: Town.system(at: end)).state
    #expect(expired.standing == .expired)
    #expect(expired.claims == [reference])
  }

  @Test func `F44: an invoice taken by somebody else is said to be so`() {
    #expect(machine.refusal(forTaken: .reservation(of: "A")) == .invoiceReserved("A"))
    #expect(machine.refusal(forTaken: .settlement(of: "A")) == .invoiceAlreadyPaid("A"))
    #expect(machine.refusal(forTaken: reference) == nil)
  }

  @Test func `F44: a paid attempt goes on holding what it has settled, and nothing else`() throws {
    let partly = try Town.waiting().after(.gateway(), alreadyPaid: ["A"]).state
    #expect(partly.settled == ["B"])
    #expect(partly.claims.filter { $0 == .reservation(of: "A") || $0 == .settlement(of: "A") }.isEmpty)
    #expect(partly.claims.contains(.reservation(of: "B")) && partly.claims.contains(.settlement(of: "B")))
    let elsewhere = try machine.transition(
      from: Town.waiting().after(.gateway()).state, on: .reportPaidElsewhere("A"), in: Town.system()
    ).state
    #expect(!elsewhere.claims.contains(.reservation(of: "A")) && elsewhere.claims.contains(.reservation(of: "B")))
  }
}
