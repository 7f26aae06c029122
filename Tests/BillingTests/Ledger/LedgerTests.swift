import Billing
import Foundation
import Testing

/// F46: the books balance, per régie and day.
struct LedgerTests {
  /// 10 € that nobody expected come in one second before midnight and are credited two days later; 20,28 € settle.
  private func postings() throws -> [Posting] {
    let evening = Town.instant("2026-11-23T23:59:59+01:00")
    let wrong = try Town.waiting().after(.bank("L1", Money(cents: 1000)), at: evening).state
    let paid = try wrong.after(.gateway(), at: evening + 1).state
    let credited = try Town.attempts.transition(
      from: paid, on: .resolve(anomaly: 1, as: .credited),
      in: Context(instant: Town.instant("2026-11-25T09:00:00+01:00"), principal: Town.agentVille))
    return credited.state.books.postings
  }

  @Test func `F46: a day of the ledger shows its own movements, by the town's midnight`() throws {
    let ledger = try Ledger(of: postings(), in: Town.calendar)
    #expect(ledger.days.map(\.date.description) == ["2026-11-23", "2026-11-24", "2026-11-25"])
    #expect(ledger.days.map(\.balance.paid.cents) == [1000, 2028, 0])
    #expect(ledger.days.map(\.balance.open.cents) == [1000, 0, -1000])
    #expect(ledger.days.map(\.balance.settled.cents) == [0, 2028, 0])
    #expect(ledger.days.map(\.balance.credited.cents) == [0, 0, 1000])
    #expect(ledger.days.allSatisfy { $0.balance.isBalanced })
  }

  @Test func `F46: the balance of a régie is all its days together, and of no other régie`() throws {
    let ledger = try Ledger(of: postings(), in: Town.calendar)
    let balance = try ledger.balance(of: "ville")
    #expect(balance.paid == Money(cents: 3028) && balance.settled == Town.total)
    #expect(balance.credited == Money(cents: 1000) && balance.open == .zero && balance.isBalanced)
    #expect(try ledger.balance(of: "ccas").paid == .zero)
  }

  @Test func `F46: an attempt is found on every page of the ledger on which it has a line`() throws {
    let evening = Town.instant("2026-11-23T23:59:59+01:00")
    let attempt = try Town.waiting().after(.bank("L1", Money(cents: 1000)), at: evening).state
      .after(.gateway(), at: evening + 1).state
    let labels = Town.attempts.facets(of: attempt).tags.map(\.label)
    for day in ["2026-11-23", "2026-11-24"] { #expect(labels.contains(.ledger(of: "ville", on: Town.day(day)))) }
    #expect(labels.filter { $0.scope == "billing.ledger" }.count == 2)
  }

  @Test func `F46: sums that cannot be counted are an error`() throws {
    // No attempt books so much; a store may hold what was booked by something else.
    let stored = #"{"regie":"ville","at":0,"from":"payers","to":"open","amount":{"cents":9223372036854775807}}"#
    let huge = try JSONDecoder().decode(Posting.self, from: Data(stored.utf8))
    #expect(throws: MoneyOverflow()) { try Ledger(of: [huge, huge], in: Town.calendar) }
  }

  @Test func `F46: the CSV opens in a French office`() throws {
    let csv = try Ledger(of: postings(), in: Town.calendar).csv(names: ["ville": "Régie Ville"])
    #expect(
      csv == """
        Régie;Date;Payé;Soldé;Avoirs;À rembourser;À traiter\r
        Régie Ville;23/11/2026;10,00;0,00;0,00;0,00;10,00\r
        Régie Ville;24/11/2026;20,28;20,28;0,00;0,00;0,00\r
        Régie Ville;25/11/2026;0,00;0,00;10,00;0,00;-10,00\r

        """)
  }

  @Test func `F46: the CSV begins with a byte order mark for those who ask`() throws {
    let ledger = try Ledger(of: postings(), in: Town.calendar)
    #expect(ledger.csv(byteOrderMark: true) == "\u{FEFF}" + ledger.csv())
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+33", "'+33"), ("-A1", "'-A1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "\"'\t=1\""),
    ("＝1", "'＝1"), ("Régie; Ville", "\"Régie; Ville\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""),
    ("=\"a\";b", "\"'=\"\"a\"\";b\""), ("a,b", "\"a,b\""), ("Ville", "Ville"),
  ])
  func `F46: a name that a spreadsheet would run or split is quoted`(name: String, field: String) throws {
    let ledger = try Ledger(of: postings(), in: Town.calendar)
    #expect(ledger.csv(names: ["ville": name]).contains("\r\n\(field);23/11/2026;"))
  }
}
