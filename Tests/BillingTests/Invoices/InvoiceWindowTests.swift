import Billing
import Foundation
import Testing

/// F40: three calendar months back, in the town's days.
struct InvoiceWindowTests {
  private let visibility = InvoiceVisibility(calendar: Town.calendar)
  private let holder = AccountHolder(id: Town.alice, createdAt: Town.instant("2000-01-03T10:00:00Z"), isValidated: true)

  private func shows(_ day: String, at instant: String) -> Bool {
    let billing = HouseholdBilling(services: [.periscolaire], invoices: [Town.invoice("F", issuedOn: day)])
    switch visibility.overview(of: billing, for: holder, at: Town.instant(instant)) {
    case .shown(let list): return list.due.count == 1
    case .nothing: return false
    }
  }

  @Test(arguments: [
    ("2026-02-28", "2026-05-31T12:00:00+02:00", true), ("2026-02-27", "2026-05-31T12:00:00+02:00", false),
    ("2028-02-29", "2028-05-31T12:00:00+02:00", true), ("2028-02-28", "2028-05-31T12:00:00+02:00", false),
    ("2028-02-29", "2028-05-29T12:00:00+02:00", true), ("2026-02-28", "2026-05-28T12:00:00+02:00", true),
    ("2023-11-29", "2024-02-29T12:00:00+01:00", true), ("2023-11-28", "2024-02-29T12:00:00+01:00", false),
    ("2026-05-31", "2026-05-31T12:00:00+02:00", true), ("2026-06-01", "2026-05-31T12:00:00+02:00", false),
  ])
  func `F40: an invoice shows from three months back to today`(day: String, instant: String, shown: Bool) {
    #expect(shows(day, at: instant) == shown)
  }

  @Test(arguments: [
    // Winter: the town's midnight is 23:00 UTC.
    ("2026-08-23", "2026-11-23T22:59:59Z", true), ("2026-08-23", "2026-11-23T23:00:00Z", false),
    // Summer: it is 22:00 UTC.
    ("2026-03-15", "2026-06-15T21:59:59Z", true), ("2026-03-15", "2026-06-15T22:00:00Z", false),
    // The nights in which the clocks change, 29 March and 25 October 2026.
    ("2025-12-28", "2026-03-28T22:59:59Z", true), ("2025-12-28", "2026-03-28T23:00:00Z", false),
    ("2025-12-29", "2026-03-29T21:59:59Z", true), ("2025-12-29", "2026-03-29T22:00:00Z", false),
    ("2026-07-24", "2026-10-24T21:59:59Z", true), ("2026-07-24", "2026-10-24T22:00:00Z", false),
    ("2026-07-25", "2026-10-25T22:59:59Z", true), ("2026-07-25", "2026-10-25T23:00:00Z", false),
  ])
  func `F40: the window moves at the town's midnight, not one second before`(day: String, instant: String, shown: Bool)
  {
    #expect(shows(day, at: instant) == shown)
  }

  @Test func `F40: paid invoices stand under one heading, the others under the other, the newest first`() throws {
    let billing = HouseholdBilling(
      services: [.periscolaire],
      invoices: [
        Town.invoice("A", issuedOn: "2026-10-01"), Town.invoice("B", issuedOn: "2026-11-01"),
        Town.invoice("D", issuedOn: "2026-11-02"), Town.invoice("C", issuedOn: "2026-11-02"),
        Town.invoice("P", issuedOn: "2026-10-02", paidOn: "2026-10-15"), Town.invoice("Q", issuedOn: "2026-10-03"),
        Town.invoice("R", issuedOn: "2026-10-04"),
      ])
    let overview = visibility.overview(
      of: billing, payments: ["Q": .settled, "R": .reserved, "P": .reserved], for: holder, at: Town.noon)
    guard case .shown(let list) = overview else { return #expect(Bool(false), "\(overview)") }
    #expect(list.paid.map(\.id) == ["Q", "P"])
    #expect(list.due.map(\.id) == ["C", "D", "B", "A"])
    #expect(list.reserved.map(\.id) == ["R"])
  }
}
