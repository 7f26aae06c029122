import CivilTime
import Foundation
import Testing

struct WaitingPeriodTests {
  let paris: TownCalendar

  init() throws {
    paris = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
  }

  /// Written with their offsets, so that Foundation's ISO 8601 parser, and no time zone, tells the instants.
  @Test(arguments: [
    ("2026-11-23T10:00:00+01:00", "2026-11-26T00:00:00+01:00"),
    ("2026-11-25T10:00:00+01:00", "2026-11-28T00:00:00+01:00"),
    ("2026-11-27T18:30:00+01:00", "2026-12-02T00:00:00+01:00"),
    ("2026-11-28T09:00:00+01:00", "2026-12-02T00:00:00+01:00"),
    ("2024-04-30T09:00:00+02:00", "2024-05-04T00:00:00+02:00"),
    ("2024-12-24T16:00:00+01:00", "2024-12-28T00:00:00+01:00"),
    ("2021-03-26T08:00:00+01:00", "2021-03-31T00:00:00+02:00"),
  ])
  func `F41: more than two jours ouvres end at the midnight after the second whole working day`(
    created: String, end: String
  ) throws {
    #expect(
      try paris.firstInstant(after: .moreThanTwoJoursOuvres, from: instant(created)) == instant(end))
  }
}
