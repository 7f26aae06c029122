/// A day on which the town is closed by law, and why.
public struct PublicHoliday: Hashable, Sendable {
  /// The day.
  public let date: CivilDate

  /// What is kept on it: nearly always one holiday, two when Ascension falls on 1 or 8 May.
  public let holidays: [Holiday]

  /// What citizens call it: "Toussaint", "Fête du Travail et Ascension".
  public var frenchName: String { holidays.map(\.frenchName).joined(separator: " et ") }
}

extension HolidayRegion {
  /// The public holidays of that year in this region, in the order of the calendar, each day once.
  ///
  /// - Throws: ``InvalidCivilDate/yearOutOfRange`` outside 1…9999.
  public func publicHolidays(year: Int) throws(InvalidCivilDate) -> [PublicHoliday] {
    let easter = try CivilDate.easter(year: year)
    return Dictionary(grouping: holidays) { $0.date(easter: easter) }
      .map { PublicHoliday(date: $0.key, holidays: $0.value) }
      .sorted { $0.date < $1.date }
  }
}
