import Billing
import Foundation
import Testing

/// F44 to F46, through the desks and the in-memory store.
struct PaymentDeskTests {
  private let portal = Portal()
  private let paid = PaymentFact.Outcome.paid(Town.total, by: .card, at: nil)

  private func opened() async throws -> GatewaySession {
    try await portal.add("A")
    try await portal.add("B")
    return try await portal.pay()
  }

  private func list() async throws -> InvoiceList? {
    switch try await portal.invoices.overview(for: Portal.holder(Town.alice), at: Town.noon) {
    case .shown(let list): list
    case .nothing: nil
    }
  }

  @Test func `F44: a paid basket is emptied, its invoices move to the relevé, one receipt is sent`() async throws {
    let session = try await opened()
    #expect(portal.gateway.opened.map(\.amount) == [Town.total])
    #expect(portal.gateway.opened.map(\.contract) == [Town.ville.contract])
    #expect(try await list()?.reserved.map(\.id) == ["A", "B"])

    portal.gateway.script(session.reference, paid)
    try await portal.notify(session)
    #expect(try await list()?.paid.map(\.id) == ["A", "B"])
    try await portal.notify(session)
    try await portal.courier.run(at: Town.noon)
    try await portal.courier.run(at: Town.noon)

    #expect(portal.billing.settlements.map(\.invoice) == ["A", "B"])
    #expect(portal.post.notices("payment.receipt").count == 1)
    #expect(try await portal.content() == nil)
    #expect(try await list()?.due.map(\.id) == ["C"])
  }

  @Test(arguments: [PaymentFact.Outcome.refused, .cancelled, .expired])
  func `F44: refused, cancelled or expired, the basket is kept, the invoices are released and can be paid anew`(
    outcome: PaymentFact.Outcome
  ) async throws {
    let session = try await opened()
    portal.gateway.script(session.reference, outcome)
    try await portal.notify(session)
    try await portal.courier.run(at: Town.noon)
    #expect(try await portal.content()?.invoices.map(\.id) == ["A", "B"])
    #expect(try await list()?.reserved.isEmpty == true)
    let second = try await portal.pay(wish: 2)
    #expect(second.reference != session.reference)
    #expect(portal.post.notices("payment.receipt").isEmpty)
  }

  @Test func `F42: what is reserved or paid cannot be put into a basket, what is another household's is unknown`()
    async throws
  {
    let session = try await opened()
    await #expect(throws: BasketRefusal.reservedInvoice("A")) { try await portal.add("A", for: Town.benoit) }
    portal.gateway.script(session.reference, paid)
    try await portal.notify(session)
    await #expect(throws: BasketRefusal.paidInvoice("A")) { try await portal.add("A", for: Town.benoit) }
    await #expect(throws: BasketRefusal.unknownInvoice("A")) { try await portal.add("A", for: "stranger") }
    await #expect(throws: BasketRefusal.unknownInvoice("Z")) { try await portal.add("Z") }
  }

  @Test func `F42: the same addition sent twice changes nothing, also after the invoice was paid`() async throws {
    let session = try await opened()
    try await portal.add("A")
    portal.gateway.script(session.reference, paid)
    try await portal.notify(session)
    try await portal.courier.run(at: Town.noon)
    try await portal.add("A")
    #expect(try await portal.content() == nil)
  }

  @Test func `F44: nothing is paid on the word of an old basket`() async throws {
    try await portal.add("A")
    portal.billing.change([Town.invoice("A", cents: 2099)], of: Town.alice)
    await #expect(throws: PaymentRefusal.invoiceChanged("A")) { try await portal.pay() }
    portal.billing.change([], of: Town.alice)
    await #expect(throws: PaymentRefusal.invoiceChanged("A")) { try await portal.pay() }
    portal.billing.change([Town.invoice("A", paidOn: "2026-11-20")], of: Town.alice)
    await #expect(throws: PaymentRefusal.invoiceAlreadyPaid("A")) { try await portal.pay() }
    await #expect(throws: PaymentRefusal.emptyBasket) { try await portal.pay(Town.benoit) }
    #expect(portal.gateway.opened.isEmpty)
  }

