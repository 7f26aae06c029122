import Billing
import Foundation
import Testing

/// F47: a régie takes money only for what its founding act lists, wherever an invoice comes from.
struct CollectableTests {
  private func invoice(_ replace: (String) -> String) throws -> Invoice {
    let json = String(decoding: try JSONEncoder().encode(Town.invoice("A")), as: UTF8.self)
    let changed = replace(json)
    #expect(changed != json)
    return try JSONDecoder().decode(Invoice.self, from: Data(changed.utf8))
  }

  private func refusal(of basket: FilledBasket) -> PaymentRefusal? {
    do {
      let order = PaymentAttemptOrder.reserve(basket, reference: Drawn(Town.reference()))
      _ = try Town.attempts.transition(from: nil, on: order, in: Town.citizen())
      return nil
    } catch { return error }
  }

  @Test func `F47: an invoice of a kind that its régie may not collect is not reserved`() throws {
    let fine = try invoice { $0.replacing("\"code\":\"cantine\"", with: "\"code\":\"amende\"") }
    #expect(refusal(of: Town.basket(Town.invoice("B"), fine)) == .notCollectable("A"))
    let shifted = try invoice { $0.replacing("\"periscolaire\"", with: "\"ccas\"") }
    #expect(refusal(of: Town.basket(shifted)) == .notCollectable("A"))
    let renamed = try invoice { $0.replacing("Restauration scolaire", with: "Cantine") }
    #expect(refusal(of: Town.basket(renamed)) == nil)
  }

  @Test func `F47: an invoice of a régie described elsewhere is measured by the town's own founding act`() {
    let rogue = Regie(
      id: "ville", name: "Régie Ville", budget: Budget(holder: "Ville"), service: "regie-ville",
      contract: GatewayContract(number: "000001"),
      collectable: [ReceiptKind(code: "amende", service: .ccas, label: "Amende")])
    #expect(refusal(of: Town.basket(Town.invoice("A", of: rogue))) == .notCollectable("A"))
  }

  @Test(arguments: [0, -1, Int.min])
  func `F51: a stored invoice of nothing or less is an error`(cents: Int) throws {
    #expect(throws: DecodingError.self) {
      try invoice { $0.replacing("\"cents\":1999", with: "\"cents\":\(cents)") }
    }
  }

  @Test func `F42: an invoice other than the one asked for is not put into a basket`() {
    let order = BasketOrder.add("A", found: Drawn(.due(Town.invoice("B"))))
    #expect(throws: BasketRefusal.unknownInvoice("A")) {
      try Town.baskets.transition(from: nil, on: order, in: Town.citizen())
    }
  }
}
