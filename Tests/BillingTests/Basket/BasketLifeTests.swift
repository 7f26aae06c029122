import Billing
import Foundation
import Testing

/// F42, F44: how long a basket lives, and that a payment under way keeps it.
struct BasketLifeTests {
  private let machine = Town.baskets
  private let portal = Portal()

  private func step(_ basket: Basket?, _ order: BasketOrder, in context: Context) throws -> Basket {
    try machine.transition(from: basket, on: order, in: context).state
  }

  private func content(at instant: Date) async throws -> [InvoiceID]? {
    try await portal.content(at: instant)?.invoices.map(\.id)
  }

  @Test func `F42: to its owner a basket whose life is over is empty, whether the system has come by or not`() throws {
    let filled = try step(nil, .add(Town.invoice("A")), in: Town.citizen())
    let last = try step(filled, .add(Town.invoice("B")), in: Town.citizen(at: Town.noon + 3599))
    #expect(last.filled?.invoices.map(\.id) == ["A", "B"])
    let anew = try step(
      filled, .add(Town.invoice("C", of: Town.ccas)), in: Town.citizen(at: Town.noon + 3600))
    #expect(anew.filled?.invoices.map(\.id) == ["C"])
    #expect(try step(filled, .hold(until: .distantFuture), in: Town.system(at: Town.noon + 3600)).filled == nil)
  }

  @Test func `F44: a basket held for a payment lives an hour longer than the payment can last`() throws {
    let end = Town.noon + 86_400
    let filled = try step(nil, .add(Town.invoice("A")), in: Town.citizen())
    let held = try step(filled, .hold(until: end), in: Town.system())
    #expect(machine.deadline(of: held) == Deadline(at: end + 3600, event: .expire))
    let changed = try step(held, .add(Town.invoice("B")), in: Town.citizen(at: Town.noon + 60))
    #expect(machine.deadline(of: changed) == Deadline(at: end + 3600, event: .expire))
    #expect(try step(changed, .remove("A"), in: Town.citizen()).filled?.heldUntil == end)
    #expect(try step(changed, .hold(until: Town.noon), in: Town.system()).filled?.heldUntil == end)
    #expect(throws: BasketRefusal.notDue) { try step(nil, .hold(until: end), in: Town.system()) }
    let empty = try step(held, .clear, in: Town.citizen())
    #expect(try step(empty, .hold(until: end), in: Town.system()) == empty)
  }

  @Test func `F51: a stored basket keeps its hold, and one stored before there were holds is read`() throws {
    let filled = try #require(try step(nil, .add(Town.invoice("A")), in: Town.citizen()).filled)
    #expect(!String(decoding: try JSONEncoder().encode(filled), as: UTF8.self).contains("heldUntil"))
    let held = try #require(
      try step(step(nil, .add(Town.invoice("A")), in: Town.citizen()), .hold(until: Town.noon + 9), in: Town.system())
        .filled)
    for basket in [filled, held] {
      #expect(try JSONDecoder().decode(FilledBasket.self, from: JSONEncoder().encode(basket)) == basket)
    }
  }

  @Test(arguments: [PaymentFact.Outcome.refused, .cancelled, .expired])
  func `F44: a payment begun in the last minute of a basket finds it again when it comes to nothing`(
    outcome: PaymentFact.Outcome
  ) async throws {
    try await portal.add("A")
    let session = try await portal.pay(at: Town.noon + 59 * 60)
    try await portal.courier.run(at: Town.noon + 61 * 60)
    portal.gateway.script(session.reference, outcome)
    try await portal.notify(session, at: Town.noon + 62 * 60)
    try await portal.courier.run(at: Town.noon + 62 * 60)
    #expect(try await content(at: Town.noon + 62 * 60) == ["A"])
    _ = try await portal.pay(wish: 2, at: Town.noon + 63 * 60)
  }

  @Test func `F44: an attempt given up by silence has kept its basket for as long as it lasted`() async throws {
    try await portal.add("A")
    _ = try await portal.pay()
    portal.gateway.be(silent: true)
    for hours in stride(from: 0.5, through: 48.5, by: 0.5) {
      try await portal.courier.run(at: Town.noon + hours * 3600)
      #expect(try await content(at: Town.noon + hours * 3600) == ["A"], "\(hours)")
    }
    #expect(try await portal.attempts().map(\.standing) == [.expired])
    try await portal.courier.run(at: Town.noon + 50 * 3600)
    #expect(try await content(at: Town.noon + 50 * 3600) == nil)
  }

  @Test func `F44: a basket whose life is over cannot be paid, also when nobody has emptied it`() async throws {
    try await portal.add("A")
    await #expect(throws: PaymentRefusal.emptyBasket) { try await portal.pay(at: Town.noon + 3600) }
    #expect(portal.gateway.opened.isEmpty)
    #expect(try await portal.attempts().isEmpty)
  }

  @Test func `F42: who looks at their basket sees what a payment would find, whether the system has come by or not`()
    async throws
  {
    let end = Town.noon + 3600
    try await portal.add("A")
    #expect(try await content(at: end - 1) == ["A"])
    #expect(try await portal.review(at: end - 1).content?.invoices.map(\.id) == ["A"])
    #expect(try await content(at: end) == nil)
    #expect(try await portal.review(at: end) == BasketReview(content: nil))
    await #expect(throws: PaymentRefusal.emptyBasket) { try await portal.pay(at: end) }
  }

  @Test func `F42: an invoice paid or billed otherwise does not bring back a basket whose life is over`() throws {
    let one = try step(nil, .add(Town.invoice("A")), in: Town.citizen())
    let two = try step(one, .add(Town.invoice("B")), in: Town.citizen())
    for order: BasketOrder in [.withdraw(["A"], paidBy: Town.benoit), .revise(gone: ["A"], changed: [])] {
      #expect(try step(two, order, in: Town.system(at: Town.noon + 3599)).filled?.invoices.map(\.id) == ["B"])
      let late = try machine.transition(from: two, on: order, in: Town.system(at: Town.noon + 3600))
      #expect(late.state.filled == nil && late.effects.isEmpty)
    }
  }

  @Test func `F42: a withdrawal of what is not in the basket does not prolong its life`() throws {
    let filled = try step(nil, .add(Town.invoice("A")), in: Town.citizen())
    let later = try step(filled, .withdraw(["Z"], paidBy: nil), in: Town.system(at: Town.noon + 600))
    #expect(later == filled && machine.deadline(of: later) == machine.deadline(of: filled))
  }
}
