import CivilTime
import Foundation
import Testing

struct WaitingPeriodTests {
  let paris: TownCalendar

  init() throws {
    paris = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
  }

  @Test(arguments: [
    ("2026-11-23T10:00:00+01:00", "2026-11-26T00:00:00+01:00"),
    ("2026-11-23T00:00:00+01:00", "2026-11-26T00:00:00+01:00"),
    ("2026-11-23T23:59:59+01:00", "2026-11-26T00:00:00+01:00"),
    ("2026-11-25T10:00:00+01:00", "2026-11-28T00:00:00+01:00"),
    ("2026-11-27T18:30:00+01:00", "2026-12-02T00:00:00+01:00"),
    ("2026-11-28T09:00:00+01:00", "2026-12-02T00:00:00+01:00"),
    ("2024-04-30T09:00:00+02:00", "2024-05-04T00:00:00+02:00"),
    ("2024-12-24T16:00:00+01:00", "2024-12-28T00:00:00+01:00"),
    ("2021-03-26T08:00:00+01:00", "2021-03-31T00:00:00+02:00"),
    ("2026-10-23T08:00:00+02:00", "2026-10-28T00:00:00+01:00"),
    // The day after the second one is a holiday: it may begin all the same.
    ("2027-10-27T08:00:00+02:00", "2027-10-30T00:00:00+02:00"),
    ("2026-11-08T08:00:00+01:00", "2026-11-11T00:00:00+01:00"),
  ])
  func `F41: more than two jours ouvres end at the midnight after the second whole working day`(
    created: String, end: String
  ) throws {
    #expect(try paris.firstInstant(after: .moreThanTwoJoursOuvres, from: instant(created)) == instant(end))
  }

  @Test func `F41: the day of creation is the town's, not that of Greenwich`() throws {
    let created = try instant("2026-11-23T23:30:00Z")
    #expect(
      try paris.firstInstant(after: .moreThanTwoJoursOuvres, from: created) == instant("2026-11-27T00:00:00+01:00"))
    let reunion = TownCalendar(zone: try CivilZone(identifier: "Indian/Reunion"), holidays: .laReunion)
    #expect(
      try reunion.firstInstant(after: .moreThanTwoJoursOuvres, from: created) == instant("2026-11-27T00:00:00+04:00"))
    let martinique = TownCalendar(zone: try CivilZone(identifier: "America/Martinique"), holidays: .martinique)
    #expect(
      try martinique.firstInstant(after: .moreThanTwoJoursOuvres, from: created)
        == instant("2026-11-26T00:00:00-04:00"))
  }

  @Test func `F41: a holiday of the region only makes its citizens wait`() throws {
    let created = try instant("2026-04-01T10:00:00+02:00")
    let strasbourg = TownCalendar(zone: paris.zone, holidays: .alsaceMoselleWithProtestantChurch)
    #expect(
      try paris.firstInstant(after: .moreThanTwoJoursOuvres, from: created) == instant("2026-04-04T00:00:00+02:00"))
    #expect(
      try strasbourg.firstInstant(after: .moreThanTwoJoursOuvres, from: created)
        == instant("2026-04-08T00:00:00+02:00"))
  }

  @Test(arguments: [
    (WaitingPeriod.Reading.joursOuvres, "2026-12-02T00:00:00+01:00"),
    (.joursOuvrables, "2026-12-01T00:00:00+01:00"),
    (.untilNextJourOuvre, "2026-12-02T00:00:00+01:00"),
    (.hours, "2026-11-29T18:30:00+01:00"),
  ])
  func `F41: each reading gives its own end, from a Friday evening`(reading: WaitingPeriod.Reading, end: String) throws
  {
    let period = try WaitingPeriod(days: 2, reading: reading)
    #expect(try paris.firstInstant(after: period, from: instant("2026-11-27T18:30:00+01:00")) == instant(end))
  }

  @Test(arguments: [
    (WaitingPeriod.Reading.joursOuvres, "2026-11-28T00:00:00+01:00"),
    (.joursOuvrables, "2026-11-28T00:00:00+01:00"),
    (.untilNextJourOuvre, "2026-11-30T00:00:00+01:00"),
    (.hours, "2026-11-27T10:00:00+01:00"),
  ])
  func `F41: each reading gives its own end, from a Wednesday`(reading: WaitingPeriod.Reading, end: String) throws {
    let period = try WaitingPeriod(days: 2, reading: reading)
    #expect(try paris.firstInstant(after: period, from: instant("2026-11-25T10:00:00+01:00")) == instant(end))
  }

  @Test func `F41: forty-eight hours are hours, even across summer time`() throws {
    let period = try WaitingPeriod(days: 2, reading: .hours)
    #expect(
      try paris.firstInstant(after: period, from: instant("2026-03-28T10:00:00+01:00"))
        == instant("2026-03-30T11:00:00+02:00"))
  }

  @Test(arguments: [
    (0, "2026-11-24T00:00:00+01:00"), (1, "2026-11-25T00:00:00+01:00"), (5, "2026-12-01T00:00:00+01:00"),
  ])
  func `F41: the number of days is a value`(days: Int, end: String) throws {
    let period = try WaitingPeriod(days: days)
    #expect(try paris.firstInstant(after: period, from: instant("2026-11-23T10:00:00+01:00")) == instant(end))
  }

  @Test func `F41: who comes later never waits for less`() throws {
    let start = try instant("2026-12-20T00:00:00+01:00")
    let ends = stride(from: 0.0, to: 20 * 86_400, by: 1_800).map {
      paris.firstInstant(after: .moreThanTwoJoursOuvres, from: start + $0)
    }
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(ends).count > 10)
  }

  @Test func `F41: a period has between 0 and 366 days`() throws {
    #expect(WaitingPeriod.moreThanTwoJoursOuvres == (try WaitingPeriod(days: 2, reading: .joursOuvres)))
    for days in [0, 366] { #expect(try WaitingPeriod(days: days).days == days) }
    for days in [-1, 367, .min, .max] {
      #expect(throws: InvalidWaitingPeriod.self) { try WaitingPeriod(days: days) }
    }
  }

  @Test func `F41: a period is read from its own JSON, and from no other`() throws {
    let period = try WaitingPeriod(days: 3, reading: .joursOuvrables)
    #expect(try JSONDecoder().decode(WaitingPeriod.self, from: JSONEncoder().encode(period)) == period)
    let json = #"{"days":2,"reading":"untilNextJourOuvre"}"#
    #expect(
      try JSONDecoder().decode(WaitingPeriod.self, from: Data(json.utf8))
        == WaitingPeriod(days: 2, reading: .untilNextJourOuvre))
    for unknown in [
      #"{"days":2}"#, #"{"reading":"hours"}"#, #"{"days":367,"reading":"hours"}"#, #"{"days":2,"reading":"weeks"}"#,
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(WaitingPeriod.self, from: Data(unknown.utf8))
      }
    }
  }
}
