/// A day of the calendar, without hour and without time zone: 2026-11-23.
///
/// The calendar is the Gregorian one, extended backwards (ISO 8601), for the years 1…9999. A date is one number, so that
/// comparing, hashing and adding days cost what they cost for an integer.
///
/// Reading a date from outside is strict and throws. Arithmetic never fails: beyond either end of the calendar the result
/// is its ``earliest`` or ``latest`` day. That keeps order (`a <= b` implies `a + n <= b + n`), which is all that time
/// limits ask for.
public struct CivilDate: Hashable, Sendable {
  private let days: Int32

  /// Days since 1970-01-01, negative before.
  public var daysSinceEpoch: Int { Int(days) }

  /// For a count of days already known to be within the calendar.
  init(uncheckedDaysSinceEpoch days: Int) {
    self.days = Int32(truncatingIfNeeded: days)
  }

  /// The first day of the calendar, 0001-01-01.
  public static let earliest = CivilDate(uncheckedYear: 1, month: 1, day: 1)

  /// The last day of the calendar, 9999-12-31.
  public static let latest = CivilDate(uncheckedYear: 9999, month: 12, day: 31)

  /// Makes the day of that number in that month of that year.
  ///
  /// - Throws: ``InvalidCivilDate`` for a date that does not exist, or a year outside 1…9999.
  public init(year: Int, month: Int, day: Int) throws(InvalidCivilDate) {
    guard Self.years.contains(year) else { throw .yearOutOfRange }
    guard (1...12).contains(month) else { throw .monthOutOfRange }
    guard day >= 1, day <= Self.length(ofMonth: month, year: year) else { throw .dayOutOfRange }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// Makes the day that lies this many days after 1970-01-01, or before it when negative.
  ///
  /// - Throws: ``InvalidCivilDate/yearOutOfRange`` outside the years 1…9999.
  public init(daysSinceEpoch days: Int) throws(InvalidCivilDate) {
    guard days >= Self.earliest.daysSinceEpoch, days <= Self.latest.daysSinceEpoch else { throw .yearOutOfRange }
    self.init(uncheckedDaysSinceEpoch: days)
  }

  /// The year, 1…9999.
  public var year: Int { components.year }

  /// The month, 1…12.
  public var month: Int { components.month }

  /// The day of the month, 1…31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 0001-01-01 was a Monday.
    switch (daysSinceEpoch - Self.earliest.daysSinceEpoch) % 7 {
    case 0: .monday
    case 1: .tuesday
    case 2: .wednesday
    case 3: .thursday
    case 4: .friday
    case 5: .saturday
    default: .sunday
    }
  }

  /// Whether the year of this date has a 29 February.
  public var isInLeapYear: Bool { Self.isLeapYear(year) }
}

extension CivilDate: Comparable {
  /// Whether the first day comes before the second.
  public static func < (earlier: CivilDate, later: CivilDate) -> Bool {
    earlier.daysSinceEpoch < later.daysSinceEpoch
  }
}
