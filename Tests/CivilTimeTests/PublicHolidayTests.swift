import CivilTime
import Foundation
import Testing

struct PublicHolidayTests {
  @Test(arguments: knownPublicHolidays.split(separator: "\n").map(String.init))
  func `F41: the national holidays of a year are those of the published calendars`(line: String) throws {
    let parts = line.split(separator: ":")
    let known = try parts[1].split(separator: " ").map { try day("\(parts[0])-\($0)") }
    let year = try #require(Int(parts[0]))
    #expect(try HolidayRegion.national.publicHolidays(year: year).map(\.date) == known)
    let calendar = WorkingCalendar(region: .national)
    let days = (0..<(known[0].isInLeapYear ? 366 : 365)).map { known[0].adding(days: $0) }
    #expect(days.filter(calendar.isPublicHoliday) == known)
  }

  @Test func `F41: the holidays of 2026 have their French names`() throws {
    #expect(
      try HolidayRegion.alsaceMoselleWithProtestantChurch.publicHolidays(year: 2026)
        .map { "\($0.date.frenchShort) \($0.frenchName)" } == [
          "01/01/2026 Jour de l’An", "03/04/2026 Vendredi saint", "06/04/2026 Lundi de Pâques",
          "01/05/2026 Fête du Travail", "08/05/2026 Victoire de 1945", "14/05/2026 Ascension",
          "25/05/2026 Lundi de Pentecôte", "14/07/2026 Fête nationale", "15/08/2026 Assomption", "01/11/2026 Toussaint",
          "11/11/2026 Armistice de 1918", "25/12/2026 Noël", "26/12/2026 Saint-Étienne",
        ])
  }

  @Test(arguments: [
    ("2008-05-01", "Fête du Travail et Ascension"), ("1997-05-08", "Victoire de 1945 et Ascension"),
  ])
  func `F41: an Ascension on 1 or 8 May is one day with two names`(date: String, name: String) throws {
    let date = try day(date)
    let year = try HolidayRegion.national.publicHolidays(year: date.year)
    #expect(year.count == 10)
    #expect(year.first { $0.date == date }?.frenchName == name)
  }

  @Test(arguments: [
    (HolidayRegion.national, [String]()), (.alsaceMoselle, ["2026-12-26"]),
    (.alsaceMoselleWithProtestantChurch, ["2026-04-03", "2026-12-26"]), (.mayotte, ["2026-04-27"]),
    (.martinique, ["2026-05-22"]), (.guadeloupe, ["2026-05-27"]), (.saintMartin, ["2026-05-27"]),
    (.guyane, ["2026-06-10"]), (.saintBarthelemy, ["2026-10-09"]), (.laReunion, ["2026-12-20"]),
  ])
  func `F41: a region adds its own days to the eleven`(region: HolidayRegion, added: [String]) throws {
    let national = Set(try HolidayRegion.national.publicHolidays(year: 2026).map(\.date))
    let regional = try region.publicHolidays(year: 2026).map(\.date)
    #expect(try regional.filter { !national.contains($0) } == added.map(day))
    #expect(national.isSubset(of: regional))
  }

  @Test func `F41: a regional day that meets a national one is one day`() throws {
    let pentecost = try day("2019-06-10")
    let guyane = try HolidayRegion.guyane.publicHolidays(year: 2019)
    #expect(guyane.count == 11)
    #expect(
      guyane.filter { $0.date == pentecost }.map(\.frenchName) == ["Lundi de Pentecôte et Abolition de l’esclavage"])
  }

  @Test(arguments: HolidayRegion.allCases)
  func `F41: the list of a year is in order, without a day twice, whatever the year`(region: HolidayRegion) throws {
    for year in [1, 1583, 1900, 2000, 2008, 2024, 2035, 2038, 2100, 9999] {
      let days = try region.publicHolidays(year: year).map(\.date)
      #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
      #expect(days.allSatisfy { $0.year == year })
    }
  }

  @Test func `a region is written by its name and an unknown one is an error`() throws {
    #expect(String(decoding: try JSONEncoder().encode([HolidayRegion.laReunion]), as: UTF8.self) == #"["laReunion"]"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([HolidayRegion].self, from: Data(#"["bretagne"]"#.utf8))
    }
  }
}
