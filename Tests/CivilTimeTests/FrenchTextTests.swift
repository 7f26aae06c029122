import CivilTime
import Testing

struct FrenchTextTests {
  @Test(arguments: [
    ("2026-11-23", "23\u{A0}novembre 2026", "23/11/2026"), ("2026-11-01", "1er\u{A0}novembre 2026", "01/11/2026"),
    ("2026-01-31", "31\u{A0}janvier 2026", "31/01/2026"), ("2024-02-29", "29\u{A0}février 2024", "29/02/2024"),
    ("2026-03-02", "2\u{A0}mars 2026", "02/03/2026"), ("2026-04-11", "11\u{A0}avril 2026", "11/04/2026"),
    ("2026-05-08", "8\u{A0}mai 2026", "08/05/2026"), ("2026-06-21", "21\u{A0}juin 2026", "21/06/2026"),
    ("2026-07-14", "14\u{A0}juillet 2026", "14/07/2026"), ("2026-08-15", "15\u{A0}août 2026", "15/08/2026"),
    ("2026-09-09", "9\u{A0}septembre 2026", "09/09/2026"), ("2026-10-10", "10\u{A0}octobre 2026", "10/10/2026"),
    ("2026-12-25", "25\u{A0}décembre 2026", "25/12/2026"), ("0987-07-03", "3\u{A0}juillet 987", "03/07/0987"),
  ])
  func `a date is written as the French write it`(date: String, long: String, short: String) throws {
    #expect(try day(date).frenchLong == long)
    #expect(try day(date).frenchShort == short)
  }

  @Test(arguments: [
    (14, 5, "14\u{A0}h\u{A0}05"), (9, 0, "9\u{A0}h\u{A0}00"), (0, 0, "0\u{A0}h\u{A0}00"), (23, 59, "23\u{A0}h\u{A0}59"),
  ])
  func `a time is written as the French write it`(hour: Int, minute: Int, french: String) throws {
    #expect(try TimeOfDay(hour: hour, minute: minute).french == french)
  }

  @Test func `the days of the week have their French names`() {
    #expect(
      Weekday.allCases.map(\.frenchName) == ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])
  }
}
