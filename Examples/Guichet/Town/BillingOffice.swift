import Billing
import Foundation

/// Billing at work: its machines and stores, and memory where a service has its billing system and the treasury.
struct BillingOffice: Sendable {
  let regies: [Regie]
  let townBilling = TownBilling()
  let treasury = Treasury()
  let invoices: InvoiceDesk
  let baskets: BasketDesk
  let payments: PaymentDesk

  init(regies: [Regie], calendar: TownCalendar) throws {
    self.regies = regies
    let attempts = Engine(PaymentAttemptMachine(regies: regies, calendar: calendar), store: InMemoryStore())
    invoices = InvoiceDesk(
      source: townBilling, visibility: InvoiceVisibility(calendar: calendar), payments: attempts)
    baskets = BasketDesk(invoices: invoices, baskets: Engine(BasketMachine(), store: InMemoryStore()))
    payments = PaymentDesk(
      invoices: invoices, baskets: baskets.baskets, attempts: attempts,
      strays: Engine(StrayPaymentMachine(regies: regies, calendar: calendar), store: InMemoryStore()),
      gateway: try PayFiPGateway(regies: regies, paymentPage: Self.paymentPage, transport: treasury))
  }

  static let paymentPage = page("https://www.tipi.exemple.fr/tpa/paiementws.web")
  static let returnPage = page("https://demarches.exemple.fr/paiement/retour")
  static let notificationPage = page("https://demarches.exemple.fr/paiement/notification")

  func courier(_ correspondence: some BillingCorrespondence) -> PaymentCourier {
    PaymentCourier(desk: payments, baskets: baskets.baskets, correspondence: correspondence)
  }

  private static func page(_ text: String) -> URL { URL(string: text) ?? URL(filePath: "/") }
}

/// Carries the messages of billing by the town's mail, and its tasks to the service of the régie.
struct BillingPost: BillingCorrespondence {
  let town: TownHall

  func send(_ notice: Notice, key: String) async throws { try await town.send(notice, key: key) }

  func assign(_ task: AgentTask, key: String) async throws {
    let letter = Letter(subject: subject(of: task), body: Personal(text(of: task)))
    try await town.mailbox.send(letter, to: .email(Personal("\(service(of: task))@exemple.fr")), key: key)
  }

  private func service(of task: AgentTask) -> ServiceID {
    switch task {
    case .look(let alert): alert.service
    case .refund(let order): order.service
    }
  }

  private func subject(of task: AgentTask) -> String {
    switch task {
    case .look(let alert): "À examiner\u{A0}: paiement \(alert.payment)"
    case .refund(let order): "À rembourser\u{A0}: paiement \(order.payment)"
    }
  }

  private func text(of task: AgentTask) -> String {
    switch task {
    case .look(let alert):
      switch alert.subject {
      case .anomaly(let anomaly):
        town.wordings.sentence(for: anomaly.kind.code)
          + (anomaly.amount.isPositive ? " Montant\u{A0}: \(anomaly.amount)." : "")
      case .stuck: "Le service de paiement ne dit pas ce qu’est devenu ce paiement."
      }
    case .refund(let order): "\(order.amount) à rembourser (anomalie n°\u{A0}\(order.anomaly))."
    }
  }
}
