extension CivilDate {
  /// The day that comes this many days later, or earlier when negative.
  ///
  /// Beyond the ends of the calendar: ``latest`` or ``earliest``.
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    guard !overflow else { return days < 0 ? .earliest : .latest }
    return CivilDate(clampingDaysSinceEpoch: sum)
  }

  /// The day that comes this many days earlier, or later when negative.
  ///
  /// Beyond the ends of the calendar: ``earliest`` or ``latest``.
  public func subtracting(days: Int) -> CivilDate {
    // `-Int.min` does not exist; one day less is as far beyond the calendar.
    adding(days: days == .min ? .max : -days)
  }

  /// How many days lie between this day and the other, negative when the other comes first.
  public func days(until other: CivilDate) -> Int {
    other.daysSinceEpoch - daysSinceEpoch
  }

  /// The same day of the month so many calendar months later, or the last day of that month when it is shorter.
  ///
  /// 31 December plus two months is 28 or 29 February. Beyond the ends of the calendar: ``latest`` or ``earliest``.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, index <= Self.years.upperBound * 12 + 11 else { return months < 0 ? .earliest : .latest }
    guard index >= Self.years.lowerBound * 12 else { return .earliest }
    let targetYear = index / 12
    let targetMonth = index % 12 + 1
    return CivilDate(
      uncheckedYear: targetYear, month: targetMonth,
      day: min(day, Self.length(ofMonth: targetMonth, year: targetYear)))
  }

  /// The same day of the month so many calendar months earlier, or the last day of that month when it is shorter.
  ///
  /// 31 May minus three months is 28 or 29 February (F40). This does not undo ``adding(months:)``: 31 May, 30 May and
  /// 29 May 2011 all give 28 February, so no subtraction can tell which of them to come back to.
  public func subtracting(months: Int) -> CivilDate {
    // `-Int.min` does not exist; one month less is as far beyond the calendar.
    adding(months: months == .min ? .max : -months)
  }

  /// The days from so many calendar months before this day up to this day, both included.
  ///
  /// "The last three months" as citizens read it (F40): `today.lastMonths(3).contains(invoice.issued)`. A negative number
  /// counts as zero: the day alone.
  public func lastMonths(_ months: Int) -> ClosedRange<CivilDate> {
    subtracting(months: max(months, 0))...self
  }

  /// The nearest day of the calendar to a count of days since 1970-01-01.
  init(clampingDaysSinceEpoch days: Int) {
    self.init(
      uncheckedDaysSinceEpoch: min(max(days, Self.earliest.daysSinceEpoch), Self.latest.daysSinceEpoch))
  }
}
