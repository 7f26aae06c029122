import Billing
import Foundation
import Testing

/// F52: who paid is kept for as long as the law asks, what was paid for ever.
struct RetentionTests {
  private let machine = Town.attempts

  private func refusal(_ attempt: PaymentAttempt, at instant: Date) -> PaymentRefusal? {
    attempt.refusal(of: .forget, in: Town.system(at: instant))
  }

  @Test func `F52: the payer of an attempt without money is forgotten after three months, or on request`() throws {
    let ended = try Town.waiting().after(.gateway(.cancelled)).state
    let term = Town.instant("2027-02-24T00:00:00+01:00")
    #expect(machine.deadline(of: ended) == Deadline(at: term, event: .forget))
    let forgotten = try machine.transition(from: ended, on: .forget, in: Town.system()).state
    #expect(forgotten.order.payer == nil)
    #expect(!machine.facets(of: forgotten).tags.map(\.label).contains(.payments(of: Town.alice)))
    #expect(machine.deadline(of: forgotten) == nil)
    #expect(refusal(forgotten, at: term) == .notDue)
  }

  @Test func `F52: the payer of money is kept for ten years after its last movement, not one second less`() throws {
    let paid = try Town.waiting().after(.gateway()).state
    let term = Town.instant("2036-11-24T00:00:00+01:00")
    #expect(machine.deadline(of: paid) == Deadline(at: term, event: .forget))
    #expect(refusal(paid, at: term - 1) == .notDue)
    let forgotten = try machine.transition(from: paid, on: .forget, in: Town.system(at: term)).state
    #expect(forgotten.order.payer == nil)
    #expect(forgotten.books == paid.books && forgotten.order.lines == paid.order.lines)
    #expect(forgotten.claims == paid.claims)
  }

  @Test func `F52: nothing is forgotten while a payment is live or an agent has to decide`() throws {
    let late = Town.noon + 20 * 365 * 86_400
    #expect(try refusal(Town.waiting(), at: late) == .notDue)
    let wrong = try Town.waiting().after(.gateway(.paid(Money(cents: 1), by: .card, at: nil)), .gateway(.refused)).state
    #expect(machine.deadline(of: wrong) == nil)
    #expect(refusal(wrong, at: late) == .notDue)
  }

  @Test func `F45: money for a forgotten payer is settled like any other, without a receipt`() throws {
    let ended = try Town.waiting().after(.gateway(.cancelled)).state
    let forgotten = try machine.transition(from: ended, on: .forget, in: Town.system()).state
    let paid = try forgotten.after(.bank("L1"))
    #expect(paid.state.standing == .paid)
    #expect(paid.effects.settlements.count == 2 && paid.effects.receipts.isEmpty)
  }

  @Test func `F52: an export names no agent and no page of the gateway`() async throws {
    let portal = Portal()
    try await portal.add("A")
    let session = try await portal.pay()
    portal.gateway.script(session.reference, .paid(Money(cents: 1), by: .card, at: nil))
    try await portal.notify(session)
    let context = Context(instant: Town.noon + 60, principal: Town.agentVille)
    try await portal.desk.attempts.send(.resolve(anomaly: 1, as: .refunded), to: Portal.attempt(), in: context)

    let export = try await portal.desk.export(of: Town.alice)
    let finding = try #require(export.payments.first?.anomalies.first)
    #expect(finding.code == "anomaly.other-amount" && finding.amount == Money(cents: 1))
    #expect(finding.outcome == .refunded && finding.resolvedAt == Town.noon + 60)
    let json = String(decoding: try JSONEncoder().encode(export), as: UTF8.self)
    for word in ["agent", "page", "session", "contract", session.reference.rawValue] {
      #expect(!json.contains(word), "\(word)")
    }
  }

  @Test func `F52: an export holds the basket and every payment; erasing keeps what accounting needs`() async throws {
    let portal = Portal()
    try await portal.add("A")
    let first = try await portal.pay()
    portal.gateway.script(first.reference, .cancelled)
    try await portal.notify(first)
    let second = try await portal.pay(wish: 2)
    portal.gateway.script(second.reference, .paid(Money(cents: 1999), by: .card, at: nil))
    try await portal.notify(second)

    let export = try await portal.desk.export(of: Town.alice)
    #expect(export.payments.count == 2 && export.basket?.owner == Town.alice)
    let json = String(decoding: try JSONEncoder().encode(export), as: UTF8.self)
    #expect(json.contains("Facture A"))
    #expect(export.payments.map(\.standing).sorted() == [.cancelled, .paid])
    #expect(export.payments.flatMap(\.received).map(\.amount) == [Money(cents: 1999)])
    #expect(try await portal.desk.export(of: Town.benoit).payments.isEmpty)

    #expect(try await portal.desk.erase(Town.alice, at: Town.noon) == 1)
    #expect(try await portal.attempts().map(\.standing) == [.paid])
    #expect(try await portal.ledger().settled == Money(cents: 1999))
    #expect(try await portal.desk.export(of: Town.alice).basket?.filled == nil)
    #expect(try await portal.desk.erase("stranger", at: Town.noon) == 0)
  }

  @Test func `F52: ten years count from the last movement of the money, not from the first`() throws {
    let wrong = try Town.waiting().after(.gateway(.paid(Money(cents: 1), by: .card, at: nil)), .gateway()).state
    let decided = Context(instant: Town.instant("2027-11-23T12:00:00+01:00"), principal: Town.agentVille)
    let credited = try machine.transition(from: wrong, on: .resolve(anomaly: 1, as: .credited), in: decided).state
    let term = Town.instant("2037-11-24T00:00:00+01:00")
    #expect(machine.deadline(of: credited) == Deadline(at: term, event: .forget))
  }

  @Test func `F52: a second end does not move the first`() throws {
    let cancelled = try Town.waiting().after(.gateway(.cancelled)).state
    let refused = try cancelled.after(.gateway(.refused), at: Town.noon + 30 * 86_400).state
    #expect(refused.standing == .refused && refused.releasedAt == Town.noon)
    #expect(machine.deadline(of: refused) == machine.deadline(of: cancelled))
  }
}
