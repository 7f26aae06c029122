import Billing
import Foundation
import Testing

/// Payments of one invoice that meet at every call of a store or port.
struct PaymentRaceTests {
  private let now = TownHall.opening

  @Test func `F44: of two members who pay one invoice at once, one is sent to the gateway`() async throws {
    let now = now
    var race = Race(testDescription: "two members") { server in
      for member in [Resident.jean, .jeanne] { try await server.owe("F-1", member, at: now) }
    } left: { server in
      _ = try await server.pay(server.town.id(of: .jean), key: "jean pays", at: now)
    } right: { server in
      _ = try await server.pay(server.town.id(of: .jeanne), key: "jeanne pays", at: now)
    } check: { server, results in
      #expect(results.sorted() == ["done", "payment.invoice-reserved"])
      #expect(server.town.bank.visits.count == 1)
    }
    race.switchesMax = Scale.switches
    #expect(try await race.explore() > 100)
  }

  @Test func `F44: one wish to pay, sent to two servers, is one attempt and one page to pay on`() async throws {
    let now = now
    var race = Race(testDescription: "one wish") { server in
      try await server.owe("F-1", .jean, at: now)
    } left: { server in
      let session = try await server.pay(server.town.id(of: .jean), key: "jean pays", draw: 1, at: now)
      server.town.bank.decide(session.reference, .paid(Money(cents: 1999), by: .card, at: nil))
    } right: { server in
      let session = try await server.pay(server.town.id(of: .jean), key: "jean pays", draw: 2, at: now)
      server.town.bank.decide(session.reference, .paid(Money(cents: 1999), by: .card, at: nil))
    } check: { server, results in
      #expect(results == ["done", "done"])
      #expect(server.town.attempts.states.count == 1)
      // A second session may have been opened; nobody was shown its page.
      #expect(server.town.bank.visits.values.count { $0.answers != [.waiting] } == 1)
    }
    race.switchesMax = Scale.switches
    #expect(try await race.explore() > 100)
  }

  @Test(arguments: [("jean pays", 10), ("jeanne pays", 100)])
  func `F44: of two who pay what an attempt holds beyond its time, be it resumed, one is sent to the gateway`(
    other: String, interleavingsMin: Int
  ) async throws {
    let (now, late) = (now, now + 20 * 60)
    var race = Race(testDescription: "beyond its time") { server in
      for member in [Resident.jean, .jeanne] { try await server.owe("F-1", member, at: now) }
      try await server.reserve(for: server.town.id(of: .jean), key: "jean pays", at: now)
    } left: { server in
      _ = try await server.pay(server.town.id(of: .jean), key: "jean pays again", at: late)
    } right: { server in
      let resident = other == "jean pays" ? Resident.jean : .jeanne
      _ = try await server.pay(server.town.id(of: resident), key: other, at: late)
    } check: { server, results in
      #expect(results.count { $0 == "done" } == 1, "\(results)")
      #expect(results.contains("payment.invoice-reserved") || results.contains("payment.ended"), "\(results)")
      #expect(server.town.attempts.states.values.count { $0.standing.isLive } == 1)
    }
    race.switchesMax = Scale.switches
    // A wish whose time is up is over after a few looks.
    #expect(try await race.explore() > interleavingsMin)
  }

  @Test func `F45: a notification and a bank statement of one payment at once settle it once`() async throws {
    let now = now
    var race = Race(testDescription: "two tellings") { server in
      try await server.owe("F-1", .jean, at: now)
      let session = try await server.pay(server.town.id(of: .jean), key: "jean pays", at: now)
      server.town.bank.decide(session.reference, .paid(Money(cents: 1999), by: .card, at: nil))
    } left: { server in
      try await server.notify("S1", at: now)
    } right: { server in
      let reference = try #require(server.town.attempts.states.values.first?.order.reference.rawValue)
      let line = StatementLine(
        id: "L-1", regie: "ville", reference: reference, amount: Money(cents: 1999),
        bookedOn: try CivilDate(iso: "2027-10-20"))
      _ = try await server.payments.enter(line, in: Context(instant: now, principal: .system))
    } check: { server, results in
      #expect(results == ["done", "done"])
      try await server.courier.run(at: now)
      #expect(server.town.office.settlements.count == 1)
      #expect(server.town.mailbox.letters("payment.receipt").count == 1)
      #expect(server.town.mailbox.tasks.isEmpty)
    }
    race.switchesMax = Scale.switches
    #expect(try await race.explore() > 20)
  }

  @Test func `F28, F44: two servers that empty one outbox at once send each letter under one key`() async throws {
    let now = now
    let run: @Sendable (Server) async throws -> Void = { try await $0.courier.run(at: now) }
    var race = Race(testDescription: "two couriers") { server in
      for member in [Resident.jean, .jeanne] { try await server.owe("F-1", member, at: now) }
      let session = try await server.pay(server.town.id(of: .jean), key: "jean pays", at: now)
      server.town.bank.decide(session.reference, .paid(Money(cents: 1999), by: .card, at: nil))
      try await server.notify(session.reference, at: now)
    } left: {
      try await run($0)
    } right: {
      try await run($0)
    } check: { server, results in
      #expect(results == ["done", "done"])
      for minutes in [2.0, 10] { try await server.courier.run(at: now + minutes * 60) }
      #expect(
        server.town.mailbox.letters.map(\.notice.code) == [
          "account.opened", "account.validated", "account.opened", "account.validated", "payment.receipt",
          "basket.invoice-paid-meanwhile",
        ])
      #expect(server.town.mailbox.contradictions.isEmpty)
      #expect(server.town.office.settlements.count == 1)
      #expect(server.town.baskets.states.values.allSatisfy { $0.filled == nil })
    }
    race.switchesMax = Scale.switches
    #expect(try await race.explore() > 100)
  }
}

extension Server {
  /// A resident with a validated account, an invoice, and the invoice in the basket.
  fileprivate func owe(_ invoice: InvoiceID, _ resident: Resident, at instant: Date) async throws {
    let id = try await settle(resident, at: instant)
    town.office.issue(try town.invoice(invoice, cents: 1999), to: id)
    try await add(invoice, for: id, at: instant)
  }

  /// A wish to pay that came no further than the reservation.
  fileprivate func reserve(for account: AccountID, key: String, at instant: Date) async throws {
    let basket = try #require(town.baskets.load(account)?.state.filled)
    let reference = try PaymentReference("BEYONDITSTIME")
    try await payments.attempts.send(
      .reserve(basket, reference: Drawn(reference)), to: "beyond", key: RequestKey(key),
      in: Context(instant: instant, principal: .citizen(account)))
  }
}
