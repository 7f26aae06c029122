import CivilTime
import Foundation
import Testing

struct CivilDateTests {
  @Test func `the epoch is 1 January 1970, a Thursday`() throws {
    let epoch = try CivilDate(year: 1970, month: 1, day: 1)
    #expect(epoch.daysSinceEpoch == 0)
    #expect(epoch.weekday == .thursday)
    #expect(try CivilDate(daysSinceEpoch: -1).description == "1969-12-31")
  }

  @Test(arguments: [
    (0, 1, 1, InvalidCivilDate.yearOutOfRange), (10_000, 1, 1, .yearOutOfRange), (.min, 1, 1, .yearOutOfRange),
    (.max, 1, 1, .yearOutOfRange), (2026, 0, 1, .monthOutOfRange), (2026, 13, 1, .monthOutOfRange),
    (2026, .min, 1, .monthOutOfRange), (2026, 1, 0, .dayOutOfRange), (2026, 1, 32, .dayOutOfRange),
    (2026, 4, 31, .dayOutOfRange), (2026, 2, 29, .dayOutOfRange), (1900, 2, 29, .dayOutOfRange),
    (2100, 2, 29, .dayOutOfRange), (2024, 2, 30, .dayOutOfRange), (2026, 12, .max, .dayOutOfRange),
    (0, 13, 32, .yearOutOfRange), (2026, 13, 32, .monthOutOfRange),
  ])
  func `a day that does not exist is refused, with the first reason`(
    year: Int, month: Int, day: Int, reason: InvalidCivilDate
  ) {
    #expect(throws: reason) { try CivilDate(year: year, month: month, day: day) }
  }

  @Test(arguments: [(2000, true), (2024, true), (1900, false), (2100, false), (2026, false), (4, true)])
  func `a leap year has a 29 February`(year: Int, isLeap: Bool) throws {
    #expect(try CivilDate(year: year, month: 1, day: 1).isInLeapYear == isLeap)
    #expect(((try? CivilDate(year: year, month: 2, day: 29)) != nil) == isLeap)
  }

  @Test func `the calendar ends at both ends without a trap`() throws {
    #expect(CivilDate.earliest.description == "0001-01-01")
    #expect(CivilDate.latest.description == "9999-12-31")
    let first = CivilDate.earliest.daysSinceEpoch
    let last = CivilDate.latest.daysSinceEpoch
    #expect(try CivilDate(daysSinceEpoch: first) == .earliest)
    #expect(try CivilDate(daysSinceEpoch: last) == .latest)
    for days in [first - 1, last + 1, .min, .max] {
      #expect(throws: InvalidCivilDate.yearOutOfRange) { try CivilDate(daysSinceEpoch: days) }
    }
  }

  /// The oracle counts on from the first day like a paper calendar, with the lengths of the months as one learns them.
  @Test func `every month of every year begins and ends on the day that counting on gives`() throws {
    var days = CivilDate.earliest.daysSinceEpoch
    var mismatches: [String] = []
    for year in 1...9999 {
      let february = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28
      for (index, length) in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for (day, count) in [(1, days), (length, days + length - 1)] {
          let date = try CivilDate(daysSinceEpoch: count)
          let isRight =
            try date.year == year && date.month == index + 1 && date.day == day
            && CivilDate(year: year, month: index + 1, day: day) == date
          if !isRight { mismatches.append("\(year)-\(index + 1)-\(day)") }
        }
        days += length
      }
    }
    #expect(mismatches.isEmpty)
    #expect(days == CivilDate.latest.daysSinceEpoch + 1)
  }

  @Test func `every day of 1999 to 2101 is the day Foundation's calendar names`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    var mismatches: [CivilDate] = []
    for count in try day("1999-01-01").daysSinceEpoch...day("2101-12-31").daysSinceEpoch {
      let date = try CivilDate(daysSinceEpoch: count)
      let noon = Date(timeIntervalSince1970: Double(count) * 86_400 + 43_200)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: noon)
      let isRight =
        parts.year == date.year && parts.month == date.month && parts.day == date.day
        // Foundation counts Sunday as 1.
        && parts.weekday == date.weekday.rawValue % 7 + 1
      if !isRight { mismatches.append(date) }
    }
    #expect(mismatches.isEmpty)
  }

  @Test(arguments: [
    ("1789-07-14", Weekday.tuesday), ("1944-08-25", .friday), ("1969-07-20", .sunday), ("2000-02-29", .tuesday),
    ("2026-11-23", .monday), ("0001-01-01", .monday), ("9999-12-31", .friday),
  ])
  func `days of the week known from elsewhere`(date: String, weekday: Weekday) throws {
    #expect(try day(date).weekday == weekday)
  }

  @Test func `dates are ordered as days are`() throws {
    let sorted = try ["0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2024-03-01", "2024-12-31", "2025-01-01"]
      .map(day)
    #expect(sorted.shuffled().sorted() == sorted)
    #expect(Set(sorted + sorted).count == sorted.count)
  }
}
