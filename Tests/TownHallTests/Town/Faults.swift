import Synchronization
import WorkflowKernel
import WorkflowTesting

/// Breaks the ports of one server: every call of a store, of the mail, of the gateway counts, in one row.
final class Faults: Sendable {
  enum Plan {
    case none
    case call(Int, FaultMoment)
    case seeded(SeededGenerator, perMille: Int)
  }

  private struct State {
    var plan: Plan
    var calls = 0
    var injected = 0
  }

  private let state: Mutex<State>
  private let turn: (@Sendable () async -> Void)?

  /// - Parameters:
  ///   - plan: which calls break.
  ///   - turn: what every call waits for first.
  init(_ plan: Plan = .none, waitingFor turn: (@Sendable () async -> Void)? = nil) {
    state = Mutex(State(plan: plan))
    self.turn = turn
  }

  /// How many calls there have been.
  var calls: Int { state.withLock { $0.calls } }
  /// How many of them broke.
  var injected: Int { state.withLock { $0.injected } }

  func follow(_ plan: Plan) { state.withLock { $0.plan = plan } }

  /// Calls a port that is no store.
  func pass<Answer>(_ port: () async throws -> Answer) async throws -> Answer {
    await turn?()
    let moment = next()
    if moment == .beforeEffect { throw BrokenPort() }
    let answer = try await port()
    if moment == .afterEffect { throw BrokenPort() }
    return answer
  }

  /// A store behind the same faults.
  func before<Machine: StateMachine>(_ store: some Store<Machine>) -> FaultyStore<Machine> {
    let faulty = FaultyStore(store, plan: FaultPlan { [self] _ in next() })
    if let turn { faulty.interruptEach { await turn() } }
    return faulty
  }

  private func next() -> FaultMoment? {
    state.withLock { state in
      state.calls += 1
      let moment = state.plan.next(state.calls)
      if moment != nil { state.injected += 1 }
      return moment
    }
  }
}

extension Faults.Plan {
  fileprivate mutating func next(_ number: Int) -> FaultMoment? {
    switch self {
    case .none: return nil
    case .call(let broken, let moment): return number == broken ? moment : nil
    case .seeded(var random, let perMille):
      let isBroken = random.happens(perMille)
      let moment: FaultMoment = random.happens(500) ? .beforeEffect : .afterEffect
      self = .seeded(random, perMille: perMille)
      return isBroken ? moment : nil
    }
  }
}

/// What a port throws that is no store.
struct BrokenPort: Error {}

extension Error {
  /// Whether it was a test that broke something.
  var isInjected: Bool { self is BrokenPort || self is InjectedFault }
}
