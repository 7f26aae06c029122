/// Which days count when a time limit is counted in days of work.
public struct WorkingCalendar: Hashable, Sendable {
  /// The days of the week that count, public holidays left aside.
  public enum Week: String, Hashable, Codable, Sendable, CaseIterable {
    /// Jours ouvrés: Monday to Friday.
    case joursOuvres
    /// Jours ouvrables: Monday to Saturday.
    case joursOuvrables

    func contains(_ weekday: Weekday) -> Bool {
      switch weekday {
      case .monday, .tuesday, .wednesday, .thursday, .friday: true
      case .saturday: self == .joursOuvrables
      case .sunday: false
      }
    }
  }

  /// The region whose public holidays do not count.
  public let region: HolidayRegion

  /// The days of the week that count.
  public let week: Week

  /// The region's holidays, listed once.
  private let holidays: [Holiday]

  /// Makes the calendar of a region.
  public init(region: HolidayRegion, week: Week = .joursOuvres) {
    self.region = region
    self.week = week
    holidays = region.holidays
  }

  /// Whether that day is a public holiday of the region.
  public func isPublicHoliday(_ date: CivilDate) -> Bool {
    let easter = CivilDate.easter(uncheckedYear: date.year)
    return holidays.contains { $0.date(easter: easter) == date }
  }

  /// Whether that day counts.
  public func isWorkingDay(_ date: CivilDate) -> Bool {
    week.contains(date.weekday) && !isPublicHoliday(date)
  }

  /// The first working day strictly after that day.
  public func nextWorkingDay(after date: CivilDate) -> CivilDate {
    adding(workingDays: 1, to: date)
  }

  /// The working day reached by counting so many of them strictly after that day, or before it when negative.
  ///
  /// Zero gives the day itself, working or not. Beyond the ends of the calendar: ``CivilDate/latest`` or
  /// ``CivilDate/earliest``.
  public func adding(workingDays count: Int, to date: CivilDate) -> CivilDate {
    let step = count.signum()
    var remaining = count.magnitude
    var day = date
    while remaining > 0 {
      // No year has fewer than two hundred.
      if remaining > 200, let year = wholeYear(beyond: day, step: step), year.workingDays < remaining {
        remaining -= year.workingDays
        day = year.end
        continue
      }
      let next = day.adding(days: step)
      guard next != day else { break }
      day = next
      if isWorkingDay(day) { remaining -= 1 }
    }
    return day
  }

  /// How many working days come strictly after the first day, up to the last one, which is included.
  ///
  /// Zero when the last day does not come after the first.
  public func workingDays(after first: CivilDate, through last: CivilDate) -> Int {
    var count: UInt = 0
    var day = first
    while day < last {
      if let year = wholeYear(beyond: day, step: 1), year.end <= last {
        count += year.workingDays
        day = year.end
        continue
      }
      day = day.adding(days: 1)
      if isWorkingDay(day) { count += 1 }
    }
    return Int(count)
  }
}
