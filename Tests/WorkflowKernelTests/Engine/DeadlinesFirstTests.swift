import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `A deadline that comes first` {
  private let store = InMemoryStore<Meter>()

  private func engine(_ trouble: Meter.Trouble? = nil, attemptsMax: Int = 16) -> Engine<Meter> {
    Engine(Meter(trouble: trouble), store: store, attemptsMax: attemptsMax)
  }

  private func citizen(_ seconds: Double) -> Context {
    Context(instant: .at(seconds), principal: .citizen("c-1"))
  }

  private func start(_ strikes: Double...) async throws {
    try await engine().send(.start(strikes: strikes.map { .at($0) }), to: "m", in: citizen(-1))
  }

  @Test func `F31: is met by the system at the instant of the order that finds it passed`() async throws {
    try await start(10)
    await #expect(throws: Meter.Refusal.over) { try await engine().send(.insert, to: "m", in: citizen(12)) }
    let line = try #require(store.journal(of: "m").last)
    #expect(line.event == .strike)
    #expect(line.actor == .system)
    #expect(line.instant == .at(12))
  }

  @Test func `F31: has passed at its very instant, and not before`() async throws {
    try await start(10)
    #expect(try await engine().send(.insert, to: "m", in: citizen(9.999)).state.coins == 1)
    await #expect(throws: Meter.Refusal.over) { try await engine().send(.insert, to: "m", in: citizen(10)) }
  }

  @Test func `F31: does not stand in the way of the system itself`() async throws {
    try await start(10)
    let system = Context(instant: .at(12), principal: .system)
    #expect(try await engine().send(.look, to: "m", in: system).state.struck == 0)
    #expect(try await engine().run(dueAt: .at(12)).answers.map(\.entry.event) == [.strike])
  }

  @Test func `holds nobody up when the machine refuses it`() async throws {
    try await start(10)
    #expect(try await engine(.refused).send(.insert, to: "m", in: citizen(12)).state.coins == 1)
    #expect(store.journal(of: "m").map(\.event) == [.start, .insert])
  }

  @Test(arguments: [Meter.Trouble.bellTaken, .bellTakenInItsOwnWords])
  func `holds nobody up when another record has what it needs`(trouble: Meter.Trouble) async throws {
    try await engine().send(.start(strikes: [.at(0)]), to: "other", in: citizen(-1))
    _ = try await engine(.bellTaken).run(dueAt: .at(0))
    #expect(store.holder(of: Claim("meter", "bell")) == "other")
    try await start(10)
    #expect(try await engine(trouble).send(.insert, to: "m", in: citizen(12)).state.coins == 1)
    #expect(try await engine(trouble).run(dueAt: .at(12)).failures.map(\.id) == ["m"])
  }

  @Test(arguments: [1, 2, 16]) func `takes none of the order's attempts, however many lie behind`(attemptsMax: Int)
    async throws
  {
    let strikes = (0..<20).map { Date.at(Double($0)) }
    try await engine().send(.start(strikes: strikes + [.at(100)]), to: "m", in: citizen(-1))
    let answer = try await engine(attemptsMax: attemptsMax).send(.insert, to: "m", in: citizen(50))
    #expect(answer.state.struck == 20)
    #expect(answer.state.coins == 1)
  }

  @Test func `stops after a thousand when they never end`() async throws {
    try await start(10)
    await #expect(throws: SendRefusal.contended) { try await engine(.endless).send(.insert, to: "m", in: citizen(12)) }
    #expect(store.load("m")?.state.struck == 1_001)
    #expect(store.load("m")?.state.coins == 0)
  }

  @Test(arguments: [1, 2]) func `is met once, although another server is faster`(attemptsMax: Int) async throws {
    try await start(10, 100)
    let faulty = FaultyStore(store)
    let (fast, later) = (engine(), citizen(12))
    faulty.interrupt(.commit) { _ = try await fast.send(.look, to: "m", in: later) }
    let slow = Engine(Meter(), store: faulty, attemptsMax: attemptsMax)
    let answer = try await slow.send(.insert, to: "m", in: citizen(12))
    #expect(answer.state == Meter.State(strikes: [.at(100)], struck: 1, looks: 1, coins: 1))
    // The strike that came too late, and the order itself.
    #expect(faulty.calls.count { $0.operation == .commit } == 2)
  }
}

@Suite struct `An event that is only recorded` {
  private let store = InMemoryStore<Meter>()

  @Test func `F26: makes nobody stale, where another does`() async throws {
    let engine = Engine(Meter(), store: store)
    try await engine.send(.start(strikes: [.at(10)]), to: "m", in: .alice)
    for _ in 1...2 { try await engine.send(.look, to: "m", in: .bob) }
    let answer = try await engine.send(.insert, to: "m", expecting: .first, in: .alice)
    #expect(answer.record.revision == Revision(rawValue: 4))
    await #expect(throws: SendRefusal.stale) {
      try await engine.send(.insert, to: "m", expecting: .first, in: .alice)
    }
    await #expect(throws: SendRefusal.stale) {
      try await engine.send(.insert, to: "m", expecting: Revision(rawValue: 3), in: .alice)
    }
  }
}
