import CivilTime
import Foundation
import Testing

struct TownCalendarTests {
  let paris: TownCalendar

  init() throws {
    paris = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
  }

  @Test func `F40: the last three months move at the town's midnight`() throws {
    let before = try instant("2026-11-22T22:59:59Z")
    #expect(try paris.lastMonths(3, at: before) == day("2026-08-22")...day("2026-11-22"))
    #expect(try paris.lastMonths(3, at: before + 1) == day("2026-08-23")...day("2026-11-23"))
  }

  @Test func `F40: the first visible day and today are visible, the days around them are not`() throws {
    let window = try paris.lastMonths(3, at: instant("2010-05-31T12:00:00+02:00"))
    #expect(try window.contains(day("2010-02-28")))
    #expect(try !window.contains(day("2010-02-27")))
    #expect(try window.contains(day("2010-05-31")))
    #expect(try !window.contains(day("2010-06-01")))
  }

  @Test(arguments: [
    ("2025-12-31", "2026-03-01T00:00:00+01:00"), ("2026-01-28", "2026-03-29T00:00:00+01:00"),
    ("2026-01-29", "2026-03-30T00:00:00+02:00"), ("2026-08-25", "2026-10-26T00:00:00+01:00"),
    ("2026-11-23", "2027-01-24T00:00:00+01:00"),
  ])
  func `F31: two months are over at the midnight after their last day`(start: String, end: String) throws {
    #expect(try paris.firstInstant(afterMonths: 2, from: day(start)) == instant(end))
  }

  @Test func `F22: twenty days are whole days after the day of the draft`() throws {
    let opened = try instant("2026-10-20T17:45:00+02:00")
    #expect(try paris.firstInstant(afterDays: 20, from: opened) == instant("2026-11-10T00:00:00+01:00"))
    #expect(try paris.firstInstant(afterDays: 0, from: opened) == instant("2026-10-21T00:00:00+02:00"))
  }

  @Test func `F21: the last day of a period is included`() throws {
    let end = try paris.firstInstant(afterDay: day("2026-06-30"))
    #expect(try end == instant("2026-07-01T00:00:00+02:00"))
    #expect(try paris.date(of: end - 1) == day("2026-06-30"))
  }

  @Test func `a limit beyond the calendar is its last day`() throws {
    let now = try instant("2026-11-23T10:00:00+01:00")
    let last = paris.firstInstant(of: .latest)
    #expect(paris.firstInstant(afterDays: .max, from: now) == last)
    #expect(try paris.firstInstant(afterMonths: .max, from: day("2026-11-23")) == last)
  }

  @Test func `a town's calendar answers for its zone and its holidays`() throws {
    let mayotte = TownCalendar(zone: try CivilZone(identifier: "Indian/Mayotte"), holidays: .mayotte)
    let abolition = try day("2026-04-27")
    #expect(!mayotte.isWorkingDay(abolition))
    #expect(paris.isWorkingDay(abolition))
    for week in WorkingCalendar.Week.allCases {
      #expect(mayotte.workingDays(week) == WorkingCalendar(region: .mayotte, week: week))
    }
    #expect(try mayotte.date(of: instant("2026-11-23T22:30:00Z")) == day("2026-11-24"))
    #expect(try mayotte.time(of: instant("2026-11-23T22:30:00Z")).description == "01:30")
    #expect(try mayotte.firstInstant(of: abolition) == instant("2026-04-26T21:00:00Z"))
    #expect(mayotte != paris)
  }
}
