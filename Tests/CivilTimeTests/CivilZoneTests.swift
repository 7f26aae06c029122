import CivilTime
import Foundation
import Testing

struct CivilZoneTests {
  let paris: CivilZone

  init() throws {
    paris = try CivilZone(identifier: "Europe/Paris")
  }

  @Test(arguments: [
    "", "Paris", "europe/paris", "Europe/Pariss", "Mars/Phobos", "../../etc/passwd", "+02:00", "GMT+0200", "UTC+2",
    "GMT+14", "GMT+2/1", "Factory", "CET", "Z", "right/Europe/Paris", "Etc/Unknown",
  ])
  func `an unknown zone is an error that names it`(identifier: String) throws {
    let error = try #require(throws: UnknownZone.self) { try CivilZone(identifier: identifier) }
    #expect(error.identifier == identifier)
    #expect(error.description.contains("\"\(identifier)\""))
  }

  @Test(arguments: ["UTC", "Etc/UTC", "Etc/GMT-1", "Europe/Kyiv", "Europe/Kiev", "America/Argentina/Ushuaia"])
  func `a zone has the name that the database gives it, or gave it`(identifier: String) throws {
    #expect(try CivilZone(identifier: identifier).identifier == identifier)
  }

  @Test func `zones are equal by identifier`() throws {
    #expect(try paris == CivilZone(identifier: "Europe/Paris"))
    #expect(try paris != CivilZone(identifier: "Indian/Reunion"))
    #expect(try Set([paris, paris, CivilZone(identifier: "Indian/Reunion")]).count == 2)
    #expect(paris.description == "Europe/Paris")
  }

  @Test(arguments: [
    ("2026-11-22T22:59:59Z", "2026-11-22", "23:59"), ("2026-11-22T23:00:00Z", "2026-11-23", "00:00"),
    // Summer time begins on 29 March 2026, from 02:00 to 03:00, and ends on 25 October, from 03:00 to 02:00.
    ("2026-03-29T00:59:59Z", "2026-03-29", "01:59"), ("2026-03-29T01:00:00Z", "2026-03-29", "03:00"),
    ("2026-03-29T21:59:59Z", "2026-03-29", "23:59"), ("2026-03-29T22:00:00Z", "2026-03-30", "00:00"),
    ("2026-10-25T00:59:59Z", "2026-10-25", "02:59"), ("2026-10-25T01:00:00Z", "2026-10-25", "02:00"),
    // 32-bit readers of zone files lose summer time after January 2038.
    ("2038-07-14T21:59:59Z", "2038-07-14", "23:59"), ("2038-07-14T22:00:00Z", "2038-07-15", "00:00"),
    ("2039-12-31T23:00:00Z", "2040-01-01", "00:00"), ("2040-06-30T22:00:00Z", "2040-07-01", "00:00"),
    // Two hours ahead of UTC in the summer of 1944, one hour all year from 1946 to 1975.
    ("1944-06-06T04:30:00Z", "1944-06-06", "06:30"), ("1969-12-31T22:59:59Z", "1969-12-31", "23:59"),
    ("1969-12-31T23:00:00Z", "1970-01-01", "00:00"), ("1975-07-14T22:59:59Z", "1975-07-14", "23:59"),
    ("1976-07-14T22:00:00Z", "1976-07-15", "00:00"),
    // The first and last years of the table.
    ("2100-12-31T22:59:59Z", "2100-12-31", "23:59"), ("2100-12-31T23:00:00Z", "2101-01-01", "00:00"),
    ("2101-07-01T21:59:59Z", "2101-07-01", "23:59"), ("2101-07-01T22:00:00Z", "2101-07-02", "00:00"),
  ])
  func `an instant is a day and a time in Paris`(utc: String, date: String, time: String) throws {
    #expect(try paris.date(of: instant(utc)) == day(date))
    #expect(try paris.time(of: instant(utc)).description == time)
  }

  @Test func `the last moment before midnight belongs to the day that ends`() throws {
    let midnight = try instant("2026-11-22T23:00:00Z")
    let before = Date(timeIntervalSinceReferenceDate: midnight.timeIntervalSinceReferenceDate.nextDown)
    #expect(try paris.date(of: before) == day("2026-11-22"))
    #expect(try paris.date(of: midnight) == day("2026-11-23"))
    let old = try instant("1960-07-13T23:00:00Z")
    let beforeOld = Date(timeIntervalSinceReferenceDate: old.timeIntervalSinceReferenceDate.nextDown)
    #expect(try paris.date(of: beforeOld) == day("1960-07-13"))
    #expect(paris.time(of: beforeOld).description == "23:59")
    #expect(try paris.date(of: old) == day("1960-07-14"))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300, .greatestFiniteMagnitude, 1e12, -1e12])
  func `an instant outside the calendar is its first or last day, and never a trap`(seconds: Double) {
    let instant = Date(timeIntervalSinceReferenceDate: seconds)
    #expect(paris.date(of: instant) == (seconds > 0 ? .latest : .earliest))
    #expect(paris.time(of: instant) >= .midnight)
  }

  @Test func `the ends of the calendar have their instants`() {
    #expect(paris.date(of: paris.firstInstant(of: .earliest)) == .earliest)
    #expect(paris.date(of: paris.firstInstant(of: .latest)) == .latest)
    #expect(paris.date(of: .distantPast) == .earliest)
    #expect(paris.date(of: .distantFuture).description == "4001-01-01")
  }

  @Test(arguments: [
    "Europe/Paris", "America/Martinique", "America/Guadeloupe", "America/Cayenne", "America/Miquelon", "Indian/Reunion",
    "Indian/Mayotte", "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Wallis", "America/Sao_Paulo", "Australia/Lord_Howe",
    "Africa/Casablanca", "Asia/Kathmandu",
  ])
  func `days and times are those of Foundation's calendar, before, in and after the table`(identifier: String) throws {
    let zone = try CivilZone(identifier: identifier)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: identifier))
    // From 1895 to 2110 by steps that share no factor with the day.
    for second in stride(from: -2_360_000_000.0, to: 4_430_000_000, by: 2_347_529) {
      let instant = Date(timeIntervalSince1970: second)
      let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
      let date = zone.date(of: instant)
      let time = zone.time(of: instant)
      guard
        parts.year == date.year, parts.month == date.month, parts.day == date.day, parts.hour == time.hour,
        parts.minute == time.minute
      else {
        Issue.record("\(instant): \(date) \(time)")
        continue
      }
    }
  }
}
