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

extension Posting {
  /// Reads a posting; one that moves nothing, or nowhere, is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    regie = try container.decode(RegieID.self, forKey: .regie)
    at = try container.decode(Date.self, forKey: .at)
    from = try container.decode(LedgerAccount.self, forKey: .from)
    to = try container.decode(LedgerAccount.self, forKey: .to)
    amount = try container.decodePositive(forKey: .amount)
    try container.require(from != to, forKey: .to, "the account the money comes from")
  }
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
