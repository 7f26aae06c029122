public import Foundation

/// Everything that billing holds about an account, in the words of its holder (F52).
public struct BillingExport: Hashable, Codable, Sendable {
  /// What is in the basket.
  public let basket: Basket?
  /// Every attempt to pay, the latest first.
  public let payments: [PaymentExport]
}

/// One attempt to pay, as its payer is told of it: neither the agents who looked at it nor what the portal needs to
/// reach the gateway.
public struct PaymentExport: Hashable, Codable, Sendable {
  /// What the payment is called.
  public let reference: PaymentReference
  /// The régie that collects.
  public let regie: RegieID
  /// How much was to be paid.
  public let amount: Money
  /// For which invoices.
  public let lines: [PaymentLine]
  /// What became of it.
  public let standing: Standing
  /// When the invoices were reserved.
  public let reservedAt: Date
  /// When the gateway had received the payer.
  public let openedAt: Date?
  /// When the reservation ended without a payment.
  public let releasedAt: Date?
  /// What came in.
  public let received: [Receipt]
  /// What was wrong with it.
  public let anomalies: [Finding]

  /// Money that came in.
  public struct Receipt: Hashable, Codable, Sendable {
    /// How much.
    public let amount: Money
    /// When it was booked.
    public let at: Date
  }

  /// Something that was wrong, and what was done about it.
  public struct Finding: Hashable, Codable, Sendable {
    /// The stable code of what was wrong.
    public let code: String
    /// The money that settled nothing.
    public let amount: Money
    /// When it was noticed.
    public let noticedAt: Date
    /// What was done; `nil` while nothing was.
    public let outcome: Anomaly.Resolution.Outcome?
    /// When it was done.
    public let resolvedAt: Date?
  }

  init(of attempt: PaymentAttempt) {
    reference = attempt.order.reference
    regie = attempt.order.regie
    amount = attempt.order.amount
    lines = attempt.order.lines
    standing = attempt.standing
    reservedAt = attempt.order.reservedAt
    openedAt = attempt.openedAt
    releasedAt = attempt.releasedAt
    received = attempt.books.postings.filter { $0.from == .payers }.map { Receipt(amount: $0.amount, at: $0.at) }
    anomalies = attempt.books.anomalies.map {
      Finding(
        code: $0.kind.code, amount: $0.amount, noticedAt: $0.noticedAt, outcome: $0.resolution?.outcome,
        resolvedAt: $0.resolution?.at)
    }
  }
}
