import Billing
import Foundation
import TestSupport
import Testing

struct DocumentationTests {
  @Test func `the listing of the module's page gives the values it shows`() throws {
    let town = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    let ville = Regie(
      id: "ville", name: "Régie Ville", budget: Budget(holder: "Ville"), service: "regie-ville",
      contract: GatewayContract(number: "123456"),
      collectable: [ReceiptKind(code: "cantine", service: .periscolaire, label: "Restauration scolaire")])

    // Only a régie makes an invoice, of a kind that its founding act lists.
    let cantine = try ville.invoice(
      "2026-1042", of: "cantine", amount: Money(french: "19,99 €"), issuedOn: CivilDate(iso: "2026-11-02"),
      subject: "Cantine, octobre")

    // A machine decides and performs nothing: the instant and the principal come from outside.
    let noon = try Date("2026-11-23T12:00:00+01:00", strategy: .iso8601)
    let amelie = Context(instant: noon, principal: .citizen("amelie"))
    let basket = try BasketMachine().transition(
      from: nil, on: .add(cantine.id, found: Drawn(.due(cantine))), in: amelie
    ).state
    let total = basket.filled?.total.french  // "19,99 €"
    #expect(total == "19,99\u{A0}€")

    // Paying reserves every invoice of the basket, or none, by claims of the commit.
    let machine = PaymentAttemptMachine(regies: [ville], calendar: town)
    guard let filled = basket.filled else { return }
    let attempt = try machine.transition(
      from: nil, on: .reserve(filled, reference: Drawn(try PaymentReference("REF000001"))), in: amelie
    ).state
    let held = machine.facets(of: attempt).claims.map(\.scope)  // ["payment.reference", "payment.reservation"]
    #expect(held == ["payment.reference", "payment.reservation"])
    let givenUp = machine.deadline(of: attempt)?.instant == noon + 20 * 60  // true
    #expect(givenUp)
  }

  @Test func `the listing of the module's page is the one compiled here`() throws {
    let page = try Golden.read("Sources/Billing/Billing.docc/Billing.md")
    let listing = try #require(page.split(separator: "```swift\n").last?.split(separator: "```").first)
    let compiled = lines(of: try Golden.read("Tests/BillingTests/DocumentationTests.swift"))
    let start = try #require(compiled.firstIndex { $0.hasPrefix("let town = ") })
    let end = try #require(compiled[start...].firstIndex { $0.hasPrefix("@Test") })
    #expect(lines(of: String(listing)) == compiled[start..<end].dropLast().filter { !$0.hasPrefix("#expect") })
  }

  private func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
