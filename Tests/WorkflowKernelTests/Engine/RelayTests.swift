import Foundation
import Synchronization
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `A relay` {
  private struct Refused: Error {}

  private let store = InMemoryStore<Ticket>()
  private let received = Received()

  private final class Received: Sendable {
    private let list = Mutex<[EffectKey<Ticket.ID>]>([])
    var keys: [EffectKey<Ticket.ID>] { list.withLock { $0 } }
    func add(_ pending: PendingEffect<Ticket>) { list.withLock { $0.append(pending.key) } }
  }

  /// One effect of opening, two of the note.
  private func prepare() async throws -> [EffectKey<Ticket.ID>] {
    let engine = Engine(Ticket(), store: store)
    _ = try await engine.send(.open("t"), to: "t-1", in: .alice)
    _ = try await engine.send(.note("a"), to: "t-1", in: .alice)
    return [(1, 0), (2, 0), (2, 1)].map { EffectKey(id: "t-1", revision: Revision(rawValue: $0.0), index: $0.1) }
  }

  @Test func `delivers what waits, in order, once`() async throws {
    let keys = try await prepare()
    let first = try await Relay(store).drain(at: .at(0)) { received.add($0) }
    let second = try await Relay(store).drain(at: .at(0)) { received.add($0) }
    #expect(received.keys == keys)
    #expect(first.delivered == keys)
    #expect(first.postponed.isEmpty)
    #expect(second.delivered.isEmpty)
  }

  @Test func `tries no more than its limit`() async throws {
    let keys = try await prepare()
    #expect(try await Relay(store).drain(at: .at(0), limit: 2) { _ in }.delivered == Array(keys.prefix(2)))
    #expect(try await Relay(store).drain(at: .at(0), limit: 2) { _ in }.delivered == Array(keys.suffix(1)))
  }

  @Test func `puts a failing effect out of the way of the others, with its attempts and next try in sight`()
    async throws
  {
    let keys = try await prepare()
    let relay = Relay(store, backoff: Backoff(firstSeconds: 60, mostSeconds: 200))
    var instant = Date.at(0)
    for (attempts, wait) in [(1, 60.0), (2, 120), (3, 200), (4, 200)] {
      let delivery = try await relay.drain(at: instant) { pending in
        if pending.key == keys[0] { throw Refused() }
      }
      let postponed = try #require(delivery.postponed.first)
      #expect(delivery.delivered == (attempts == 1 ? Array(keys.dropFirst()) : []))
      #expect(postponed.key == keys[0])
      #expect(postponed.attempts == attempts)
      #expect(postponed.nextTry == instant + wait)
      #expect(postponed.error is Refused)
      #expect(store.pendingEffects(at: postponed.nextTry, limit: 9).first?.attempts == attempts)
      #expect(store.pendingEffects(at: postponed.nextTry - 0.001, limit: 9).isEmpty)
      instant = postponed.nextTry
    }
    #expect(try await relay.drain(at: instant) { _ in }.delivered == [keys[0]])
  }

  @Test func `delivers again what was delivered but not acknowledged, under the same key`() async throws {
    let keys = try await prepare()
    let crashing = Relay(FaultyStore(store, plan: .call(2, of: .acknowledge, .beforeEffect)))
    await #expect(throws: InjectedFault.self) { try await crashing.drain(at: .at(0)) { received.add($0) } }
    _ = try await Relay(store).drain(at: .at(0)) { received.add($0) }
    #expect(received.keys == [keys[0], keys[1], keys[1], keys[2]])
  }

  @Test func `delivers nothing again when only the answer to the acknowledgement was lost`() async throws {
    let keys = try await prepare()
    let crashing = Relay(FaultyStore(store, plan: .call(2, of: .acknowledge, .afterEffect)))
    await #expect(throws: InjectedFault.self) { try await crashing.drain(at: .at(0)) { received.add($0) } }
    _ = try await Relay(store).drain(at: .at(0)) { received.add($0) }
    #expect(received.keys == keys)
  }

  @Test func `loses no effect, whichever call fails`() async throws {
    for moment in FaultMoment.allCases {
      for call in 1...7 {
        let store = InMemoryStore<Ticket>()
        let engine = Engine(Ticket(), store: store)
        _ = try await engine.send(.open("t"), to: "t-1", in: .alice)
        _ = try await engine.send(.note("a"), to: "t-1", in: .alice)
        let received = Received()
        _ = try? await Relay(FaultyStore(store, plan: .call(call, moment))).drain(at: .at(0)) { received.add($0) }
        _ = try await Relay(store).drain(at: .at(0)) { received.add($0) }
        #expect(Set(received.keys).count == 3)
        #expect(received.keys.count <= 4)
        #expect(store.pendingEffects(at: .distantFuture, limit: 9).isEmpty)
      }
    }
  }

  @Test func `counts no failed try when it is cancelled`() async throws {
    let keys = try await prepare()
    let store = store
    let drain = Task {
      try await Relay(store).drain(at: .at(0)) { pending in
        guard pending.key == keys[1] else { return }
        try? await Task.sleep(for: .seconds(600))
        // Many clients have an error of their own for it.
        throw Refused()
      }
    }
    drain.cancel()
    await #expect(throws: CancellationError.self) { try await drain.value }
    let waiting = store.pendingEffects(at: .at(0), limit: 9)
    #expect(waiting.map(\.key) == Array(keys.dropFirst()))
    #expect(waiting.map(\.attempts) == [0, 0])
  }

  @Test func `postpones what a transport cancels itself after too long a wait`() async throws {
    let keys = try await prepare()
    let delivery = try await Relay(store).drain(at: .at(0)) { pending in
      guard pending.key == keys[0] else { return }
      let wait = Task { try await Task.sleep(for: .seconds(60)) }
      wait.cancel()
      try await wait.value
    }
    #expect(delivery.postponed.map(\.key) == [keys[0]])
    #expect(delivery.postponed.first?.error is CancellationError)
    #expect(delivery.delivered == Array(keys.dropFirst()))
  }

  @Test func `F52: gives up what nobody can deliver, keeps nothing of it and reports it apart`() async throws {
    let keys = try await prepare()
    store.postpone(keys[1], until: .at(0))
    let delivery = try await Relay(store).drain(at: .at(0)) { pending in
      if pending.key == keys[1] { throw Undeliverable("address.unknown") }
    }
    #expect(delivery.delivered == [keys[0], keys[2]])
    #expect(delivery.postponed.isEmpty)
    #expect(delivery.givenUp.map(\.key) == [keys[1]])
    #expect(delivery.givenUp.map(\.attempts) == [2])
    #expect(delivery.givenUp.map { "\($0.error)" } == ["address.unknown"])
    #expect(store.pendingEffects(at: .distantFuture, limit: 9).isEmpty)
  }
}
