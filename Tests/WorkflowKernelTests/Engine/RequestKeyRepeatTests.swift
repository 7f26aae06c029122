import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `An order under a request key` {
  private let store = InMemoryStore<Ticket>()
  private let key: RequestKey
  private var engine: Engine<Ticket> { Engine(Ticket(), store: store) }

  init() async throws {
    key = try RequestKey("k-1")
    _ = try await engine.send(.open("t"), to: "t-1", in: .alice)
  }

  @Test func `F30: changes nothing the second time and is answered as the first time`() async throws {
    let first = try await engine.send(.note("a"), to: "t-1", key: key, in: .alice)
    let before = try store.snapshot()
    let later = Context(instant: .at(500), principal: Context.alice.principal)
    let second = try await engine.send(.note("a"), to: "t-1", key: key, in: later)
    #expect(!first.isRepeat)
    #expect(second.isRepeat)
    #expect(second.entry == first.entry)
    #expect(try store.snapshot() == before)
  }

  @Test func `F30: is recognized in a state where it is no longer possible`() async throws {
    let first = try await engine.send(.close, to: "t-1", key: key, in: .alice)
    let second = try await engine.send(.close, to: "t-1", key: key, in: .alice)
    #expect(second.isRepeat)
    #expect(second.entry == first.entry)
    await #expect(throws: Ticket.Refusal.notPossible) {
      try await engine.send(.close, to: "t-1", key: RequestKey("k-2"), in: .alice)
    }
  }

  @Test func `F30: answers with the record as it is now`() async throws {
    _ = try await engine.send(.note("a"), to: "t-1", key: key, in: .alice)
    _ = try await engine.send(.note("b"), to: "t-1", in: .bob)
    let again = try await engine.send(.note("a"), to: "t-1", key: key, in: .alice)
    #expect(again.state.facts.notes == ["a", "b"])
    #expect(again.entry.revision == Revision(rawValue: 2))
    #expect(again.record.revision == Revision(rawValue: 3))
  }

  @Test func `F30: is recognized although the person looks at an earlier revision`() async throws {
    _ = try await engine.send(.note("a"), to: "t-1", key: key, expecting: .first, in: .alice)
    let again = try await engine.send(.note("a"), to: "t-1", key: key, expecting: .first, in: .alice)
    #expect(again.isRepeat)
  }

  @Test func `F30: is an error with another order, and changes nothing`() async throws {
    _ = try await engine.send(.note("a"), to: "t-1", key: key, in: .alice)
    let before = try store.snapshot()
    for event in [Ticket.Event.note("b"), .close, .open("t")] {
      await #expect(throws: SendRefusal.keyReused) {
        try await engine.send(event, to: "t-1", key: key, in: .alice)
      }
    }
    #expect(try store.snapshot() == before)
  }

  @Test func `F30: is an error from somebody else, and tells them nothing`() async throws {
    _ = try await engine.send(.note("a"), to: "t-1", key: key, in: .alice)
    await #expect(throws: SendRefusal.keyReused) { try await engine.send(.note("a"), to: "t-1", key: key, in: .bob) }
  }

  @Test func `F30: is an error for another record`() async throws {
    _ = try await engine.send(.open("u"), to: "t-2", in: .alice)
    _ = try await engine.send(.note("a"), to: "t-1", key: key, in: .alice)
    for id: Ticket.ID in ["t-2", "never"] {
      await #expect(throws: SendRefusal.keyReused) { try await engine.send(.note("a"), to: id, key: key, in: .alice) }
    }
    #expect(store.load("t-2")?.state.facts.notes == [])
  }

  @Test func `F30: makes one record although each server draws another identifier`() async throws {
    let first = try await engine.send(.open("u", salt: "1"), to: "t-2", key: key, in: .alice)
    let second = try await engine.send(.open("u", salt: "2"), to: "t-3", key: key, in: .alice)
    #expect(second.isRepeat)
    #expect(second.record == first.record)
    #expect(store.load("t-3") == nil)
  }

  @Test func `F30: that made a record is an error for a record that exists already`() async throws {
    let store = InMemoryStore<SampleNotebook>()
    let engine = Engine(SampleNotebook(), store: store)
    _ = try await engine.send(.write("a"), to: "n-2", in: .alice)
    _ = try await engine.send(.write("b"), to: "n-1", key: key, in: .alice)
    await #expect(throws: SendRefusal.keyReused) {
      try await engine.send(.write("b"), to: "n-2", key: key, in: .alice)
    }
  }

  @Test func `F30: is recognized when the answer to its commit was lost`() async throws {
    let broken = Engine(Ticket(), store: FaultyStore(store, plan: .call(1, of: .commit, .afterEffect)))
    await #expect(throws: InjectedFault.self) { try await broken.send(.note("a"), to: "t-1", key: key, in: .alice) }
    let again = try await engine.send(.note("a"), to: "t-1", key: key, in: .alice)
    #expect(again.isRepeat)
    #expect(store.load("t-1")?.state.facts.notes == ["a"])
  }

  @Test func `F30: that was refused may be given again under the same key`() async throws {
    await #expect(throws: Ticket.Refusal.notPossible) {
      try await engine.send(.note("a"), to: "t-2", key: key, in: .alice)
    }
    _ = try await engine.send(.open("u"), to: "t-2", in: .alice)
    #expect(try await !engine.send(.note("a"), to: "t-2", key: key, in: .alice).isRepeat)
  }

  @Test func `F30: sent fifty times at once records one entry`() async throws {
    let (engine, key) = (engine, key)
    let answers = try await withThrowingTaskGroup(of: Answer<Ticket>.self) { group in
      for _ in 0..<50 { group.addTask { try await engine.send(.note("a"), to: "t-1", key: key, in: .alice) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count { !$0.isRepeat } == 1)
    #expect(Set(answers.map(\.entry)).count == 1)
    #expect(store.journal(of: "t-1").count == 2)
    #expect(store.load("t-1")?.state.facts.notes == ["a"])
    #expect(store.pendingEffects(at: .at(0), limit: 99).count == 3)
  }

  @Test func `F30: sent fifty times at once makes one record`() async throws {
    let (engine, key) = (engine, key)
    let ids = try await withThrowingTaskGroup(of: Ticket.ID.self) { group in
      for server in 0..<50 {
        group.addTask {
          let event = Ticket.Event.open("u", salt: "\(server)")
          return try await engine.send(event, to: .init("u-\(server)"), key: key, in: .alice).record.id
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(ids.count == 1)
  }
}
