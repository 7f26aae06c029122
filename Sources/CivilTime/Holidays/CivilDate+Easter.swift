extension CivilDate {
  /// Easter Sunday of that year, by the Gregorian computus.
  ///
  /// Years before 1583 follow the same rule, extended backwards like the calendar.
  ///
  /// - Throws: ``InvalidCivilDate/yearOutOfRange`` outside 1…9999.
  public static func easter(year: Int) throws(InvalidCivilDate) -> CivilDate {
    guard years.contains(year) else { throw .yearOutOfRange }
    return easter(uncheckedYear: year)
  }

  /// The method of Meeus, Jones and Butcher, for a year already known to be valid.
  static func easter(uncheckedYear year: Int) -> CivilDate {
    let golden = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let daysToSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let lateMoon = (golden + 11 * epact + 22 * daysToSunday) / 451
    let day = epact + daysToSunday - 7 * lateMoon + 114
    return CivilDate(uncheckedYear: year, month: day / 31, day: day % 31 + 1)
  }
}
