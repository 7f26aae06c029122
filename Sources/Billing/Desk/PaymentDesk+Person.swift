public import Foundation
public import WorkflowKernel

extension PaymentDesk {
  /// Everything that billing holds about an account, to be handed to its holder as JSON (F52).
  ///
  /// - Throws: what a store throws.
  public func export(of account: AccountID) async throws -> BillingExport {
    BillingExport(
      basket: try await baskets.store.load(account)?.state,
      payments: try await attempts.store.all(.payments(of: account)).map { PaymentExport(of: $0.state) })
  }

  /// Forgets an account as far as accounting allows: its basket, and attempts that ended without any money (F52).
  ///
  /// - Returns: how many payments are kept for now; each is forgotten by the system at its term.
  /// - Throws: `SendRefusal`; what a store throws.
  public func erase(_ account: AccountID, at instant: Date) async throws -> Int {
    let context = Context(instant: instant, principal: .system)
    if try await baskets.store.load(account)?.state.filled != nil {
      _ = try await baskets.send(.forget, to: account, in: context)
    }
    var kept = 0
    for record in try await attempts.store.all(.payments(of: account)) {
      do {
        _ = try await attempts.send(.forget, to: record.id, in: context)
      } catch PaymentRefusal.notDue {
        kept += 1
      }
    }
    return kept
  }
}
