public import Foundation
public import WorkflowKernel

/// What may be asked of a basket.
public enum BasketOrder: Hashable, Codable, Sendable {
  /// The owner puts an invoice in; what was found under its number is not part of what was asked.
  case add(InvoiceID, found: Drawn<Candidate>)
  /// The owner takes an invoice out.
  case remove(InvoiceID)
  /// The owner takes everything out.
  case clear
  /// The system takes out what has been paid, by whomever: `nil` where that is not known.
  case withdraw([InvoiceID], paidBy: AccountID?)
  /// The system takes out what is no longer billed, and puts what is billed otherwise by now in its place.
  case revise(gone: [InvoiceID], changed: [Invoice])
  /// The system takes everything out of the basket of somebody who is to be forgotten (F52).
  case forget
  /// The system keeps the basket for a payment that may be under way until then.
  case hold(until: Date)
  /// The system empties a basket that nobody has touched for too long.
  case expire

  /// The flat names of the orders.
  public enum Name: String, WorkflowKernel.Name {
    /// See ``BasketOrder/add(_:found:)``.
    case add
    /// See ``BasketOrder/remove(_:)``.
    case remove
    /// See ``BasketOrder/clear``.
    case clear
    /// See ``BasketOrder/withdraw(_:paidBy:)``.
    case withdraw
    /// See ``BasketOrder/revise(gone:changed:)``.
    case revise
    /// See ``BasketOrder/forget``.
    case forget
    /// See ``BasketOrder/hold(until:)``.
    case hold
    /// See ``BasketOrder/expire``.
    case expire
  }
}

/// What was found under the number of an invoice that somebody wants to pay.
public enum Candidate: Hashable, Codable, Sendable {
  /// The household has no such invoice, or it does not show.
  case unknown
  /// It is paid.
  case paid
  /// A payment of it is under way.
  case reserved
  /// It can be paid.
  case due(Invoice)
}
