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

  @Test func `the listing of the desks leads from an invoice to its payment`() async throws {
    let (town, ville, noon) = (Town.calendar, Town.ville, Town.noon)
    let source = FakeBilling(["amelie": [Town.invoice("A")]])
    let (gateway, correspondence) = (ScriptedGateway(), FakePost())
    let registered = Town.instant("2020-01-06T10:00:00Z")
    let (returnPage, notificationPage) = (URL(filePath: "/retour"), URL(filePath: "/notification"))
    gateway.script("S1", .paid(Town.invoice("A").amount, by: .card, at: nil))
    let notification = ["idop": "S1"]
    let payments = Engine(PaymentAttemptMachine(regies: [ville], calendar: town), store: InMemoryStore())
    let baskets = Engine(BasketMachine(), store: InMemoryStore())
    let invoices = InvoiceDesk(source: source, visibility: InvoiceVisibility(calendar: town), payments: payments)
    let basketDesk = BasketDesk(invoices: invoices, baskets: baskets)
    let desk = PaymentDesk(
      invoices: invoices, baskets: baskets, attempts: payments,
      strays: Engine(StrayPaymentMachine(regies: [ville], calendar: town), store: InMemoryStore()), gateway: gateway)
    let courier = PaymentCourier(desk: desk, baskets: baskets, correspondence: correspondence)

    // « Mes comptes », the basket, the payment: the citizen goes to the page of the session.
    let amelie = AccountHolder(id: "amelie", createdAt: registered, isValidated: true)
    guard case .shown(let list) = try await invoices.overview(for: amelie, at: noon) else { return }
    try await basketDesk.add(list.due[0].id, for: amelie, key: RequestKey("add-1"), at: noon)
    let visit = PaymentVisit(
      email: Personal("amelie@example.fr"), returnPage: returnPage, notificationPage: notificationPage)
    let session = try await desk.pay(
      for: amelie, visit: visit, attempt: "attempt-1", reference: PaymentReference("REF000001"),
      key: RequestKey("pay-1"), at: noon)

    // The gateway notifies, which proves nothing: the desk asks. From time to time the courier carries out what is due.
    try await desk.notified(by: notification, at: noon + 60)
    try await courier.run(at: noon + 60)
    let basket = try await basketDesk.content(for: amelie, at: noon + 60)  // nil: it was paid
    #expect(session.reference == "S1" && basket == nil)
    #expect(source.settlements.map(\.invoice) == ["A"])
  }

  @Test func `the listings of the module's page are the ones compiled here`() throws {
    try Listings.check(
      "Sources/Billing/Billing.docc/Billing.md", compiledIn: "Tests/BillingTests/DocumentationTests.swift")
  }
}
