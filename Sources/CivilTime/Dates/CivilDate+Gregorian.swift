/// The Gregorian calendar by hand: Foundation's `Calendar` costs microseconds a call, this costs nanoseconds.
///
/// Both directions count from 0000-03-01. With March as the first month the leap day is the last day of its year, and
/// the lengths of the months repeat as 31, 30, 31, 30, 31 (153 days every five months).
extension CivilDate {
  static let years = 1...9999

  private static let daysInFourCenturies = 146_097
  private static let daysInCentury = 36_524
  private static let daysInFourYears = 1_461
  private static let daysInYear = 365

  /// Days from 0000-03-01 to 1970-01-01.
  private static let marchEpoch = 719_468

  static func isLeapYear(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// For a month already known to be one.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// For numbers already known to be a date.
  init(uncheckedYear year: Int, month: Int, day: Int) {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = month > 2 ? month - 3 : month + 9
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    let daysBeforeMonth = (153 * marchMonth + 2) / 5
    self.init(
      uncheckedDaysSinceEpoch: marchYear * Self.daysInYear + leapDays + daysBeforeMonth + day - 1 - Self.marchEpoch)
  }

  /// Year, month and day together: one division chain instead of three.
  var components: (year: Int, month: Int, day: Int) {
    var rest = daysSinceEpoch + Self.marchEpoch
    let cycles = rest / Self.daysInFourCenturies
    rest %= Self.daysInFourCenturies
    // The last century of a cycle, and the last year of four, have one day more than the others: they are not over yet.
    let centuries = min(rest / Self.daysInCentury, 3)
    rest -= centuries * Self.daysInCentury
    let fours = rest / Self.daysInFourYears
    rest %= Self.daysInFourYears
    let years = min(rest / Self.daysInYear, 3)
    rest -= years * Self.daysInYear

    let marchYear = cycles * 400 + centuries * 100 + fours * 4 + years
    let marchMonth = (5 * rest + 2) / 153
    let day = rest - (153 * marchMonth + 2) / 5 + 1
    return marchMonth < 10 ? (marchYear, marchMonth + 3, day) : (marchYear + 1, marchMonth - 9, day)
  }
}
