import Billing
import Foundation
import Testing

/// F50: every refusal has a stable code, a French sentence, and a next step where there is one.
struct WordingTests {
  private static let day = Town.day("2026-11-26")

  private static let refusals: [any ExplainableRefusal] = {
    let shown: [NothingShown] = [
      .accountNotValidated, .accountTooRecent(until: day), .noBilledService, .noInvoiceSince(day),
    ]
    let basket: [BasketRefusal] = [
      .notPermitted, .unknownInvoice("A"), .paidInvoice("A"), .reservedInvoice("A"), .alreadyInBasket("A"),
      .otherRegie("ccas"), .totalTooLarge, .notInBasket("A"), .notDue,
    ]
    let departures: [BasketDeparture] = [.noLongerVisible(Town.invoice("A")), .otherRegie(Town.invoice("A"))]
    let payment: [PaymentRefusal] = [
      .notPermitted, .unknownPayment, .alreadyReserved, .emptyBasket, .invoiceChanged("A"), .invoiceReserved("A"),
      .invoiceAlreadyPaid("A"), .unknownRegie("x"), .notCollectable("A"), .belowMinimum(Town.total),
      .aboveMaximum(Town.total), .alreadyOpen, .ended, .impossibleAmount(.zero), .lineAlreadyEntered("L1"), .notDue,
      .notSettled("A"),
      .anomaly(.unknown),
      .anomaly(.resolved), .anomaly(.wrongOutcome), .periodTooLong, .gatewayUnavailable, .gatewayRefused([]),
    ]
    let amounts: [MoneyParsingError] = [.noDigits, .notTwoDecimals, .badGrouping, .unexpected("."), .overflow]
    let invoices: [InvoiceDefect] = [.notCollectable(kind: "x"), .nothingToPay(.zero)]
    let payfip: [PayFiPProblem] = [
      .fault(code: "A2"), .missing("idop"), .repeated("idop"), .unknownContract, .unknownMode, .invalidReference,
      .unknownResult,
      .invalidAmount,
    ]
    let others: [any ExplainableRefusal] = [InvalidNotification(), InvalidPaymentReference()]
    let lists: [[any ExplainableRefusal]] = [shown, basket, departures, payment, amounts, invoices, payfip, others]
    return lists.flatMap { $0 }
  }()

  private static let messages = ["payment.receipt", "basket.invoice-paid-meanwhile"]

  @Test func `F50: every refusal has a sentence of its own code, and every sentence belongs to something`() {
    let codes = Self.refusals.map(\.code)
    #expect(Set(codes).count == codes.count)
    let anomalies = Wordings.billing.codes.filter { $0.hasPrefix("anomaly.") }
    let fields = PayFiPViolation.allCases.map(\.code)
    #expect(Wordings.billing.codes == (codes + Self.messages + anomalies + fields + ["payfip.fields"]).sorted())
  }

  @Test func `F50: a sentence leaves no place for an argument open`() {
    for refusal in Self.refusals {
      let message = Wordings.billing.sentence(for: refusal.code, arguments: refusal.arguments)
      #expect(!message.contains("{"), "\(refusal.code)")
      #expect(message.first?.isUppercase == true, "\(refusal.code)")
    }
  }

  @Test(arguments: [
    PaymentRefusal.invoiceChanged("V-7"), .invoiceReserved("V-7"), .invoiceAlreadyPaid("V-7"), .notCollectable("V-7"),
  ])
  func `F50: a refusal because of an invoice says which`(refusal: PaymentRefusal) {
    #expect(Wordings.billing.explain(refusal).message.contains("facture V-7 "))
  }

  @Test func `F50: a description is for operators and shows nothing personal`() {
    let secret = Town.invoice("A")
    #expect(!"\(secret)".contains("Facture"))
    #expect(BasketRefusal.otherRegie("ccas").description == "basket.other-regie")
    #expect(!"\(Town.session)".contains("/pay"))
  }

  @Test func `F50: a host words refusals anew without touching the rules`() {
    let own = Wordings.billing.replacing(with: Wordings(["basket.other-regie": "Une régie à la fois !"]))
    #expect(own.explain(BasketRefusal.otherRegie("ccas")).message == "Une régie à la fois !")
    #expect(own.explain(BasketRefusal.alreadyInBasket("A")).next == "Accéder à votre panier")
  }

  @Test(arguments: Wordings.billing.codes)
  func `F50: French punctuation keeps its space on the line`(code: String) {
    guard let wording = Wordings.billing[code] else { return }
    for text in [wording.text, wording.subject, wording.next].compactMap({ $0 }) {
      #expect(text.range(of: " [:;?!»]|« ", options: .regularExpression) == nil, "\(text)")
    }
  }
}
