import Billing
import Foundation
import Synchronization

/// Stands where a service has its billing system: the invoices that a scenario issues.
final class TownBilling: InvoiceSource {
  private struct Books {
    var invoices: [AccountID: [Invoice]] = [:]
    var paidByOtherMeans: Set<InvoiceID> = []
    var holders: [AccountID: AccountHolder] = [:]
  }

  private let books = Mutex(Books())

  /// Somebody whose account was created before the scenario begins.
  func know(_ holder: AccountHolder) { books.withLock { $0.holders[holder.id] = holder } }

  func holder(_ account: AccountID) -> AccountHolder? { books.withLock { $0.holders[account] } }

  func issue(_ invoice: Invoice, to account: AccountID) {
    books.withLock { $0.invoices[account, default: []].append(invoice) }
  }

  /// The counter has been paid; the portal hears of it when it announces a payment of its own.
  func payByOtherMeans(_ invoice: InvoiceID) {
    books.withLock { _ = $0.paidByOtherMeans.insert(invoice) }
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
