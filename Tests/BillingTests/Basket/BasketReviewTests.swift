import Billing
import Foundation
import Testing

/// F42, F50: a basket whose invoices are billed otherwise by now is put right when its owner looks.
struct BasketReviewTests {
  private let portal = Portal()

  private func review() async throws -> FilledBasket? {
    try await portal.basketDesk.review(for: Portal.holder(Town.alice), at: Town.noon)
  }

  private func reworded(_ invoice: Invoice) throws -> Invoice {
    let json = String(decoding: try JSONEncoder().encode(invoice), as: UTF8.self)
    return try JSONDecoder().decode(Invoice.self, from: Data(json.replacing("Facture", with: "Cantine").utf8))
  }

  @Test func `F44: an invoice that is worded otherwise is paid all the same`() async throws {
    try await portal.add("A")
    portal.billing.change([try reworded(Town.invoice("A"))], of: Town.alice)
    _ = try await portal.pay()
    #expect(portal.gateway.opened.map(\.amount.cents) == [1999])
  }

  @Test func `F42: an invoice that costs something else is refused, then paid for that`()
    async throws
  {
    try await portal.add("A")
    try await portal.add("B")
    portal.billing.change([Town.invoice("A", cents: 2099), Town.invoice("B", cents: 29)], of: Town.alice)
    await #expect(throws: PaymentRefusal.invoiceChanged("A")) { try await portal.pay() }
    let basket = try #require(try await review())
    #expect(basket.invoices.map(\.id) == ["A", "B"] && basket.total == Money(cents: 2128))
    #expect(basket.changedAt == Town.noon)
    _ = try await portal.pay(wish: 2)
    #expect(portal.gateway.opened.map(\.amount.cents) == [2128])
  }

  @Test func `F42: an invoice that is no longer billed leaves the basket, and the others can be paid`() async throws {
    try await portal.add("A")
    try await portal.add("B")
    portal.billing.change([Town.invoice("B", cents: 29), Town.invoice("D", cents: 100)], of: Town.alice)
    await #expect(throws: PaymentRefusal.invoiceChanged("A")) { try await portal.pay() }
    #expect(try await review()?.invoices.map(\.id) == ["B"])
    try await portal.add("D")
    _ = try await portal.pay(wish: 2)
    try await portal.courier.run(at: Town.noon)
    #expect(portal.post.notices("basket.invoice-paid-meanwhile").isEmpty)
  }

  @Test func `F42: an invoice that moved to another régie leaves the basket of its former one`() async throws {
    try await portal.add("A")
    try await portal.add("B")
    portal.billing.change([Town.invoice("A", of: Town.ccas), Town.invoice("B", cents: 29)], of: Town.alice)
    #expect(try await review()?.invoices.map(\.id) == ["B"])
  }

  @Test func `F42: what is reserved stays in the basket as it was put there`() async throws {
    try await portal.add("A")
    _ = try await portal.pay()
    portal.billing.change([Town.invoice("A", cents: 2099)], of: Town.alice)
    #expect(try await review()?.total == Money(cents: 1999))
  }

  @Test func `F42: a revision takes nothing from the life of a basket, and is the system's alone`() throws {
    let machine = Town.baskets
    let filled = try machine.transition(from: nil, on: .add(Town.invoice("A")), in: Town.citizen()).state
    let order = BasketOrder.revise(gone: [], changed: [Town.invoice("A", cents: 1)])
    let later = Town.system(at: Town.noon + 60)
    let revised = try machine.transition(from: filled, on: order, in: later).state
    #expect(revised.filled?.changedAt == Town.noon && revised.filled?.total.cents == 1)
    let gone = try machine.transition(from: revised, on: .revise(gone: ["A"], changed: []), in: later).state
    #expect(gone.filled == nil)
    #expect(try machine.transition(from: gone, on: order, in: later).state == gone)
  }
}
