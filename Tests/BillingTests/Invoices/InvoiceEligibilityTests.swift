import Billing
import Foundation
import Testing

/// F41: who sees invoices, from when on, and why not.
struct InvoiceEligibilityTests {
  private let visibility = InvoiceVisibility(calendar: Town.calendar)

  private func reasons(
    createdAt: String = "2026-01-05T10:00:00+01:00", isValidated: Bool = true,
    services: [BillableService] = [.ccas], invoices: [Invoice]? = nil, at instant: Date = Town.noon
  ) -> [NothingShown] {
    let today = Town.calendar.date(of: instant).description
    let billing = HouseholdBilling(services: services, invoices: invoices ?? [Town.invoice("F", issuedOn: today)])
    let holder = AccountHolder(id: Town.alice, createdAt: Town.instant(createdAt), isValidated: isValidated)
    switch visibility.overview(of: billing, for: holder, at: instant) {
    case .shown: return []
    case .nothing(let reasons): return reasons
    }
  }

  @Test(arguments: [
    ("2026-11-23T10:00:00+01:00", "2026-11-26T00:00:00+01:00"),
    ("2026-11-25T10:00:00+01:00", "2026-11-28T00:00:00+01:00"),
    ("2026-11-27T18:30:00+01:00", "2026-12-02T00:00:00+01:00"),
    ("2026-11-28T09:00:00+01:00", "2026-12-02T00:00:00+01:00"),
    ("2024-04-30T09:00:00+02:00", "2024-05-04T00:00:00+02:00"),
    ("2024-12-24T16:00:00+01:00", "2024-12-28T00:00:00+01:00"),
    // Both changes of the clock, Easter, and 29 February.
    ("2021-03-26T08:00:00+01:00", "2021-03-31T00:00:00+02:00"),
    ("2026-10-23T08:00:00+02:00", "2026-10-28T00:00:00+01:00"),
    ("2026-04-02T09:00:00+02:00", "2026-04-08T00:00:00+02:00"),
    ("2024-02-27T09:00:00+01:00", "2024-03-01T00:00:00+01:00"),
    // The last and the first second of a day are days apart here.
    ("2026-11-23T23:59:59+01:00", "2026-11-26T00:00:00+01:00"),
    ("2026-11-24T00:00:00+01:00", "2026-11-27T00:00:00+01:00"),
  ])
  func `F41: invoices show from the midnight after two whole working days, not one second before`(
    createdAt: String, opening: String
  ) {
    let instant = Town.instant(opening)
    #expect(reasons(createdAt: createdAt, at: instant).isEmpty)
    let day = Town.calendar.date(of: instant)
    #expect(reasons(createdAt: createdAt, at: instant - 1) == [.accountTooRecent(until: day)])
  }

  @Test func `F41: an account that the town has not validated sees nothing, however old`() {
    #expect(reasons(isValidated: false) == [.accountNotValidated])
  }

  @Test func `F41: a household without billed services is told so, one without recent invoices too`() {
    #expect(reasons(services: []) == [.noBilledService])
    #expect(reasons(invoices: []) == [.noInvoiceSince(Town.day("2026-08-23"))])
    #expect(
      reasons(invoices: [Town.invoice("F", issuedOn: "2026-08-22")]) == [.noInvoiceSince(Town.day("2026-08-23"))])
  }

  @Test func `F41: all reasons are told at once, in French`() {
    let all = reasons(createdAt: "2026-11-23T10:00:00+01:00", isValidated: false, services: [])
    #expect(all == [.accountNotValidated, .accountTooRecent(until: Town.day("2026-11-26")), .noBilledService])
    #expect(Wordings.billing.explain(all[1]).message.contains("à partir du 26/11/2026"))
  }

  @Test func `F41: the number of days and their reading are values`() throws {
    let strict = InvoiceVisibility(calendar: Town.calendar, waiting: try WaitingPeriod(days: 0))
    let holder = AccountHolder(id: Town.alice, createdAt: Town.noon, isValidated: true)
    let billing = HouseholdBilling(services: [.ccas], invoices: [Town.invoice("F", issuedOn: "2026-11-24")])
    let midnight = Town.instant("2026-11-24T00:00:00+01:00")
    #expect(
      strict.overview(of: billing, for: holder, at: midnight - 1)
        != strict.overview(of: billing, for: holder, at: midnight))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `F41: an account whose creation is no instant shows nothing`(seconds: Double) {
    let holder = AccountHolder(
      id: Town.alice, createdAt: Date(timeIntervalSinceReferenceDate: seconds), isValidated: true)
    let billing = HouseholdBilling(services: [.ccas], invoices: [Town.invoice("F")])
    guard case .nothing(let reasons) = visibility.overview(of: billing, for: holder, at: Town.noon),
      case .accountTooRecent? = reasons.first
    else { return #expect(Bool(false)) }
    #expect(reasons.count == 1)
  }

  @Test func `F41: in Alsace-Moselle 26 December is no working day`() throws {
    // A Thursday in 2024: elsewhere the invoices show three days earlier.
    let created = Town.instant("2024-12-24T16:00:00+01:00")
    let alsace = InvoiceVisibility(calendar: TownCalendar(zone: Town.paris, holidays: .alsaceMoselle))
    let holder = AccountHolder(id: Town.alice, createdAt: created, isValidated: true)
    let billing = HouseholdBilling(services: [.ccas], invoices: [Town.invoice("F", issuedOn: "2024-12-20")])
    let opening = Town.instant("2024-12-31T00:00:00+01:00")
    guard case .shown = alsace.overview(of: billing, for: holder, at: opening) else { return #expect(Bool(false)) }
    #expect(
      alsace.overview(of: billing, for: holder, at: opening - 1)
        == .nothing([.accountTooRecent(until: Town.day("2024-12-31"))]))
  }
}
