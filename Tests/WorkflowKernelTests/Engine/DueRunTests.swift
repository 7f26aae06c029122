import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `A run of what is due` {
  private let store = InMemoryStore<Ticket>()
  private var engine: Engine<Ticket> { Engine(Ticket(), store: store) }

  private func open(_ titles: String...) async throws {
    for title in titles { _ = try await engine.send(.open(title), to: .init(title), in: .alice) }
  }

  @Test func `F31: acts as the system from the instant on, and not before`() async throws {
    try await open("a")
    #expect(try await engine.run(dueAt: .at(9.999)).answers.isEmpty)
    let run = try await engine.run(dueAt: .at(10))
    #expect(run.answers.map(\.entry.event) == [.remind])
    #expect(run.answers.map(\.entry.actor) == [.system])
    #expect(run.answers.map(\.entry.instant) == [.at(10)])
    #expect(run.failures.isEmpty)
  }

  @Test func `F31: changes nothing the second time`() async throws {
    try await open("a")
    _ = try await engine.run(dueAt: .at(10))
    let before = try store.snapshot()
    #expect(try await engine.run(dueAt: .at(10)).answers.isEmpty)
    #expect(try store.snapshot() == before)
  }

  @Test func `F31: settles a chain of deadlines that lies behind`() async throws {
    try await open("a")
    let run = try await engine.run(dueAt: .at(1_000))
    #expect(run.answers.map(\.entry.event) == [.remind, .remind, .remind, .close])
    #expect(Ticket.name(of: try #require(store.load("a")).state) == .closed)
    #expect(store.due(at: .distantFuture, after: nil, limit: 9).ids == [])
  }

  @Test(arguments: [0, 1, 2, 3, 100]) func `F31: goes on with the others when one fails`(pageSize: Int) async throws {
    try await open("a", "cursed", "z")
    let run = try await engine.run(dueAt: .at(10), pageSize: pageSize)
    #expect(run.answers.map(\.record.id) == ["a", "z"])
    #expect(run.failures.map(\.id) == ["cursed"])
    #expect(run.failures.first?.error as? Ticket.Refusal == .notPossible)
    #expect(store.due(at: .at(10), after: nil, limit: 9).ids == ["cursed"])
  }

  @Test func `F31: tells also what was accepted of a record that failed later`() async throws {
    try await open("cursed later")
    let run = try await engine.run(dueAt: .at(1_000))
    #expect(run.answers.map(\.entry.event) == [.remind, .remind])
    #expect(run.failures.map(\.id) == ["cursed later"])
  }

  @Test func `F31: leaves a record alone when somebody acted first`() async throws {
    try await open("a")
    let faulty = FaultyStore(store)
    let other = engine
    faulty.interrupt(.commit) { _ = try await other.send(.close, to: "a", in: .bob) }
    let run = try await Engine(Ticket(), store: faulty).run(dueAt: .at(10))
    #expect(run.answers.isEmpty)
    #expect(run.failures.isEmpty)
    #expect(store.journal(of: "a").map(\.actor) == [.agent("alice"), .agent("bob")])
  }

  @Test func `F31: looks again at what is due when somebody acted first`() async throws {
    try await open("a")
    let faulty = FaultyStore(store)
    let other = engine
    faulty.interrupt(.commit) { _ = try await other.send(.note("wait"), to: "a", in: .bob) }
    let run = try await Engine(Ticket(), store: faulty).run(dueAt: .at(10))
    #expect(run.answers.map(\.entry.event) == [.remind])
    #expect(run.answers.first?.state.facts.notes == ["wait"])
  }

  @Test func `F31: settles many records, page after page`() async throws {
    for index in 0..<25 { try await open("t-\(100 + index)") }
    let run = try await engine.run(dueAt: .at(10), pageSize: 4)
    #expect(run.answers.map(\.record.id) == (0..<25).map { .init("t-\(100 + $0)") })
  }

  @Test func `F31: leaves a record whose deadlines never end for the next run`() async throws {
    try await open("a")
    let run = try await Engine(Ticket(), store: store, attemptsMax: 2).run(dueAt: .at(1_000))
    #expect(run.answers.count == 2)
    #expect(run.failures.first?.error as? SendRefusal == .contended)
    #expect(try await engine.run(dueAt: .at(1_000)).answers.map(\.entry.event) == [.remind, .close])
  }

  @Test func `F31: settles as many deadlines as its bound allows`() async throws {
    try await open("a")
    let run = try await Engine(Ticket(), store: store, attemptsMax: 4).run(dueAt: .at(1_000))
    #expect(run.answers.count == 4)
    #expect(run.failures.isEmpty)
  }

  @Test func `throws when the list of due records cannot be read`() async throws {
    let engine = Engine(Ticket(), store: FaultyStore(store, plan: .every(.due, .beforeEffect)))
    await #expect(throws: InjectedFault.self) { try await engine.run(dueAt: .at(10)) }
  }

  @Test func `stops when it is cancelled, and blames no record`() async throws {
    try await open("a", "b")
    let faulty = FaultyStore(store)
    // The store works on the first record until the host stops, and the driver says so in its own words.
    faulty.interrupt(.load) {
      try? await Task.sleep(for: .seconds(600))
      throw DriverStopped()
    }
    let run = Task { try await Engine(Ticket(), store: faulty).run(dueAt: .at(10)) }
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
    #expect(faulty.calls.map(\.operation) == [.due, .load])
  }

  private struct DriverStopped: Error {}

  @Test func `goes on when a store cancels its own work after too long a wait`() async throws {
    try await open("a", "b")
    let faulty = FaultyStore(store)
    faulty.interrupt(.load) { throw CancellationError() }
    let run = try await Engine(Ticket(), store: faulty).run(dueAt: .at(10))
    #expect(run.failures.map(\.id) == ["a"])
    #expect(run.failures.first?.error is CancellationError)
    #expect(run.answers.map(\.record.id) == ["b"])
  }

  @Test(arguments: [1, 2, 3, 100]) func `F31: answers alike whatever the size of its pages`(pageSize: Int) async throws
  {
    try await open("a", "b", "cursed later")
    let run = try await Engine(Ticket(), store: store, attemptsMax: 3).run(dueAt: .at(1_000), pageSize: pageSize)
    #expect(run.answers.map(\.record.id) == ["a", "a", "a", "b", "b", "b", "cursed later", "cursed later"])
    #expect(run.failures.map(\.id) == ["a", "b", "cursed later"])
  }

  @Test func `ends with an error when the pages of a store do not`() async throws {
    try await open("cursed")
    let engine = Engine(Ticket(), store: StandingStore(base: store))
    await #expect(throws: BrokenStore.cursorStandsStill) { try await engine.run(dueAt: .at(10)) }
  }

  /// Twenty tickets with three reminders and a closing each, while the store fails at random; then one healthy run.
  @Test(arguments: 1...10) func `F31: acts once for each deadline, whatever breaks in between`(seed: Int) async throws {
    for index in 0..<20 { try await open("t-\(index)") }
    let faulty = FaultyStore(store, plan: .seeded(UInt64(seed), perMille: 100))
    for _ in 0..<3 { _ = try? await Engine(Ticket(), store: faulty).run(dueAt: .at(1_000), pageSize: 7) }
    _ = try await engine.run(dueAt: .at(1_000))
    for index in 0..<20 {
      #expect(
        store.journal(of: .init("t-\(index)")).map(\.event) == [.open, .remind, .remind, .remind, .close])
    }
  }
}
