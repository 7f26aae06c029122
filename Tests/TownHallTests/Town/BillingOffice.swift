import Billing
import Synchronization

/// The town's billing system: who was billed what, and what it was told was paid.
final class BillingOffice: InvoiceSource {
  private struct Books {
    var invoices: [AccountID: [Invoice]] = [:]
    var settlements: [Settlement] = []
  }

  private let books = Mutex(Books())

  /// What it was told, each settlement once.
  var settlements: [Settlement] { books.withLock { $0.settlements } }

  func issue(_ invoice: Invoice, to account: AccountID) {
    books.withLock { $0.invoices[account, default: []].append(invoice) }
  }

  func billing(of account: AccountID) -> HouseholdBilling {
    let invoices = books.withLock { $0.invoices[account] ?? [] }
    return HouseholdBilling(services: invoices.map(\.kind.service), invoices: invoices)
  }

  func record(_ settlement: Settlement) -> SettlementAnswer {
    books.withLock { books in
      if !books.settlements.contains(settlement) { books.settlements.append(settlement) }
      return .recorded
    }
  }
}
