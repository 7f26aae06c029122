import CivilTime
import Testing

struct EasterTests {
  /// Knuth's formulation (The Art of Computer Programming, 1.3.2, exercise 14), by golden number, epact and the Sunday
  /// after the full moon; the library follows Meeus.
  private func easterByKnuth(year: Int) -> (month: Int, day: Int) {
    let golden = year % 19 + 1
    let century = year / 100 + 1
    let droppedLeapYears = 3 * century / 4 - 12
    let moonCorrection = (8 * century + 5) / 25 - 5
    let sunday = 5 * year / 4 - droppedLeapYears - 10
    var epact = ((11 * golden + 20 + moonCorrection - droppedLeapYears) % 30 + 30) % 30
    if (epact == 25 && golden > 11) || epact == 24 { epact += 1 }
    var fullMoon = 44 - epact
    if fullMoon < 21 { fullMoon += 30 }
    let march = fullMoon + 7 - (sunday + fullMoon) % 7
    return march > 31 ? (4, march - 31) : (3, march)
  }

  @Test func `two formulations of Easter agree from 1583 to 9999`() throws {
    var mismatches: [Int] = []
    for year in 1583...9999 {
      let (month, day) = easterByKnuth(year: year)
      if try CivilDate.easter(year: year) != CivilDate(year: year, month: month, day: day) { mismatches.append(year) }
    }
    #expect(mismatches.isEmpty)
  }

  @Test(arguments: [
    "1583-04-10", "1700-04-11", "1818-03-22", "1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
    "2008-03-23", "2010-04-04", "2024-03-31", "2026-04-05", "2035-03-25", "2038-04-25", "2285-03-22", "2299-04-16",
    "3000-04-13", "4099-04-19",
  ])
  func `Easters known from elsewhere`(easter: String) throws {
    let known = try day(easter)
    #expect(try CivilDate.easter(year: known.year) == known)
  }

  @Test func `every Easter is a Sunday between 22 March and 25 April`() throws {
    for year in 1...9999 {
      let easter = try CivilDate.easter(year: year)
      guard easter.weekday == .sunday, (322...425).contains(easter.month * 100 + easter.day), easter.year == year else {
        Issue.record("\(easter)")
        continue
      }
    }
  }

  @Test(arguments: [0, 10_000, Int.min, Int.max])
  func `a year outside the calendar is refused`(year: Int) {
    #expect(throws: InvalidCivilDate.yearOutOfRange) { try CivilDate.easter(year: year) }
    #expect(throws: InvalidCivilDate.yearOutOfRange) { try Holiday.christmas.date(year: year) }
    #expect(throws: InvalidCivilDate.yearOutOfRange) { try HolidayRegion.national.publicHolidays(year: year) }
  }
}
