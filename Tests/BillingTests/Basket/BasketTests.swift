import Billing
import Foundation
import Testing

/// F42: one régie, none twice.
struct BasketTests {
  private let machine = Town.baskets

  private func basket(_ invoices: Invoice...) throws -> Basket? {
    try invoices.reduce(nil) { try machine.transition(from: $0, on: .add($1), in: Town.citizen()).state }
  }

  private func refusal(of order: BasketOrder, on basket: Basket?, in context: Context = Town.citizen())
    -> BasketRefusal?
  {
    do {
      _ = try machine.transition(from: basket, on: order, in: context)
      return nil
    } catch { return error }
  }

  @Test func `F42: a basket takes invoices of one régie and adds them up`() throws {
    let filled = try #require(try basket(Town.invoice("A"), Town.invoice("B", cents: 1))?.filled)
    #expect(filled.invoices.map(\.id) == ["A", "B"])
    #expect(filled.regie == "ville")
    #expect(filled.total == Money(cents: 2000))
  }

  @Test func `F42: an invoice of another régie and an invoice twice are refused for two reasons with one sentence`()
    throws
  {
    let basket = try basket(Town.invoice("A"))
    let twice = try #require(refusal(of: .add(Town.invoice("A")), on: basket))
    let other = try #require(refusal(of: .add(Town.invoice("C", of: Town.ccas)), on: basket))
    #expect(twice == .alreadyInBasket("A") && twice.code == "basket.already-in-basket")
    #expect(other == .otherRegie("ccas") && other.code == "basket.other-regie")
    for refusal in [twice, other] {
      let said = Wordings.billing.explain(refusal)
      #expect(
        said.message
          == "Impossible d'ajouter cet article, vous devez d'abord payer ceux en attente dans votre panier")
      #expect(said.next == "Accéder à votre panier")
    }
  }

  @Test(arguments: [
    (Candidate.unknown, BasketRefusal.unknownInvoice("A")), (.paid, .paidInvoice("A")),
    (.reserved, .reservedInvoice("A")),
  ])
  func `F42: an unknown, paid or reserved invoice is refused with its own reason`(
    candidate: Candidate, refused: BasketRefusal
  ) throws {
    #expect(refusal(of: .add("A", found: Drawn(candidate)), on: nil) == refused)
    #expect(refusal(of: .add("A", found: Drawn(candidate)), on: try basket(Town.invoice("A"))) == refused)
  }

  @Test func `F42: emptied by any means, a basket takes any régie again`() throws {
    let filled = try basket(Town.invoice("A"))
    let hourLater = Town.system(at: Town.noon + 3600)
    for (order, context) in [
      (BasketOrder.clear, Town.citizen()), (.remove("A"), Town.citizen()),
      (.withdraw(["A"], paidBy: Town.alice), Town.system()), (.expire, hourLater),
    ] {
      let empty = try machine.transition(from: filled, on: order, in: context).state
      #expect(empty.filled == nil)
      #expect(BasketMachine.name(of: empty) == .empty)
      let again = try machine.transition(
        from: empty, on: .add(Town.invoice("C", of: Town.ccas)), in: Town.citizen()
      ).state
      #expect(again.filled?.regie == "ccas")
    }
  }

  @Test func `F42: taking one invoice out keeps the others and their total`() throws {
    let three = try basket(Town.invoice("A", cents: 1), Town.invoice("B", cents: 20), Town.invoice("C", cents: 300))
    let later = Town.noon + 60
    let two = try machine.transition(from: three, on: .remove("B"), in: Town.citizen(at: later)).state
    #expect(two.filled?.invoices.map(\.id) == ["A", "C"])
    #expect(two.filled?.total == Money(cents: 301))
    #expect(two.filled?.changedAt == later)
    #expect(refusal(of: .remove("B"), on: two) == .notInBasket("B"))
    #expect(refusal(of: .remove("A"), on: nil) == .notInBasket("A"))
  }

  @Test func `F42: a total beyond what can be counted is refused`() throws {
    let rich = try basket(Town.invoice("A", cents: .max))
    #expect(refusal(of: .add(Town.invoice("B", cents: 1)), on: rich) == .totalTooLarge)
  }

  @Test func `F42: a basket expires 60 minutes after its last change, not one second before`() throws {
    let filled = try #require(try basket(Town.invoice("A")))
    #expect(machine.deadline(of: filled) == Deadline(at: Town.noon + 3600, event: .expire))
    #expect(refusal(of: .expire, on: filled, in: Town.system(at: Town.noon + 3599)) == .notDue)
    let empty = try machine.transition(from: filled, on: .expire, in: Town.system(at: Town.noon + 3600)).state
    #expect(empty.filled == nil)
    #expect(machine.deadline(of: empty) == nil)
    #expect(refusal(of: .expire, on: empty, in: Town.system(at: Town.noon + 9999)) == .notDue)
  }

  @Test func `F42: an invoice paid by another member leaves with a word to the owner, one's own without`() throws {
    let filled = try basket(Town.invoice("A"), Town.invoice("B"))
    let other = try machine.transition(
      from: filled, on: .withdraw(["A", "Z"], paidBy: Town.benoit), in: Town.system())
    #expect(other.state.filled?.invoices.map(\.id) == ["B"])
    #expect(other.effects.map(\.code) == ["basket.invoice-paid-meanwhile"])
    #expect(other.effects.map(\.addressee) == [.account(Town.alice)])
    let own = try machine.transition(from: filled, on: .withdraw(["A"], paidBy: Town.alice), in: Town.system())
    #expect(own.effects.isEmpty)
    let again = try machine.transition(
      from: other.state, on: .withdraw(["A"], paidBy: Town.benoit), in: Town.system())
    #expect(again.state == other.state && again.effects.isEmpty)
  }

  @Test func `F42: each order is for its own kind of principal and for the owner`() throws {
    let filled = try basket(Town.invoice("A"))
    let orders: [BasketOrder] = [
      .add(Town.invoice("B")), .remove("A"), .clear, .withdraw(["A"], paidBy: Town.alice), .expire,
      .hold(until: Town.noon), .revise(gone: [], changed: []), .forget,
    ]
    let principals: [Principal] = [
      .citizen(Town.alice), .citizen(Town.benoit), .system, Town.agentVille, .visitor("nobody"),
    ]
    for (index, order) in orders.enumerated() {
      for principal in principals {
        let context = Context(instant: Town.noon + 3600, principal: principal)
        let isAllowed = index < 3 ? principal == .citizen(Town.alice) : principal == .system
        #expect((refusal(of: order, on: filled, in: context) == .notPermitted) == !isAllowed, "\(order) \(principal)")
      }
    }
  }

  @Test func `F42: baskets are found by the invoices they hold`() throws {
    let filled = try #require(try basket(Town.invoice("A"), Town.invoice("B")))
    #expect(machine.facets(of: filled).tags.map(\.label) == [.baskets(holding: "A"), .baskets(holding: "B")])
  }

  @Test func `F51: a stored basket without invoices, of two régies or with one twice is an error`() throws {
    let filled = try #require(try basket(Town.invoice("A"), Town.invoice("B")))
    let json = String(decoding: try JSONEncoder().encode(filled), as: UTF8.self)
    #expect(try JSONDecoder().decode(Basket.self, from: Data(json.utf8)) == filled)
    for broken in [
      json.replacing("\"id\":\"B\"", with: "\"id\":\"A\""),
      json.replacing("\"regie\":\"ville\"", with: "\"regie\":\"ccas\"", maxReplacements: 1),
      json.replacing(/"invoices":\[.*\]/, with: "\"invoices\":[]"),
    ] {
      #expect(broken != json)
      #expect(throws: (any Error).self) { try JSONDecoder().decode(Basket.self, from: Data(broken.utf8)) }
    }
  }
}

extension BasketOrder {
  static func add(_ invoice: Invoice) -> BasketOrder { .add(invoice.id, found: Drawn(.due(invoice))) }
}
