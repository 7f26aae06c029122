public import CivilTime
import Foundation
public import WorkflowKernel

/// What a town decides about its accounts.
public struct AccountPolicy: Sendable {
  /// The services in charge of accounts: their agents validate, review and read them (F15).
  public let services: Set<ServiceID>
  /// How long data are kept.
  public let retention: RetentionPolicy
  /// How two citizens of the same name are told apart; fixed for the life of a town, see ``LoginPolicy``.
  public let logins: LoginPolicy
  /// Whether changes are reviewed.
  public let changes: Changes
  /// When the holder may change the password.
  public let passwordChange: PasswordChange

  /// Whether changes of members or civil data are reviewed by the town (F08).
  public enum Changes: String, Hashable, Codable, Sendable, CaseIterable {
    /// The old data stand until the town has accepted.
    case reviewed
    /// The change is done at once.
    case immediate
  }

  /// When a holder who knows the password may change it (F10).
  public enum PasswordChange: String, Hashable, Codable, Sendable, CaseIterable {
    /// At any time, for safety.
    case anytime
    /// Only once the town has validated the account, as the FAQ says to the letter.
    case onceValidated
  }

  /// Describes what a town decides; the defaults are those of the rules.
  public init(
    services: Set<ServiceID>, retention: RetentionPolicy, logins: LoginPolicy = .accentsDistinguish,
    changes: Changes = .reviewed, passwordChange: PasswordChange = .anytime
  ) {
    self.services = services
    self.retention = retention
    self.logins = logins
    self.changes = changes
    self.passwordChange = passwordChange
  }
}

/// How long an account is kept, in calendar months of the town: 36 without a sign-in (CNIL), with a warning before.
public struct RetentionPolicy: Sendable {
  /// Months without a sign-in before the account is closed.
  public let unusedMonths: Int
  /// Months between the warning and the closing.
  public let noticeMonths: Int
  /// Months between the closing and the erasure.
  public let closedMonths: Int
  /// Which day it is in the town.
  public let calendar: TownCalendar

  /// Describes how long accounts are kept.
  ///
  /// - Throws: ``WeakPolicy`` for no notice at all, a notice as long as the use, or more than 36 months unused.
  public init(
    unusedMonths: Int = 36, noticeMonths: Int = 1, closedMonths: Int = 12, calendar: TownCalendar
  ) throws(WeakPolicy) {
    guard (2...36).contains(unusedMonths), (1..<unusedMonths).contains(noticeMonths), (0...120).contains(closedMonths)
    else { throw WeakPolicy() }
    self.unusedMonths = unusedMonths
    self.noticeMonths = noticeMonths
    self.closedMonths = closedMonths
    self.calendar = calendar
  }

  /// When the holder is warned, if they do not sign in.
  ///
  /// It is the day itself and not the one after, so that the notice is whole on the day of the closing.
  func warning(of credentials: Credentials) -> Date {
    calendar.firstInstant(of: calendar.date(of: credentials.usedAt).adding(months: unusedMonths - noticeMonths))
  }

  /// When the account is closed, if its holder does not sign in: never sooner than the notice allows, however late
  /// the warning was sent; `nil` before the warning.
  func closing(of credentials: Credentials) -> Date? {
    guard let warnedAt = credentials.warnedAt else { return nil }
    return max(months(unusedMonths, after: credentials.usedAt), months(noticeMonths, after: warnedAt))
  }

  /// When the account will be closed if its holder is warned on the day and does not sign in.
  func unannouncedClosing(of credentials: Credentials) -> Date { months(unusedMonths, after: credentials.usedAt) }

  /// When the data of a closed account are erased.
  func erasure(ofClosedAt instant: Date) -> Date { months(closedMonths, after: instant) }

  /// The first instant of the day after so many whole months.
  private func months(_ count: Int, after instant: Date) -> Date {
    calendar.firstInstant(of: calendar.date(of: instant).adding(months: count).adding(days: 1))
  }
}