  @Test func `F44: a gateway that is silent keeps the reservation, and the same wish goes on later`() async throws {
    portal.gateway.be(silent: true)
    await #expect(throws: PaymentRefusal.gatewayUnavailable) { try await opened() }
    #expect(try await list()?.reserved.map(\.id) == ["A", "B"])
    portal.gateway.be()
    let session = try await portal.pay(draw: 2)
    #expect(try await portal.attempts().map(\.session) == [session])
    #expect(try await portal.pay(draw: 3) == session)
  }

  @Test func `F44: a gateway that refuses releases the invoices at once`() async throws {
    portal.gateway.be(refusing: true)
    await #expect(throws: PaymentRefusal.gatewayRefused(["refused"])) { try await opened() }
    #expect(try await list()?.due.map(\.id) == ["A", "B", "C"])
    await #expect(throws: PaymentRefusal.ended) { try await portal.pay() }
  }

  @Test func `F44: another person cannot use the key of a payment`() async throws {
    _ = try await opened()
    await #expect(throws: SendRefusal.keyReused) {
      try await portal.desk.pay(
        for: Portal.holder(Town.benoit),
        visit: PaymentVisit(
          email: Personal("b@example.org"), returnPage: URL(filePath: "/"), notificationPage: URL(filePath: "/")),
        attempt: "b", reference: PaymentReference("REFBENOIT"), key: RequestKey("alice pays 1"), at: Town.noon)
    }
  }

  @Test func `F44: an invoice paid by one member leaves the basket of the other with a word`() async throws {
    try await portal.add("A", for: Town.benoit)
    let session = try await opened()
    portal.gateway.script(session.reference, paid)
    try await portal.notify(session)
    try await portal.courier.run(at: Town.noon)
    #expect(try await portal.content(of: Town.benoit) == nil)
    #expect(portal.post.notices("basket.invoice-paid-meanwhile").map(\.addressee) == [.account(Town.benoit)])
  }

  @Test func `F42: an invoice paid at the counter leaves the basket with a word when its owner looks`() async throws {
    try await portal.add("A")
    try await portal.add("B")
    let household = [Town.invoice("A", paidOn: "2026-11-23"), Town.invoice("B", cents: 29)]
    portal.billing.change(household, of: Town.alice)
    for _ in 1...2 {
      let basket = try await portal.review().content
      #expect(basket?.invoices.map(\.id) == ["B"])
      try await portal.courier.run(at: Town.noon)
    }
    #expect(portal.post.notices("basket.invoice-paid-meanwhile").map(\.addressee) == [.account(Town.alice)])
  }

  @Test func `F44: an invoice paid at the counter leaves the basket with a word when its owner wants to pay`()
    async throws
  {
    try await portal.add("A")
    try await portal.add("B")
    let household = [Town.invoice("A", paidOn: "2026-11-23"), Town.invoice("B", cents: 29)]
    portal.billing.change(household, of: Town.alice)
    await #expect(throws: PaymentRefusal.invoiceAlreadyPaid("A")) { try await portal.pay() }
    #expect(try await portal.content()?.invoices.map(\.id) == ["B"])
    try await portal.courier.run(at: Town.noon)
    #expect(portal.post.notices("basket.invoice-paid-meanwhile").map(\.addressee) == [.account(Town.alice)])
  }

  @Test func `F42: one's own payment leaves the basket without a word, even before the courier has come`() async throws
  {
    let session = try await opened()
    portal.gateway.script(session.reference, paid)
    try await portal.notify(session)
    #expect(try await portal.review().content == nil)
    try await portal.courier.run(at: Town.noon)
    #expect(portal.post.notices("basket.invoice-paid-meanwhile").isEmpty)
    #expect(portal.post.notices("payment.receipt").count == 1)
  }

  @Test func `F44: who comes back from the gateway learns what became of their own payment, and of no other`()
    async throws
  {
    let session = try await opened()
    portal.gateway.script(session.reference, .refused)
    await #expect(throws: PaymentRefusal.unknownPayment) {
      try await portal.desk.welcomeBack(Portal.holder(Town.benoit), from: Portal.attempt(), at: Town.noon)
    }
    await #expect(throws: PaymentRefusal.unknownPayment) {
      try await portal.desk.welcomeBack(Portal.holder(Town.alice), from: "nothing", at: Town.noon)
    }
    let record = try await portal.desk.welcomeBack(Portal.holder(Town.alice), from: Portal.attempt(), at: Town.noon)
    #expect(record.state.standing == .refused)
  }

  @Test func `F45: a notification for an unknown session or none changes nothing`() async throws {
    let session = try await opened()
    portal.gateway.script(session.reference, paid)
    let before = try await portal.attempts()
    await #expect(throws: PaymentRefusal.unknownPayment) {
      try await portal.desk.notified(by: ["idop": "forged"], at: Town.noon)
    }
    await #expect(throws: InvalidNotification()) {
      try await portal.desk.notified(by: ["resultrans": "P"], at: Town.noon)
    }
    #expect(try await portal.attempts() == before)
  }

  @Test func `F45: a forged notification of a known session proves nothing, the gateway is asked`() async throws {
    let session = try await opened()
    try await portal.desk.notified(by: ["idop": session.reference.rawValue, "resultrans": "P"], at: Town.noon)
    #expect(try await portal.attempts().map(\.standing) == [.waiting])
  }

  @Test func `F45: a payment after cancellation, of invoices paid again meanwhile, waits for an agent`() async throws {
    let first = try await opened()
    portal.gateway.script(first.reference, .cancelled, paid)
    try await portal.notify(first)
    let second = try await portal.pay(wish: 2)
    portal.gateway.script(second.reference, paid)
    try await portal.notify(second)
    try await portal.notify(first)
    try await portal.courier.run(at: Town.noon)

    #expect(try await portal.attempts().map(\.standing) == [.paid, .paid])
    let balance = try await portal.ledger()
    #expect(balance.paid.cents == 2 * 2028 && balance.settled == Town.total && balance.open == Town.total)
    let waiting = try await portal.desk.anomalies(of: "ville", by: Town.staffVille)
    #expect(
      waiting.flatMap(\.state.books.openAnomalies).map(\.kind) == [.invoiceAlreadyPaid("A"), .invoiceAlreadyPaid("B")])
    #expect(Set(portal.billing.settlements.map(\.reference.rawValue)) == ["REFalice21"])
    #expect(portal.post.notices("payment.receipt").count == 2)
  }

  @Test func `F46: an invoice paid at the counter meanwhile leaves its money for an agent`() async throws {
    let session = try await opened()
    portal.billing.payByOtherMeans("A")
    portal.gateway.script(session.reference, paid)
    try await portal.notify(session)
    try await portal.courier.run(at: Town.noon)
    let balance = try await portal.ledger()
    #expect(balance.settled == Money(cents: 29) && balance.open == Money(cents: 1999))
    #expect(portal.post.allTasks.count == 1)
  }

  @Test(arguments: [("2026-12-31T22:59:59Z", 2026), ("2026-12-31T23:00:00Z", 2027)])
  func `F44: a payment is booked in the year that the town has, also in the first hour of it`(
    instant: String, year: Int
  ) async throws {
    let now = Town.instant(instant)
    portal.billing.change([Town.invoice("A", issuedOn: "2026-12-02")], of: Town.alice)
    try await portal.add("A", at: now)
    _ = try await portal.pay(at: now)
    #expect(portal.gateway.opened.map(\.fiscalYear) == [year])
  }
}
