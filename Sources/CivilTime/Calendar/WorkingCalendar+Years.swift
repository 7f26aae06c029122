/// Whole years at once: counting day by day from one end of the calendar to the other would take half a minute.
extension WorkingCalendar {
  /// The year that begins right after a day, or ends right before it: its working days, and its day farthest away.
  ///
  /// `nil` in the middle of a year and at the ends of the calendar.
  func wholeYear(beyond day: CivilDate, step: Int) -> (workingDays: UInt, end: CivilDate)? {
    let nearest = day.adding(days: step)
    guard nearest.year != day.year else { return nil }
    let first = CivilDate(uncheckedYear: nearest.year, month: 1, day: 1)
    let last = CivilDate(uncheckedYear: nearest.year, month: 12, day: 31)
    return (workingDays(from: first, through: last), step > 0 ? last : first)
  }

  /// The working days of one year: 52 weeks, the one or two days left, less the holidays that fall on a working day.
  private func workingDays(from first: CivilDate, through last: CivilDate) -> UInt {
    let weeks = 52
    var count = weeks * Weekday.allCases.count(where: week.contains)
    for rest in (7 * weeks)...(last.daysSinceEpoch - first.daysSinceEpoch)
    where week.contains(first.adding(days: rest).weekday) { count += 1 }
    let easter = CivilDate.easter(uncheckedYear: first.year)
    // Two holidays may fall on one day: Ascension on 1 or 8 May.
    let kept = Set(region.holidays.map { $0.date(easter: easter) })
    return UInt(count - kept.count { week.contains($0.weekday) })
  }
}
