import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `The engine` {
  private let store = InMemoryStore<Ticket>()
  private var engine: Engine<Ticket> { Engine(Ticket(), store: store) }

  @Test func `F26: stores what the machine decided`() async throws {
    let answer = try await engine.send(.open("t"), to: "t-1", in: .alice)
    #expect(!answer.isRepeat)
    #expect(answer.record == store.load("t-1"))
    #expect(answer.state.facts.title.value == "t")
    #expect(answer.record.revision == .first)
    #expect(store.pendingEffects(at: .at(0), limit: 9).map(\.effect) == [.tell("opened")])
    #expect(store.holder(of: Claim("title", "t")) == "t-1")
    #expect(store.due(at: .at(Ticket.patience), after: nil, limit: 9).ids == ["t-1"])
  }

  @Test func `F26: changes nothing at all when the machine refuses`() async throws {
    _ = try await engine.send(.open("t"), to: "t-1", in: .alice)
    let before = try store.snapshot()
    await #expect(throws: Ticket.Refusal.notPossible) { try await engine.send(.open("t"), to: "t-1", in: .alice) }
    await #expect(throws: Ticket.Refusal.notPossible) { try await engine.send(.close, to: "t-2", in: .alice) }
    #expect(try store.snapshot() == before)
  }

  @Test func `F30: journals each accepted order once: who, when, what, from, to, reason`() async throws {
    let key = try RequestKey("k-1")
    let later = Context(instant: .at(5), principal: .citizen("c-1"))
    _ = try await engine.send(.open("t"), to: "t-1", in: .alice)
    let answer = try await engine.send(.close, to: "t-1", key: key, in: later)
    let lines = store.journal(of: "t-1")
    #expect(
      lines == [
        JournalEntry(
          id: "t-1", revision: .first, instant: .at(0), actor: .agent("alice"), event: .open, from: nil, to: .open),
        JournalEntry(
          id: "t-1", revision: Revision(rawValue: 2), instant: .at(5), actor: .citizen("c-1"), event: .close,
          from: .open, to: .closed, reason: "done", key: key,
          fingerprint: try Fingerprint(of: Ticket.Event.close, under: key)),
      ])
    #expect(answer.entry == lines.last)
  }

  @Test func `F15: keeps the content of orders out of the journal`() async throws {
    _ = try await engine.send(.open("Amélie", salt: "s3cr3t"), to: "t-1", key: RequestKey("k-1"), in: .alice)
    _ = try await engine.send(.note("Lire"), to: "t-1", key: RequestKey("k-2"), in: .alice)
    let journal = String(decoding: try JSONEncoder().encode(store.journal(of: "t-1")), as: UTF8.self)
    for secret in ["Am", "Lire", "s3cr3t"] { #expect(!journal.contains(secret)) }
  }

  @Test func `decides again on the new state when another server was faster`() async throws {
    let faulty = FaultyStore(store)
    let slow = Engine(Ticket(), store: faulty)
    let fast = engine
    _ = try await fast.send(.open("t"), to: "t-1", in: .alice)
    faulty.interrupt(.commit) { _ = try await fast.send(.note("fast"), to: "t-1", in: .bob) }
    let answer = try await slow.send(.note("slow"), to: "t-1", in: .alice)
    #expect(answer.state.facts.notes == ["fast", "slow"])
    #expect(answer.record.revision == Revision(rawValue: 3))
  }

  @Test func `lets the machine refuse on the new state`() async throws {
    let faulty = FaultyStore(store)
    let slow = Engine(Ticket(), store: faulty)
    let fast = engine
    _ = try await fast.send(.open("t"), to: "t-1", in: .alice)
    faulty.interrupt(.commit) { _ = try await fast.send(.close, to: "t-1", in: .bob) }
    await #expect(throws: Ticket.Refusal.notPossible) { try await slow.send(.note("slow"), to: "t-1", in: .alice) }
    #expect(store.journal(of: "t-1").count == 2)
  }

  @Test(arguments: [1, 2, 5]) func `gives up after its bound on a record that never holds still`(attemptsMax: Int)
    async throws
  {
    let faulty = FaultyStore(store)
    let slow = Engine(Ticket(), store: faulty, attemptsMax: attemptsMax)
    let fast = engine
    _ = try await fast.send(.open("t"), to: "t-1", in: .alice)
    for call in 1...attemptsMax {
      faulty.interrupt(.commit, call: call) { _ = try await fast.send(.note("fast"), to: "t-1", in: .bob) }
    }
    await #expect(throws: SendRefusal.contended) { try await slow.send(.note("slow"), to: "t-1", in: .alice) }
    #expect(faulty.calls.count { $0.operation == .commit } == attemptsMax)
    #expect(store.load("t-1")?.state.facts.notes == Array(repeating: "fast", count: attemptsMax))
  }

  @Test(arguments: [1, 0, -1]) func `decides at least once`(attemptsMax: Int) async throws {
    let single = Engine(Ticket(), store: store, attemptsMax: attemptsMax)
    #expect(try await single.send(.open("t"), to: "t-1", in: .alice).record.revision == .first)
  }

  @Test func `F26: refuses as stale what a person asked for looking at an earlier revision`() async throws {
    _ = try await engine.send(.open("t"), to: "t-1", in: .alice)
    _ = try await engine.send(.note("a"), to: "t-1", expecting: .first, in: .alice)
    await #expect(throws: SendRefusal.stale) {
      try await engine.send(.note("b"), to: "t-1", expecting: .first, in: .bob)
    }
    await #expect(throws: SendRefusal.stale) {
      try await engine.send(.note("b"), to: "t-1", expecting: Revision(rawValue: 3), in: .bob)
    }
    await #expect(throws: SendRefusal.stale) {
      try await engine.send(.open("u"), to: "t-2", expecting: .first, in: .bob)
    }
    #expect(store.load("t-1")?.state.facts.notes == ["a"])
  }

  @Test func `refuses a claim that another record holds, naming the holder`() async throws {
    _ = try await engine.send(.open("t"), to: "t-1", in: .alice)
    await #expect(throws: SendRefusal.claimed(Claim("title", "t"), by: "t-1")) {
      try await engine.send(.open("t"), to: "t-2", in: .bob)
    }
    _ = try await engine.send(.close, to: "t-1", in: .alice)
    #expect(try await engine.send(.open("t"), to: "t-2", in: .bob).record.id == "t-2")
  }

  @Test func `refuses a claim in the machine's own words where it has some`() async throws {
    let engine = Engine(Ticket(namesTakenTitles: true), store: store)
    _ = try await engine.send(.open("t"), to: "t-1", in: .alice)
    await #expect(throws: Ticket.Refusal.titleTaken) { try await engine.send(.open("t"), to: "t-2", in: .bob) }
  }

  @Test(arguments: [StoreOperation.load, .commit, .entry]) func `passes on that the store is broken`(
    operation: StoreOperation
  ) async throws {
    let engine = Engine(Ticket(), store: FaultyStore(store, plan: .every(operation, .beforeEffect)))
    // Refused, so that the key is looked for.
    let event = operation == .entry ? Ticket.Event.close : .open("t")
    await #expect(throws: InjectedFault.self) {
      try await engine.send(event, to: "t-1", key: RequestKey("k-1"), in: .alice)
    }
  }

  @Test func `says that the store is broken when it takes an order without a key for a repeat`() async throws {
    let line = try await engine.send(.open("t"), to: "t-1", in: .alice).entry
    let engine = Engine(Ticket(), store: RepeatingStore(base: store, entry: line))
    await #expect(throws: BrokenStore.duplicateWithoutKey) { try await engine.send(.note("a"), to: "t-1", in: .alice) }
    #expect("\(BrokenStore.duplicateWithoutKey)" == "the store is broken: duplicateWithoutKey")
  }

  @Test func `F26: of two agents who decide at once, one decides and the other is told`() async throws {
    for round in 0..<50 {
      let id = Ticket.ID("t-\(round)")
      let engine = engine
      _ = try await engine.send(.open("t-\(round)"), to: id, in: .alice)
      let outcomes = await withTaskGroup(of: Result<Actor, any Error>.self) { group in
        for context in [Context.alice, .bob] {
          group.addTask {
            do {
              let answer = try await engine.send(.close, to: id, expecting: .first, in: context)
              return .success(answer.entry.actor)
            } catch { return .failure(error) }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let decided = outcomes.compactMap { try? $0.get() }
      let refused = outcomes.compactMap { outcome -> SendRefusal? in
        guard case .failure(let error) = outcome else { return nil }
        return error as? SendRefusal
      }
      #expect(decided.count == 1)
      #expect(refused == [.stale])
      #expect(store.journal(of: id).last?.actor == decided.first)
    }
  }
}
