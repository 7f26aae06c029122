public import Foundation

/// One movement of money within a régie: what leaves one account arrives on another, so that a sum of postings always
/// balances (F46).
public struct Posting: Hashable, Codable, Sendable {
  /// The régie whose money it is.
  public let regie: RegieID
  /// When it was booked.
  public let at: Date
  /// The account the money leaves.
  public let from: LedgerAccount
  /// The account the money arrives on.
  public let to: LedgerAccount
  /// How much, more than nothing.
  public let amount: Money
}

/// Where the money of a régie can be.
public enum LedgerAccount: String, CaseIterable, Hashable, Codable, Sendable {
  /// Not here yet: what comes from here has been paid.
  case payers
  /// It has settled an invoice.
  case settled
  /// It settles nothing yet; an agent is to decide.
  case open
  /// It is kept for its payer.
  case credited
  /// It is ordered to be paid back.
  case refunded
}
