public import Foundation
public import WorkflowKernel

extension PaymentDesk {
  /// Everything that billing holds about an account, to be handed to its holder as JSON (F52).
  ///
  /// - Throws: what a store throws.
  public func export(of account: AccountID) async throws -> BillingExport {
    BillingExport(
      basket: try await baskets.load(account)?.state,
      payments: try await attempts.store.all(.payments(of: account)).map(\.state))
  }

  /// Forgets an account as far as accounting allows: attempts that ended without any money (F52).
  ///
  /// - Returns: how many payments are kept for now; each is forgotten by the system at its term.
  /// - Throws: `SendRefusal`; what a store throws.
  public func erase(_ account: AccountID, at instant: Date) async throws -> Int {
    var kept = 0
    for record in try await attempts.store.all(.payments(of: account)) {
      do {
        _ = try await attempts.send(.forget, to: record.id, in: Context(instant: instant, principal: .system))
      } catch PaymentRefusal.notDue {
        kept += 1
      }
    }
    return kept
  }
}

/// Everything that billing holds about an account.
public struct BillingExport: Hashable, Codable, Sendable {
  /// What is in the basket.
  public let basket: Basket?
  /// Every attempt to pay, the latest first.
  public let payments: [PaymentAttempt]
}
