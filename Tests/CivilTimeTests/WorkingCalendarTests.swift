import CivilTime
import Foundation
import Testing

struct WorkingCalendarTests {
  let national = WorkingCalendar(region: .national)

  @Test(arguments: [
    ("2026-11-23", true, true), ("2026-11-27", true, true), ("2026-11-28", false, true), ("2026-11-29", false, false),
    ("2026-11-11", false, false), ("2026-05-25", false, false), ("2026-08-15", false, false),
    ("2026-12-26", false, true),
  ])
  func `F41: jours ouvres are Monday to Friday, jours ouvrables also Saturday, less the holidays`(
    date: String, ouvre: Bool, ouvrable: Bool
  ) throws {
    #expect(try national.isWorkingDay(day(date)) == ouvre)
    #expect(try WorkingCalendar(region: .national, week: .joursOuvrables).isWorkingDay(day(date)) == ouvrable)
  }

  @Test func `F41: a regional holiday is no working day there, and one elsewhere`() throws {
    let goodFriday = try day("2026-04-03")
    #expect(national.isWorkingDay(goodFriday))
    #expect(WorkingCalendar(region: .alsaceMoselle).isWorkingDay(goodFriday))
    #expect(!WorkingCalendar(region: .alsaceMoselleWithProtestantChurch).isWorkingDay(goodFriday))
  }

  /// The oracle crosses the days of a paper calendar: Foundation's weekday and the published holidays.
  @Test func `F41: working days are counted as on a paper calendar, from every day of 2023 to 2027`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let holidays = Set(
      knownPublicHolidays.split(separator: "\n").flatMap { line in
        let parts = line.split(separator: ":")
        return parts[1].split(separator: " ").map { "\(parts[0])-\($0)" }
      })
    let paper = try (day("2022-01-01").daysSinceEpoch...day("2028-12-31").daysSinceEpoch)
      .map { try CivilDate(daysSinceEpoch: $0) }
    let working = paper.filter { date in
      let noon = Date(timeIntervalSince1970: Double(date.daysSinceEpoch) * 86_400 + 43_200)
      return !calendar.isDateInWeekend(noon) && !holidays.contains(date.description)
    }
    var next = 0
    for date in paper where (2023...2027).contains(date.year) {
      while working[next] <= date { next += 1 }
      let previous = working[next - 1] == date ? next - 2 : next - 1
      guard
        national.nextWorkingDay(after: date) == working[next],
        national.adding(workingDays: 2, to: date) == working[next + 1],
        national.adding(workingDays: 7, to: date) == working[next + 6],
        national.adding(workingDays: -1, to: date) == working[previous],
        national.adding(workingDays: -3, to: date) == working[previous - 2],
        national.workingDays(after: date, through: working[next + 9]) == 10
      else {
        Issue.record("\(date)")
        continue
      }
    }
  }

  @Test func `F41: no working day added is the day itself, working or not`() throws {
    for date in try ["2026-11-23", "2026-11-28", "2026-12-25"].map(day) {
      #expect(national.adding(workingDays: 0, to: date) == date)
    }
  }

  @Test func `F41: working days between days out of order are none`() throws {
    #expect(try national.workingDays(after: day("2026-11-27"), through: day("2026-11-23")) == 0)
    #expect(try national.workingDays(after: day("2026-11-23"), through: day("2026-11-23")) == 0)
    #expect(try national.workingDays(after: day("2026-11-23"), through: day("2026-11-24")) == 1)
  }

  /// The long way, day by day, beside the short way by whole years.
  @Test(arguments: HolidayRegion.allCases, WorkingCalendar.Week.allCases)
  func `F41: working days are counted alike by the day and by the year`(
    region: HolidayRegion, week: WorkingCalendar.Week
  ) throws {
    let calendar = WorkingCalendar(region: region, week: week)
    // Ascension falls on 1 May in 2008, on 8 May in 2013, 2024 and 2097.
    for (start, years) in try [(day("2006-12-30"), 9), (day("2022-01-01"), 4), (day("2095-06-15"), 3)] {
      let days = (1...(366 * years)).map { start.adding(days: $0) }
      let working = days.filter(calendar.isWorkingDay)
      let last = try #require(working.last)
      #expect(calendar.workingDays(after: start, through: last) == working.count)
      for place in stride(from: 0, to: working.count, by: 61) {
        #expect(calendar.adding(workingDays: place + 1, to: start) == working[place])
        #expect(calendar.adding(workingDays: place - working.count + 1, to: last) == working[place])
      }
    }
  }

  @Test func `F41: the whole calendar is counted in no time`() {
    let all = national.workingDays(after: .earliest, through: .latest)
    #expect(national.adding(workingDays: all, to: .earliest) == .latest)
    #expect(national.adding(workingDays: all - 1, to: .earliest) == CivilDate.latest.adding(days: -1))
    #expect(national.adding(workingDays: .max, to: .earliest) == .latest)
    #expect(national.adding(workingDays: .min, to: .latest) == .earliest)
    let elapsed = ContinuousClock().measure { _ = national.adding(workingDays: .max, to: .earliest) }
    #expect(elapsed < .seconds(5))
  }

  @Test func `F41: counting beyond the calendar stops at its ends`() {
    let nearEnd = CivilDate.latest.adding(days: -10)
    #expect(national.adding(workingDays: .max, to: nearEnd) == .latest)
    #expect(national.adding(workingDays: .min, to: CivilDate.earliest.adding(days: 10)) == .earliest)
  }
}
