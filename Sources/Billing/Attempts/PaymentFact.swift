public import Foundation

/// What the gateway or the bank says about one payment.
///
/// The same fact may be told any number of times.
public struct PaymentFact: Hashable, Codable, Sendable {
  /// Who says it.
  public let source: Source
  /// The régie whose contract or account it is about.
  public let regie: RegieID
  /// The payment it is about.
  public let reference: PaymentReference
  /// What is said.
  public let outcome: Outcome

  /// What a payment can come to: from one cent to ten thousand million euros.
  ///
  /// Whatever is beyond is a slip of the pen; the sums of a ledger stay countable for millions of the largest.
  public static let possibleAmounts = Money(cents: 1)...Money(cents: 1_000_000_000_000)

  /// Reports a fact.
  public init(from source: Source, regie: RegieID, reference: PaymentReference, outcome: Outcome) {
    self.source = source
    self.regie = regie
    self.reference = reference
    self.outcome = outcome
  }

  /// The stable code of who says what, for the journal: `gateway.refused`, `statement.paid`.
  var code: String {
    switch source {
    case .gateway: "gateway.\(outcome.standing.rawValue)"
    case .statement: "statement.\(outcome.standing.rawValue)"
    }
  }

  /// Who tells a fact, and what recognizes the telling.
  public enum Source: Hashable, Codable, Sendable {
    /// The gateway, asked about a session; in test mode no money has moved.
    case gateway(GatewayReference, mode: GatewayContract.Mode)
    /// The bank, by a line of a statement.
    case statement(StatementLineID)
  }

  /// What a fact says.
  public enum Outcome: Hashable, Codable, Sendable {
    /// Not decided.
    case waiting
    /// Not decided, and never to be.
    case expired
    /// Given up by the citizen.
    case cancelled
    /// Declined by the bank.
    case refused
    /// Collected: how much, by what means, and when if that is known.
    case paid(Money, by: PaymentMeans, at: Date?)

    /// The standing that the outcome stands for.
    public var standing: Standing {
      switch self {
      case .waiting: .waiting
      case .expired: .expired
      case .cancelled: .cancelled
      case .refused: .refused
      case .paid: .paid
      }
    }
  }
}

/// How money came in.
public enum PaymentMeans: String, CaseIterable, Hashable, Codable, Sendable {
  /// By bank card, online.
  case card
  /// By direct debit, online.
  case directDebit
  /// Seen on a bank statement.
  case statement
}
