import Billing
import DemarcheWorkflow
import Foundation
import Identity
import Testing

/// Two use cases on two servers, stopped for each other at every call of a store or port, in every order.
struct RaceTests {
  private let now = TownHall.opening

  @Test func `two use cases of three calls each meet in all twenty orders, each exactly once`() async {
    var schedules = Schedules(switchesMax: .max)
    var seen: Set<String> = []
    var count = 0
    while let schedule = schedules.next {
      let turnstile = Turnstile(schedule: schedule)
      let log = Log()
      @Sendable func walk(_ who: Int) async {
        for _ in 0..<3 {
          await turnstile.pass(who)
          await log.write(who)
        }
        await turnstile.leave(who)
      }
      async let left: Void = walk(0)
      async let right: Void = walk(1)
      _ = await (left, right)
      await seen.insert(log.text)
      count += 1
      schedules.advance(from: await turnstile.decisions)
    }
    #expect(count == 20)
    #expect(seen.count == 20)
  }

  @Test func `F05: two citizens of one name who register at once get two logins`() async throws {
    let now = now
    var race = Race(testDescription: "two of one name") { _ in
    } left: { server in
      _ = try await server.register(.jean, key: "left", at: now)
    } right: { server in
      var other = Resident.jean
      (other.email, other.visitor) = ("autre@example.fr", "visit-other")
      _ = try await server.register(other, key: "right", at: now)
    } check: { server, results in
      #expect(results == ["done", "done"])
      let logins = server.town.accounts.states.values.compactMap { $0.login?.text.value }
      #expect(logins.sorted() == ["jean.dupont", "jean.dupont2"])
      try await server.deliver(at: now)
      #expect(server.town.mailbox.letters("account.opened").count == 2)
    }
    race.switchesMax = Scale.switches
    #expect(try await race.explore() > 100)
  }

  @Test func `F05, F30: one registration sent to two servers makes one account and one letter`() async throws {
    let now = now
    let register: @Sendable (Server) async throws -> Void = { server in
      _ = try await server.register(.jean, key: "once", at: now)
    }
    var race = Race(testDescription: "one registration twice", before: { _ in }, left: register, right: register) {
      server, results in
      #expect(results == ["done", "done"])
      try await server.deliver(at: now)
      #expect(server.town.accounts.count == 1)
      #expect(server.town.mailbox.letters.count == 1)
    }
    race.switchesMax = Scale.switches
    #expect(try await race.explore() > 100)
  }

  @Test func `F21: of two openings for one child at once, one is refused as running already`() async throws {
    let now = now
    let race = Race(testDescription: "two openings") { _ in
    } left: { server in
      try await server.order(.open(Opening("ecole", for: Server.child)), "D-1", by: .citizen("jean"), at: now)
    } right: { server in
      try await server.order(.open(Opening("ecole", for: Server.child)), "D-2", by: .citizen("jean"), at: now)
    } check: { server, results in
      #expect(results.sorted() == ["demarche.already-running", "done"])
      #expect(server.town.demarches.count == 1)
    }
    #expect(try await race.explore() == 20)
  }

  @Test func `F26: of two agents who decide at once, one decides and the other is told that it is over`() async throws {
    let now = now
    let race = Race(testDescription: "two agents") { server in
      try await server.file("D-1", by: .citizen("jean"), at: now)
      for order: DemarcheEvent in [.reviewPiece("domicile", .accepted), .declareComplete] {
        try await server.order(order, "D-1", by: .agent(Resident.agent), at: now)
      }
    } left: { server in
      try await server.order(.validate(.decision), "D-1", by: .agent(Resident.agent), at: now)
    } right: { server in
      let reason = try Reason("hors-secteur", "Hors secteur.")
      try await server.order(.reject(.decision(reason)), "D-1", by: .agent(Resident.otherAgent), at: now)
    } check: { server, results in
      #expect(results.sorted() == ["demarche.not-possible", "done"])
      let decisions = server.town.demarches.journal(of: "D-1").suffix(1).map(\.to)
      #expect(decisions == [results[0] == "done" ? .valide : .rejete])
      #expect(server.town.demarches.count == 7)
    }
    #expect(try await race.explore() > 6)
  }

  @Test func `F13: of two sign-ins with one temporary password at once, one opens a session`() async throws {
    let now = now
    let signIn: @Sendable (Server) async throws -> Void = { server in
      let letter = server.town.mailbox.letters("recovery.temporary-password").last
      let secret = try #require(letter?.notice.arguments.first?.value)
      let opened = try await server.signIn("jean.dupont", secret, at: now)
      #expect(opened.session.principal == nil)
    }
    var race = Race(testDescription: "one temporary password twice") { server in
      _ = try await server.settle(at: now)
      let recovery = Recovery(server.services)
      let step = try await recovery.begin(
        login: "jean.dupont", visitor: "visit-jean", from: Resident.jean.source, at: now)
      guard case .question(let id, _) = step else { throw NoLetter() }
      try await recovery.answer("médor", to: id, visitor: "visit-jean", from: Resident.jean.source, at: now)
      try await server.deliver(at: now)
    } left: {
      try await signIn($0)
    } right: {
      try await signIn($0)
    } check: { server, results in
      #expect(results.sorted() == ["done", "sign-in.refused"])
      #expect(server.town.recoveries.accepted.count { $0.entry.event == .redeem } == 1)
    }
    race.switchesMax = Scale.switches
    #expect(try await race.explore() > 100)
  }
}

private actor Log {
  private(set) var text = ""
  func write(_ who: Int) { text += "\(who)" }
}
