import Billing
import Foundation
import Testing

/// F42, F50: a basket whose invoices are billed otherwise by now is put right when its owner looks.
struct BasketReviewTests {
  private let portal = Portal()

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
    let basket = try #require(try await portal.review().content)
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
    let looked = try await portal.review()
    #expect(looked.content?.invoices.map(\.id) == ["B"] && looked.left == [.noLongerVisible(Town.invoice("A"))])
    try await portal.add("D")
    _ = try await portal.pay(wish: 2)
    try await portal.courier.run(at: Town.noon)
    #expect(portal.post.notices("basket.invoice-paid-meanwhile").isEmpty)
  }

  @Test func `F42: an invoice that moved to another régie leaves the basket of its former one`() async throws {
    try await portal.add("A")
    try await portal.add("B")
    portal.billing.change([Town.invoice("A", of: Town.ccas), Town.invoice("B", cents: 29)], of: Town.alice)
    let looked = try await portal.review()
    #expect(looked.content?.invoices.map(\.id) == ["B"])
    #expect(looked.left == [.otherRegie(Town.invoice("A", of: Town.ccas))])
  }

  @Test func `F42: what is reserved stays in the basket as it was put there`() async throws {
    try await portal.add("A")
    _ = try await portal.pay()
    portal.billing.change([Town.invoice("A", cents: 2099)], of: Town.alice)
    let looked = try await portal.review()
    #expect(looked.content?.total == Money(cents: 1999) && looked.left.isEmpty)
  }

  @Test func `F42: an invoice that leaves the three months at midnight leaves the basket, and its owner learns why`()
    async throws
  {
    let midnight = Town.instant("2026-12-01T00:00:00+01:00")
    let old = Town.invoice("A", issuedOn: "2026-08-31")
    portal.billing.change([old], of: Town.alice)
    try await portal.add("A", at: midnight - 1)
    await #expect(throws: PaymentRefusal.invoiceChanged("A")) { try await portal.pay(at: midnight) }
    let looked = try await portal.review(at: midnight)
    #expect(looked.content == nil && looked.left == [.noLongerVisible(old)])
    let said = Wordings.billing.explain(try #require(looked.left.first)).message
    #expect(said.contains("«\u{A0}Facture A\u{A0}» (19,99\u{A0}€) n’est plus visible"))
    #expect(try await portal.review(at: midnight) == BasketReview(content: nil))
    await #expect(throws: PaymentRefusal.emptyBasket) { try await portal.pay(wish: 2, at: midnight) }

    portal.billing.change([old, Town.invoice("C", of: Town.ccas)], of: Town.alice)
    try await portal.add("C", at: midnight)
    _ = try await portal.pay(wish: 3, at: midnight)
  }

  @Test func `F42: what else has left is told at the owner's look, not lost to a payment of what was paid meanwhile`()
    async throws
  {
    try await portal.add("A")
    try await portal.add("B")
    portal.billing.change([Town.invoice("A", paidOn: "2026-11-20")], of: Town.alice)
    await #expect(throws: PaymentRefusal.invoiceAlreadyPaid("A")) { try await portal.pay() }
    #expect(try await portal.review().left == [.noLongerVisible(Town.invoice("B", cents: 29))])
    try await portal.courier.run(at: Town.noon)
    #expect(portal.post.notices("basket.invoice-paid-meanwhile").count == 1)
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
