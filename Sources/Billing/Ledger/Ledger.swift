public import CivilTime
import WorkflowKernel

/// What was paid, settled, credited, refunded and is open, per régie and day (F46).
///
/// A day shows its movements. Money that is credited two days after it came in is paid and open on the first day, and
/// leaves *open* for *credited* on the third: days that are over do not change.
public struct Ledger: Hashable, Sendable {
  /// The days with a movement, by régie and day.
  public let days: [LedgerDay]

  /// Sums up postings.
  ///
  /// - Throws: ``MoneyOverflow``.
  public init(of postings: some Sequence<Posting>, in calendar: TownCalendar) throws(MoneyOverflow) {
    var days: [LedgerDay.Key: LedgerDay] = [:]
    for posting in postings {
      let key = LedgerDay.Key(regie: posting.regie, date: calendar.date(of: posting.at))
      var day = days[key] ?? LedgerDay(regie: key.regie, date: key.date)
      try day.add(posting)
      days[key] = day
    }
    self.days = days.values.sorted { ($0.regie, $0.date) < ($1.regie, $1.date) }
  }

  /// All days of one régie together.
  ///
  /// - Throws: ``MoneyOverflow``.
  public func balance(of regie: RegieID) throws(MoneyOverflow) -> LedgerBalance {
    var total = LedgerBalance()
    for day in days where day.regie == regie { total = try total + day.balance }
    return total
  }
}

/// One régie on one day.
public struct LedgerDay: Hashable, Sendable {
  /// The régie.
  public let regie: RegieID
  /// The day in the town.
  public let date: CivilDate
  /// What moved.
  public private(set) var balance = LedgerBalance()

  struct Key: Hashable {
    let regie: RegieID
    let date: CivilDate
  }

  init(regie: RegieID, date: CivilDate) {
    self.regie = regie
    self.date = date
  }

  mutating func add(_ posting: Posting) throws(MoneyOverflow) {
    try balance.move(posting.amount, from: posting.from, to: posting.to)
  }
}
