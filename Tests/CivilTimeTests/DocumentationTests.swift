import CivilTime
import Foundation
import Testing

struct DocumentationTests {
  @Test func `the listing of the module's page gives the values it shows`() throws {
    let town = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"), holidays: .national)

    // An account created on a Wednesday opens its invoices at the midnight that begins Saturday.
    let created = try town.zone.instant(of: CivilDate(iso: "2026-11-25"), at: TimeOfDay(hour: 10, minute: 0))
    let opening = town.firstInstant(after: .moreThanTwoJoursOuvres, from: created)
    let openingDay = town.date(of: opening).frenchShort  // "28/11/2026"
    #expect(openingDay == "28/11/2026")

    // Three calendar months back from 31 May, there is no 31 February.
    let visible = try CivilDate(iso: "2026-05-31").lastMonths(3)
    let firstVisible = visible.lowerBound.description  // "2026-02-28"
    #expect(firstVisible == "2026-02-28")

    // Two months after 31 December are over when 1 March begins.
    let silence = try town.firstInstant(afterMonths: 2, from: CivilDate(iso: "2026-12-31"))
    let firstDayAfter = town.date(of: silence).description  // "2027-03-01"
    #expect(firstDayAfter == "2027-03-01")
  }

  @Test func `the listing of the module's page is the one compiled here`() throws {
    let here = URL(filePath: #filePath)
    let page = here.deletingLastPathComponent()
      .appending(path: "../../Sources/CivilTime/CivilTime.docc/CivilTime.md")
    let listing = try #require(
      String(contentsOf: page, encoding: .utf8).split(separator: "```swift\n").last?.split(separator: "```").first)
    let compiled = try lines(of: String(contentsOf: here, encoding: .utf8))
    let start = try #require(compiled.firstIndex { $0.hasPrefix("let town = ") })
    let end = try #require(compiled[start...].firstIndex(of: "}"))
    #expect(lines(of: String(listing)) == compiled[start..<end].filter { !$0.hasPrefix("#expect") })
  }

  private func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
