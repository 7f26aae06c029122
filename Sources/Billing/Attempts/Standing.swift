public import WorkflowKernel

/// Where an attempt to pay stands: the greatest of everything the gateway and the bank have said about it (F45).
///
/// The order is total, so that joining is commutative, associative and idempotent: facts may come late, twice and out of
/// order, the result is the same. A late *paid* is therefore accepted, and nothing takes a paid attempt back.
public enum Standing: String, Name, Comparable {
  /// The invoices are reserved; the gateway has not yet opened a session.
  case initialised
  /// A session is open and the gateway has not decided.
  case waiting
  /// The session came to its end without a decision.
  case expired
  /// The citizen gave up.
  case cancelled
  /// The bank said no.
  case refused
  /// The money has been collected.
  case paid

  /// The greater of the two.
  public func joined(with other: Standing) -> Standing { max(self, other) }

  /// Whether the attempt may still go either way; its invoices are then reserved.
  public var isLive: Bool { self <= .waiting }

  /// Orders standings as they are declared.
  public static func < (left: Standing, right: Standing) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .initialised: 0
    case .waiting: 1
    case .expired: 2
    case .cancelled: 3
    case .refused: 4
    case .paid: 5
    }
  }
}
