public import Foundation
import WorkflowKernel

/// When an attempt is asked about, listed and given up (F46).
///
/// Seconds count from the opening of the session on or, while there is none, from the reservation on.
public struct PaymentPolicy: Hashable, Sendable {
  /// How long the invoices are kept for a citizen whom the gateway has not yet received.
  public let openingSeconds: TimeInterval
  /// When the gateway is asked again, in rising order.
  public let inquirySeconds: [TimeInterval]
  /// From when on an attempt without an answer is listed as stuck.
  public let stuckSeconds: TimeInterval
  /// When the invoices of an attempt that was never answered are released; proof that comes later is still accepted.
  public let lifetimeSeconds: TimeInterval
  /// Months for which the payer of an attempt without money is kept after its end.
  public let unpaidRetentionMonths: Int
  /// Months for which the payer of money is kept, with the pieces of accounting it belongs to.
  public let paidRetentionMonths: Int

  /// Describes a policy.
  ///
  /// By default the gateway is asked after 5, 10, 20, 40 and 80 minutes, then after 3, 6, 12, 24 and 30 hours: beyond
  /// the night in which PayFiP forgets its sessions. Stuck after 3 hours, invoices released after 48. Payers are
  /// kept for 3 months, or for 10 years where money came in.
  public init(
    openingSeconds: TimeInterval = 20 * 60,
    inquirySeconds: [TimeInterval] = [5, 10, 20, 40, 80, 180, 360, 720, 1440, 1800].map { $0 * 60 },
    stuckSeconds: TimeInterval = 3 * 3600,
    lifetimeSeconds: TimeInterval = 48 * 3600,
    unpaidRetentionMonths: Int = 3,
    paidRetentionMonths: Int = 120
  ) {
    self.openingSeconds = openingSeconds
    self.inquirySeconds = inquirySeconds.sorted()
    self.stuckSeconds = stuckSeconds
    self.lifetimeSeconds = lifetimeSeconds
    self.unpaidRetentionMonths = unpaidRetentionMonths
    self.paidRetentionMonths = paidRetentionMonths
  }

  /// The next step for an attempt; inquiries missed while the host slept are made once, not one after the other.
  func deadline(of attempt: PaymentAttempt) -> Deadline<PaymentAttemptOrder>? {
    let start = attempt.startedAt
    switch attempt.standing {
    case .initialised:
      return Deadline(at: start + openingSeconds, event: .expire)
    case .waiting:
      let end = Deadline(at: start + lifetimeSeconds, event: PaymentAttemptOrder.expire)
      return nextInquiry(about: attempt).flatMap { $0 <= end.instant ? Deadline(at: $0, event: .inquire) : nil } ?? end
    case .expired:
      return nextInquiry(about: attempt).map { Deadline(at: $0, event: .inquire) }
    case .cancelled, .refused, .paid:
      return nil
    }
  }

  /// Whether nobody has said yet what became of the attempt, and somebody may.
  ///
  /// A session that a gateway does not know, or knows nothing of for too long, releases the invoices; that is no word
  /// about the money, and so the gateway is asked for as long as the schedule lasts.
  func isUndecided(_ attempt: PaymentAttempt) -> Bool {
    attempt.standing.isLive || (attempt.standing == .expired && nextInquiry(about: attempt) != nil)
  }

  /// Whether nobody has said for too long what became of the attempt.
  public func isStuck(_ attempt: PaymentAttempt, at instant: Date) -> Bool {
    isUndecided(attempt) && attempt.startedAt + stuckSeconds <= instant
  }

  private func nextInquiry(about attempt: PaymentAttempt) -> Date? {
    guard attempt.session != nil else { return nil }
    let start = attempt.startedAt
    let asked = attempt.inquiredAt ?? start
    return inquirySeconds.first { start + $0 > asked }.map { start + $0 }
  }
}
