import CivilTime
import Foundation
import Testing

struct CivilZoneMidnightTests {
  @Test(arguments: [
    // Paris changes at 02:00 and 03:00: its midnights are plain.
    ("Europe/Paris", "2026-03-29", "2026-03-28T23:00:00Z"), ("Europe/Paris", "2026-03-30", "2026-03-29T22:00:00Z"),
    ("Europe/Paris", "2026-10-25", "2026-10-24T22:00:00Z"), ("Europe/Paris", "2026-10-26", "2026-10-25T23:00:00Z"),
    ("Europe/Paris", "2038-03-28", "2038-03-27T23:00:00Z"), ("Europe/Paris", "2038-03-29", "2038-03-28T22:00:00Z"),
    ("Europe/Paris", "2040-10-29", "2040-10-28T23:00:00Z"), ("Europe/Paris", "1969-12-31", "1969-12-30T23:00:00Z"),
    ("Indian/Reunion", "2026-11-23", "2026-11-22T20:00:00Z"),
    ("America/Martinique", "2026-11-23", "2026-11-23T04:00:00Z"),
    // Clocks set forward at midnight: the day begins at 01:00.
    ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"), ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"),
    ("America/Havana", "2024-03-10", "2024-03-10T05:00:00Z"),
    // Clocks set back at midnight to 23:00 of the day before: the day begins an hour later.
    ("America/Sao_Paulo", "2019-02-17", "2019-02-17T03:00:00Z"), ("Asia/Beirut", "2022-10-30", "2022-10-29T22:00:00Z"),
    // Clocks set back from 01:00 to 00:00: midnight comes twice, the first one counts.
    ("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z"),
    // Clocks set back at 00:01: the day begins, goes back to the day before, and begins again.
    ("America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z"),
    // Samoa went over the date line and had no 30 December 2011.
    ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z"), ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"), ("Pacific/Apia", "2012-01-01", "2011-12-31T10:00:00Z"),
  ])
  func `a day begins at its first instant`(identifier: String, date: String, first: String) throws {
    #expect(try CivilZone(identifier: identifier).firstInstant(of: day(date)) == instant(first))
  }

  @Test(arguments: [
    "Europe/Paris", "Indian/Reunion", "America/Miquelon", "America/Sao_Paulo", "Asia/Beirut", "America/Havana",
    "America/St_Johns", "Africa/Cairo", "Australia/Lord_Howe",
  ])
  func `every day of 1960 to 2110 begins at an instant of that day, and the instant before is of an earlier one`(
    identifier: String
  ) throws {
    let zone = try CivilZone(identifier: identifier)
    for count in try stride(from: day("1960-01-01").daysSinceEpoch, to: day("2110-12-31").daysSinceEpoch, by: 1) {
      let date = try CivilDate(daysSinceEpoch: count)
      let first = zone.firstInstant(of: date)
      guard zone.date(of: first) == date, zone.date(of: first - 1) < date else {
        Issue.record("\(date) begins at \(first)")
        continue
      }
    }
  }

  @Test(arguments: [
    ("2026-11-23", 14, 5, "2026-11-23T13:05:00Z"), ("2026-07-14", 14, 5, "2026-07-14T12:05:00Z"),
    ("2026-11-23", 0, 0, "2026-11-22T23:00:00Z"), ("2026-11-23", 23, 59, "2026-11-23T22:59:00Z"),
    // Never shown: the instant of the jump.
    ("2026-03-29", 1, 59, "2026-03-29T00:59:00Z"), ("2026-03-29", 2, 0, "2026-03-29T01:00:00Z"),
    ("2026-03-29", 2, 30, "2026-03-29T01:00:00Z"), ("2026-03-29", 3, 0, "2026-03-29T01:00:00Z"),
    ("2026-03-29", 3, 1, "2026-03-29T01:01:00Z"),
    // Shown twice: the first showing.
    ("2026-10-25", 1, 59, "2026-10-24T23:59:00Z"), ("2026-10-25", 2, 0, "2026-10-25T00:00:00Z"),
    ("2026-10-25", 2, 59, "2026-10-25T00:59:00Z"), ("2026-10-25", 3, 0, "2026-10-25T02:00:00Z"),
    // Summer time outside the table.
    ("2105-07-14", 12, 0, "2105-07-14T10:00:00Z"),
  ])
  func `a time on the wall in Paris is one instant`(date: String, hour: Int, minute: Int, utc: String) throws {
    let zone = try CivilZone(identifier: "Europe/Paris")
    #expect(try zone.instant(of: day(date), at: TimeOfDay(hour: hour, minute: minute)) == instant(utc))
  }
}
