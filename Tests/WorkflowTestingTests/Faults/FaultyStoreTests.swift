import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `A faulty store` {
  private let base = InMemoryStore<SampleNotebook>()
  private let context = Context(instant: Date(timeIntervalSince1970: 0), principal: .system)

  @Test func `passes everything on when nothing is planned`() async {
    let conformance = StoreConformance { FaultyStore(InMemoryStore<SampleNotebook>()) }
    let failures = await conformance.failures()
    #expect(failures == [])
  }

  @Test func `fails before the effect of a call`() async throws {
    let engine = Engine(SampleNotebook(), store: FaultyStore(base, plan: .call(1, of: .commit, .beforeEffect)))
    let fault = await #expect(throws: InjectedFault.self) {
      try await engine.send(.write("a"), to: "n-1", in: context)
    }
    #expect(fault?.description == "commit failed (call 2, beforeEffect)")
    #expect(base.load("n-1") == nil)
    _ = try await engine.send(.write("a"), to: "n-1", in: context)
    #expect(base.load("n-1")?.state.lines == ["a"])
  }

  @Test func `fails after the effect of a call`() async throws {
    let engine = Engine(SampleNotebook(), store: FaultyStore(base, plan: .call(1, of: .commit, .afterEffect)))
    await #expect(throws: InjectedFault.self) { try await engine.send(.write("a"), to: "n-1", in: context) }
    #expect(base.load("n-1")?.state.lines == ["a"])
  }

  @Test func `lets another server act just before a call`() async throws {
    let store = FaultyStore(base)
    let (here, there) = (Engine(SampleNotebook(), store: store), Engine(SampleNotebook(), store: base))
    store.interrupt(.commit) { _ = try await there.send(.write("there"), to: "n-1", in: context) }
    _ = try await here.send(.write("here"), to: "n-1", in: context)
    #expect(base.load("n-1")?.state.lines == ["there", "here"])
    #expect(store.calls.map(\.operation) == [.load, .commit, .load, .commit])
  }

  @Test func `numbers its calls, those that fail included`() async throws {
    let store = FaultyStore(base, plan: .every(.load, .beforeEffect))
    for _ in 1...2 { _ = try? await store.load("n-1") }
    _ = try await store.journal(of: "n-1")
    #expect(store.calls.map(\.number) == [1, 2, 3])
    #expect(store.calls.map(\.numberOfOperation) == [1, 2, 1])
  }

  @Test func `fails at the same calls for the same seed`() async {
    func faults(seed: UInt64) async -> [Bool] {
      let store = FaultyStore(InMemoryStore<SampleNotebook>(), plan: .seeded(seed, perMille: 300))
      var faults: [Bool] = []
      for _ in 0..<200 { faults.append((try? await store.journal(of: "n-1")) == nil) }
      return faults
    }
    let first = await faults(seed: 1)
    #expect(await faults(seed: 1) == first)
    #expect(await faults(seed: 2) != first)
    #expect((40...80).contains(first.count { $0 }))
  }

  /// The recipe of the documentation: a crash between any two steps, then the same client again.
  @Test(arguments: FaultMoment.allCases)
  func `F30: shows that an order under a request key survives a crash at any call`(moment: FaultMoment) async throws {
    let key = try RequestKey("k-1")
    let context = context
    func scenario(_ store: some Store<SampleNotebook>) async throws {
      let answer = try await Engine(SampleNotebook(), store: store).send(.write("a"), to: "n-1", key: key, in: context)
      #expect(answer.entry.revision == .first)
      _ = try await Relay(store).drain(at: context.instant) { _ in }
    }
    let rehearsal = FaultyStore(InMemoryStore<SampleNotebook>())
    try await scenario(rehearsal)
    for number in 1...rehearsal.calls.count {
      let base = InMemoryStore<SampleNotebook>()
      await #expect(throws: InjectedFault.self) { try await scenario(FaultyStore(base, plan: .call(number, moment))) }
      try await scenario(base)
      #expect(base.journal(of: "n-1").count == 1)
      #expect(base.pendingEffects(at: context.instant, limit: 9).isEmpty)
    }
  }

  @Test func `fails about as often after the effect as before it`() async throws {
    let store = FaultyStore(base, plan: .seeded(1, perMille: 300))
    var moments: [FaultMoment] = []
    for _ in 0..<1_000 {
      do {
        _ = try await store.journal(of: "n-1")
      } catch let fault as InjectedFault {
        moments.append(fault.moment)
      }
    }
    for moment in FaultMoment.allCases { #expect((100...200).contains(moments.count { $0 == moment })) }
  }
}
