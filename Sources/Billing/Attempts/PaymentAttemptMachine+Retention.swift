import CivilTime
import Foundation

extension PaymentAttemptMachine {
  /// When the payer is no longer to be kept (F52); `nil` while that cannot be told, and once it is done.
  ///
  /// Money is kept with its payer for as long as pieces of accounting are, from its last movement on, while an agent has
  /// something to decide about it, and while the gateway is still asked about it.
  func retentionEnd(of attempt: PaymentAttempt) -> Date? {
    guard attempt.order.payer != nil, attempt.books.openAnomalies.isEmpty, !policy.isUndecided(attempt)
    else { return nil }
    if let last = attempt.books.postings.last {
      return calendar.firstInstant(afterMonths: policy.paidRetentionMonths, from: calendar.date(of: last.at))
    }
    return attempt.releasedAt.map {
      calendar.firstInstant(afterMonths: policy.unpaidRetentionMonths, from: calendar.date(of: $0))
    }
  }

  /// An attempt that ended without any money can be forgotten at once, on request; accounting has its term.
  func forgetPayer(of attempt: inout PaymentAttempt, at instant: Date) throws(PaymentRefusal) {
    guard let end = retentionEnd(of: attempt), attempt.books.postings.isEmpty || end <= instant else { throw .notDue }
    attempt.order.payer = nil
  }
}
