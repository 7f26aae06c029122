import Billing
import Foundation
import Synchronization
import Testing
import WorkflowTesting

/// F46: of contradicting words of one line only the first counts, whoever says them and wherever somebody crashes.
struct FirstWordTests {
  private let attempts = InMemoryStore<PaymentAttemptMachine>()
  private let strays = InMemoryStore<StrayPaymentMachine>()
  private let agent = Context(instant: Town.noon, principal: Town.agentVille)

  private func line(_ reference: String, cents: Int = 1999) -> StatementLine {
    StatementLine(
      id: "L1", regie: "ville", reference: reference, amount: Money(cents: cents), bookedOn: Town.day("2026-11-23"))
  }

  /// Two attempts of alice, for A under REFalice11 and under REFalice21.
  private func opened() async throws -> Portal {
    let portal = Portal(attempts: attempts, strays: strays)
    try await portal.add("A")
    let first = try await portal.pay()
    portal.gateway.script(first.reference, .cancelled)
    try await portal.notify(first)
    _ = try await portal.pay(wish: 2)
    return portal
  }

  private func refusal(_ body: () async throws -> Void) async throws -> PaymentRefusal? {
    do {
      try await body()
      return nil
    } catch let refusal as PaymentRefusal { return refusal }
  }

  private enum Place { case attempts, strays }

  /// What a server calls of each store to enter a line.
  private static func calls() async throws -> [(store: Place, call: StoreCall)] {
    let town = FirstWordTests()
    _ = try await town.opened()
    let (attempts, strays) = (FaultyStore(town.attempts), FaultyStore(town.strays))
    _ = try await Portal(attempts: attempts, strays: strays).desk.enter(town.line("REFalice11"), in: town.agent)
    return attempts.calls.map { (.attempts, $0) } + strays.calls.map { (.strays, $0) }
  }

  @Test(arguments: ["NOBODYS", "REFalice21", "REFalice11"], ["REFalice11", "NOBODY2"])
  func `F46: of two servers that enter one line differently, whoever comes in between, one is refused`(
    there: String, here: String
  ) async throws {
    for (store, call) in try await Self.calls() {
      let town = FirstWordTests()
      let other = try await town.opened()
      let (attempts, strays) = (FaultyStore(town.attempts), FaultyStore(town.strays))
      let mine = town.line(here)
      let theirs = town.line(there, cents: there == "REFalice11" ? 1 : 1999)
      let second = Mutex<[PaymentRefusal?]>([])
      let enter: @Sendable () async throws -> Void = {
        let refusal = try await town.refusal { _ = try await other.desk.enter(theirs, in: town.agent) }
        second.withLock { $0.append(refusal) }
      }
      switch store {
      case .attempts: attempts.interrupt(call.operation, call: call.numberOfOperation, with: enter)
      case .strays: strays.interrupt(call.operation, call: call.numberOfOperation, with: enter)
      }
      let first = try await town.refusal {
        _ = try await Portal(attempts: attempts, strays: strays).desk.enter(mine, in: town.agent)
      }
      if second.withLock({ $0.isEmpty }) { try await enter() }
      try await other.courier.run(at: Town.noon)

      let place: Comment = "\(store) \(call)"
      let refusals = [first] + second.withLock { $0 }
      #expect(refusals.compactMap { $0 } == [.lineAlreadyEntered("L1")], place)
      #expect(try await other.ledger().paid == (first == nil ? mine : theirs).amount, place)
    }
  }

