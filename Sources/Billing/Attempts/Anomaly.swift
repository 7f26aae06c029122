public import Foundation
public import WorkflowKernel

/// Something that an agent must look at: money that settles nothing, or word that contradicts what is known.
public struct Anomaly: Hashable, Codable, Sendable {
  /// Its number within its record, from 1.
  public let number: Int
  /// What is wrong.
  public let kind: Kind
  /// The régie that holds the money, or that the word is about.
  public let regie: RegieID
  /// The money that settles nothing; ``Money/zero`` when no money came.
  public let amount: Money
  /// When it was noticed.
  public let noticedAt: Date
  /// What an agent did about it; `nil` while it is open.
  public internal(set) var resolution: Resolution?

  /// Describes an anomaly.
  public init(
    number: Int, kind: Kind, regie: RegieID, amount: Money, noticedAt: Date, resolution: Resolution? = nil
  ) {
    self.number = number
    self.kind = kind
    self.regie = regie
    self.amount = amount
    self.noticedAt = noticedAt
    self.resolution = resolution
  }

  /// What can be wrong.
  public enum Kind: Hashable, Codable, Sendable {
    /// The amount is another than the one expected.
    case otherAmount(expected: Money)
    /// The contract or account is another régie's.
    case otherRegie(expected: RegieID)
    /// The reference is another payment's.
    case otherReference(PaymentReference)
    /// The session is not the attempt's.
    case otherSession(GatewayReference)
    /// A test result for a real payment, or the other way round.
    case otherMode
    /// The same attempt was paid a second time.
    case paidTwice
    /// The invoice had been paid already, by another attempt or by other means.
    case invoiceAlreadyPaid(InvoiceID)
    /// A refusal or a cancellation came after the payment.
    case contradicted(by: Standing)
    /// No payment has this reference.
    case unknownReference
  }

  /// What an agent did about an anomaly.
  public struct Resolution: Hashable, Codable, Sendable {
    /// What was done.
    public let outcome: Outcome
    /// Who decided.
    public let agent: AgentID
    /// When.
    public let at: Date

    /// Describes what an agent did.
    public init(outcome: Outcome, agent: AgentID, at instant: Date) {
      self.outcome = outcome
      self.agent = agent
      at = instant
    }

    /// What can be done.
    public enum Outcome: String, CaseIterable, Hashable, Codable, Sendable {
      /// The money is kept for the payer, to be used in the same régie.
      case credited
      /// The money is ordered to be paid back.
      case refunded
      /// There was no money in it.
      case dismissed

      /// The stable code, for the journal.
      public var code: String {
        switch self {
        case .credited: "resolution.credited"
        case .refunded: "resolution.refunded"
        case .dismissed: "resolution.dismissed"
        }
      }
    }
  }
}

extension Anomaly.Kind {
  /// The stable code, for lists and logs.
  public var code: String {
    switch self {
    case .otherAmount: "anomaly.other-amount"
    case .otherRegie: "anomaly.other-regie"
    case .otherReference: "anomaly.other-reference"
    case .otherSession: "anomaly.other-session"
    case .otherMode: "anomaly.other-mode"
    case .paidTwice: "anomaly.paid-twice"
    case .invoiceAlreadyPaid: "anomaly.invoice-already-paid"
    case .contradicted: "anomaly.contradicted"
    case .unknownReference: "anomaly.unknown-reference"
    }
  }
}
