public import CivilTime
public import Foundation
public import WorkflowKernel

/// What *Mes comptes* shows, to whom, and from when on (F40, F41).
public struct InvoiceVisibility: Hashable, Sendable {
  /// The town's days.
  public let calendar: TownCalendar
  /// How many calendar months back.
  public let months: Int
  /// How long after its creation an account shows invoices: the time the town takes to check it.
  public let waiting: WaitingPeriod

  /// Describes the rules; by default three months, and more than 2 jours ouvrés.
  public init(calendar: TownCalendar, months: Int = 3, waiting: WaitingPeriod = .moreThanTwoJoursOuvres) {
    self.calendar = calendar
    self.months = months
    self.waiting = waiting
  }

  /// Sorts the invoices of a household under the two headings, or tells every reason why there is nothing to sort.
  ///
  /// - Parameters:
  ///   - billing: what the billing system knows.
  ///   - payments: what the portal knows better because it is more recent.
  ///   - holder: who looks.
  ///   - instant: when.
  public func overview(
    of billing: HouseholdBilling, payments: [InvoiceID: InvoicePayment] = [:], for holder: AccountHolder,
    at instant: Date
  ) -> InvoiceOverview {
    let window = window(at: instant)
    let visible = billing.invoices.filter { window.contains($0.issuedOn) }
    var reasons: [NothingShown] = []
    if !holder.isValidated { reasons.append(.accountNotValidated) }
    // Of an account whose creation is no instant nobody can say that it is old enough.
    let isKnown = holder.createdAt.timeIntervalSinceReferenceDate.isFinite
    let opening = calendar.firstInstant(after: waiting, from: isKnown ? holder.createdAt : .distantFuture)
    if instant < opening { reasons.append(.accountTooRecent(until: calendar.date(of: opening))) }
    if billing.services.isEmpty {
      reasons.append(.noBilledService)
    } else if visible.isEmpty {
      reasons.append(.noInvoiceSince(window.lowerBound))
    }
    guard reasons.isEmpty else { return .nothing(reasons) }
    return .shown(InvoiceList(visible.sorted(by: Self.newestFirst), payments: payments))
  }

  /// The days of issue that show at that instant.
  func window(at instant: Date) -> ClosedRange<CivilDate> {
    calendar.lastMonths(months, at: instant)
  }

  private static func newestFirst(_ one: Invoice, _ other: Invoice) -> Bool {
    (other.issuedOn, one.id) < (one.issuedOn, other.id)
  }
}

/// Who looks at invoices, as far as billing needs to know them.
public struct AccountHolder: Hashable, Sendable {
  /// The account.
  public let id: AccountID
  /// When the account was created.
  public let createdAt: Date
  /// Whether the town has validated the account.
  public let isValidated: Bool

  /// Describes the holder of an account.
  public init(id: AccountID, createdAt: Date, isValidated: Bool) {
    self.id = id
    self.createdAt = createdAt
    self.isValidated = isValidated
  }
}

/// What the portal itself knows about the payment of an invoice.
public enum InvoicePayment: Hashable, Sendable {
  /// A payment is under way, by whichever member of the household.
  case reserved
  /// It was paid here; the billing system may not have heard of it yet.
  case settled
}
