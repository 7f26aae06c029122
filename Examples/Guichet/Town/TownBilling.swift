import Billing
import Foundation
import Synchronization

/// Stands where a service has its billing system: the invoices that a scenario issues.
final class TownBilling: InvoiceSource {
  private struct Books {
    var invoices: [AccountID: [Invoice]] = [:]
    var paidByOtherMeans: Set<InvoiceID> = []
    var holders: [AccountID: AccountHolder] = [:]

    func has(_ invoice: InvoiceID) -> Bool { invoices.values.contains { $0.contains { $0.id == invoice } } }
  }

  private let books = Mutex(Books())

  /// Somebody whose account was created before the scenario begins.
  func know(_ holder: AccountHolder) { books.withLock { $0.holders[holder.id] = holder } }

  func holder(_ account: AccountID) -> AccountHolder? { books.withLock { $0.holders[account] } }

  /// Issues an invoice to an account; the same one may go to the other accounts of the household.
  func issue(_ invoice: Invoice, to account: AccountID) throws(TownBillingRefusal) {
    try books.withLock { books throws(TownBillingRefusal) in
      let others = books.invoices.filter { $0.key != account }.values.flatMap { $0 }.filter { $0.id == invoice.id }
      guard books.invoices[account]?.contains(where: { $0.id == invoice.id }) != true,
        others.allSatisfy({ $0 == invoice })
      else { throw .alreadyIssued(invoice.id) }
      books.invoices[account, default: []].append(invoice)
    }
  }

  /// The counter has been paid; the portal hears of it when it announces a payment of its own.
  func payByOtherMeans(_ invoice: InvoiceID) throws(TownBillingRefusal) {
    try books.withLock { books throws(TownBillingRefusal) in
      guard books.has(invoice) else { throw .unknownInvoice(invoice) }
      books.paidByOtherMeans.insert(invoice)
    }
  }

  func billing(of account: AccountID) async throws -> HouseholdBilling {
    books.withLock { books in
      let invoices = books.invoices[account] ?? []
      return HouseholdBilling(services: invoices.map(\.kind.service), invoices: invoices)
    }
  }

  func record(_ settlement: Settlement) async throws -> SettlementAnswer {
    books.withLock { $0.paidByOtherMeans.contains(settlement.invoice) ? .paidByOtherMeans : .recorded }
  }
}

/// Why the billing system does not do what a line asks of it.
enum TownBillingRefusal: ExplainableRefusal {
  /// It listens to the town alone.
  case notAllowed
  case alreadyIssued(InvoiceID)
  case unknownInvoice(InvoiceID)

  var code: String {
    switch self {
    case .notAllowed: "town-billing.not-allowed"
    case .alreadyIssued: "town-billing.already-issued"
    case .unknownInvoice: "town-billing.unknown-invoice"
    }
  }

  var arguments: [Personal<String>] {
    switch self {
    case .notAllowed: []
    case .alreadyIssued(let invoice), .unknownInvoice(let invoice): [Personal(invoice.rawValue)]
    }
  }
}