  @Test func `F46: a crash between the word and its attempt loses nothing and counts nothing twice`() async throws {
    for (store, call) in try await Self.calls() {
      for moment in FaultMoment.allCases {
        let town = FirstWordTests()
        let healthy = try await town.opened()
        let plan = FaultPlan.call(call.number, moment)
        let attempts = FaultyStore(town.attempts, plan: store == .attempts ? plan : .none)
        let strays = FaultyStore(town.strays, plan: store == .strays ? plan : .none)
        do {
          _ = try await Portal(attempts: attempts, strays: strays).desk.enter(town.line("REFalice11"), in: town.agent)
        } catch is InjectedFault {}
        let place: Comment = "\(store) \(call) \(moment)"
        let isWord = town.strays.load("L1") != nil
        // Nobody enters the line again: the courier alone tells its attempt.
        try await healthy.courier.run(at: Town.noon)
        #expect(try await healthy.ledger().paid.cents == (isWord ? 1999 : 0), place)
        let outcome = try await healthy.desk.enter(town.line("REFalice11"), in: town.agent)
        #expect(outcome == .attempt(Portal.attempt(), .paid), place)
        let run = try await healthy.courier.run(at: Town.noon)
        #expect(run.failures.isEmpty, place)
        let ledger = try await healthy.ledger()
        #expect(ledger.paid.cents == 1999 && ledger.settled.cents == 1999, place)
        #expect(healthy.post.notices("payment.receipt").count == 1, place)
      }
    }
  }

  @Test func `F46: an impossible amount is refused before there is a word, and the line can be corrected`() async throws
  {
    let portal = try await opened()
    for cents in [0, -1, .max] {
      #expect(
        try await refusal { _ = try await portal.desk.enter(line("REFalice11", cents: cents), in: agent) }
          == .impossibleAmount(Money(cents: cents)))
    }
    #expect(strays.load("L1") == nil)
    #expect(try await portal.desk.enter(line("REFalice11"), in: agent) == .attempt(Portal.attempt(), .paid))
  }

  @Test func `F46: a word is told to its attempt, holds no money of its own and is nobody's to resolve`() async throws {
    let portal = try await opened()
    _ = try await portal.desk.enter(line("REFalice11"), in: agent)
    let word = try #require(strays.load("L1")?.state)
    #expect(StrayPaymentMachine.name(of: word) == .told && word.attempt == Portal.attempt())
    #expect(word.books.postings.isEmpty && word.books.anomalies.isEmpty)
    #expect(Town.strays.facets(of: word).tags.isEmpty)
    #expect(throws: PaymentRefusal.anomaly(.unknown)) {
      try Town.strays.transition(from: word, on: .resolve(as: .credited), in: agent)
    }
  }

  @Test func `F46: a line that an attempt was told before there were words stays what the attempt was told`()
    async throws
  {
    let portal = try await opened()
    try await portal.desk.record(
      PaymentFact(
        from: .statement("L1"), regie: "ville", reference: Town.reference("REFalice11"),
        outcome: .paid(Money(cents: 1999), by: .statement, at: nil)),
      for: Portal.attempt(), in: agent)
    #expect(try await portal.desk.enter(line("REFalice11"), in: agent) == .attempt(Portal.attempt(), .paid))
    for other in [line("REFalice11", cents: 1), line("REFalice21"), line("NOBODYS")] {
      #expect(try await refusal { _ = try await portal.desk.enter(other, in: agent) } == .lineAlreadyEntered("L1"))
    }
    #expect(try await portal.ledger().paid.cents == 1999)
  }

  @Test func `F46: a word that its attempt was told otherwise is given up, and its money counted once`() async throws {
    let portal = try await opened()
    let order = StrayPaymentOrder.receive(line("REFalice11", cents: 1), naming: Drawn(Portal.attempt()))
    try await portal.desk.strays.send(order, to: "L1", in: agent)
    try await portal.desk.record(
      PaymentFact(
        from: .statement("L1"), regie: "ville", reference: Town.reference("REFalice11"),
        outcome: .paid(Money(cents: 1999), by: .statement, at: nil)),
      for: Portal.attempt(), in: agent)
    let run = try await portal.courier.run(at: Town.noon)
    #expect(run.failures.map(\.fate) == [.givenUp])
    #expect(try await portal.ledger().paid.cents == 1999)
  }
}
