import CivilTime
import Foundation
import Testing

struct CivilDateArithmeticTests {
  @Test func `days are added and counted across months, years and the epoch`() throws {
    #expect(try day("2024-02-28").adding(days: 2) == day("2024-03-01"))
    #expect(try day("2025-02-28").adding(days: 1) == day("2025-03-01"))
    #expect(try day("1970-01-02").adding(days: -3) == day("1969-12-30"))
    #expect(try day("1969-12-30").days(until: day("1970-01-02")) == 3)
    #expect(try day("2024-03-01").days(until: day("2024-02-28")) == -2)
  }

  @Test(arguments: [1, 2, 10_000_000, Int.max, Int.max - 1])
  func `beyond the calendar lies its last day, on either side`(count: Int) {
    #expect(CivilDate.latest.adding(days: count) == .latest)
    #expect(CivilDate.earliest.adding(days: -count) == .earliest)
    #expect(CivilDate.latest.adding(months: count) == .latest)
    #expect(CivilDate.earliest.adding(months: -count) == .earliest)
    #expect(CivilDate.earliest.subtracting(months: count) == .earliest)
    #expect(CivilDate.latest.subtracting(months: -count) == .latest)
  }

  @Test func `the smallest integer does not trap`() {
    #expect(CivilDate.latest.adding(days: .min) == .earliest)
    #expect(CivilDate.latest.adding(months: .min) == .earliest)
    #expect(CivilDate.earliest.subtracting(months: .min) == .latest)
  }

  @Test func `the whole calendar is crossed without leaving it`() throws {
    let days = CivilDate.earliest.days(until: .latest)
    #expect(CivilDate.earliest.adding(days: days) == .latest)
    #expect(try CivilDate.earliest.adding(months: 9999 * 12 - 1) == day("9999-12-01"))
    #expect(CivilDate.earliest.adding(months: 9999 * 12) == .latest)
    #expect(try CivilDate.latest.subtracting(months: 9999 * 12 - 1) == day("0001-01-31"))
    #expect(CivilDate.latest.subtracting(months: 9999 * 12) == .earliest)
  }

  @Test(arguments: [
    ("2010-05-31", "2010-02-28"), ("2012-05-31", "2012-02-29"), ("2011-05-30", "2011-02-28"),
    ("2011-05-29", "2011-02-28"), ("2011-05-28", "2011-02-28"), ("2011-05-27", "2011-02-27"),
    ("2026-11-23", "2026-08-23"), ("2026-01-31", "2025-10-31"), ("2026-03-31", "2025-12-31"),
  ])
  func `F40: three months back clamps the day to the month's end`(today: String, firstVisible: String) throws {
    #expect(try day(today).subtracting(months: 3) == day(firstVisible))
    #expect(try day(today).lastMonths(3) == day(firstVisible)...day(today))
  }

  @Test(arguments: [
    ("2025-12-31", "2026-02-28"), ("2023-12-31", "2024-02-29"), ("2026-06-30", "2026-08-30"),
    ("2026-07-31", "2026-09-30"), ("2026-11-23", "2027-01-23"),
  ])
  func `F31: two months forward clamp the day to the month's end`(start: String, limit: String) throws {
    #expect(try day(start).adding(months: 2) == day(limit))
  }

  @Test func `subtracting months does not undo adding them`() throws {
    let end = try day("2026-01-31")
    #expect(try end.adding(months: 1).subtracting(months: 1) == day("2026-01-28"))
  }

  @Test func `the last months are never an impossible range`() throws {
    let today = try day("2026-11-23")
    for months in [0, -1, .min] { #expect(today.lastMonths(months) == today...today) }
    #expect(today.lastMonths(.max) == .earliest...today)
  }

  /// The oracle does no arithmetic on months: it steps from month to month by name, and looks the day up in that month's
  /// list of days.
  @Test(arguments: [-25, -12, -3, -2, -1, 0, 1, 2, 3, 11, 14])
  func `months from every day of 2000 to 2100 lead to the last day of that month not after the same number`(
    months: Int
  ) throws {
    struct Month: Hashable {
      var year: Int
      var month: Int
    }
    let paper = try (day("1997-01-01").daysSinceEpoch...day("2102-12-31").daysSinceEpoch)
      .map { try CivilDate(daysSinceEpoch: $0) }
    let pages = Dictionary(grouping: paper) { Month(year: $0.year, month: $0.month) }
    var mismatches: [CivilDate] = []
    for (page, days) in pages where (2000...2100).contains(page.year) {
      var target = page
      for _ in 0..<abs(months) {
        target.month += months.signum()
        if target.month == 13 { target = Month(year: target.year + 1, month: 1) }
        if target.month == 0 { target = Month(year: target.year - 1, month: 12) }
      }
      let targetDays = try #require(pages[target])
      for date in days {
        let expected = targetDays.last { $0.day <= date.day }
        if date.adding(months: months) != expected || date.subtracting(months: -months) != expected {
          mismatches.append(date)
        }
      }
    }
    #expect(mismatches.isEmpty)
  }

  @Test(arguments: [-3, 2])
  func `months from every day of 2000 to 2100 are those of Foundation's calendar`(months: Int) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    var mismatches: [CivilDate] = []
    for count in try day("2000-01-01").daysSinceEpoch...day("2100-12-31").daysSinceEpoch {
      let noon = Date(timeIntervalSince1970: Double(count) * 86_400 + 43_200)
      let moved = try #require(calendar.date(byAdding: .month, value: months, to: noon))
      let date = try CivilDate(daysSinceEpoch: count)
      if Double(date.adding(months: months).daysSinceEpoch) * 86_400 + 43_200 != moved.timeIntervalSince1970 {
        mismatches.append(date)
      }
    }
    #expect(mismatches.isEmpty)
  }
}
