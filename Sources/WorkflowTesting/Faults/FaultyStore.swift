public import Foundation
import Synchronization
public import WorkflowKernel

/// A store that breaks where a test wants it to, and lets others act in between.
///
/// To prove that a scenario survives a crash between any two steps, run it once without faults, count ``calls``, then
/// run it again once for each call and each ``FaultMoment``, look at the store behind, and go on without faults:
///
/// ```swift
/// let rehearsal = FaultyStore(InMemoryStore<Ticket>())
/// try await scenario(rehearsal)
/// for number in 1...rehearsal.calls.count {
///   for moment in FaultMoment.allCases {
///     let base = InMemoryStore<Ticket>()
///     try? await scenario(FaultyStore(base, plan: .call(number, moment)))
///     try await scenario(base)
///     // what must hold now
///   }
/// }
/// ```
public final class FaultyStore<Machine: StateMachine>: Store {
  /// What happens just before a call.
  public typealias Interruption = @Sendable () async throws -> Void

  private let base: any Store<Machine>
  private let plan: FaultPlan
  private let log = Mutex<Log>(Log())

  private struct Log {
    var calls: [StoreCall] = []
    var counts: [StoreOperation: Int] = [:]
    var interruptions: [Place: Interruption] = [:]
    var beforeEach: Interruption?
  }

  private struct Place: Hashable {
    let operation: StoreOperation
    let numberOfOperation: Int
  }

  /// Stands before a store.
  public init(_ base: some Store<Machine>, plan: FaultPlan = .none) {
    self.base = base
    self.plan = plan
  }

  /// The calls received so far, those that failed included.
  public var calls: [StoreCall] { log.withLock { $0.calls } }

  /// Does something just before one call of an operation, counted from 1: another server acts in between.
  ///
  /// What it throws, the call throws.
  public func interrupt(
    _ operation: StoreOperation, call number: Int = 1, with interruption: @escaping Interruption
  ) {
    let place = Place(operation: operation, numberOfOperation: number)
    log.withLock { $0.interruptions[place] = interruption }
  }

  /// Does something just before every call: two use cases take turns as a test decides.
  ///
  /// What it throws, the call throws.
  public func interruptEach(with interruption: @escaping Interruption) {
    log.withLock { $0.beforeEach = interruption }
  }

  private func perform<Answer: Sendable>(
    _ operation: StoreOperation, _ body: (any Store<Machine>) async throws -> Answer
  ) async throws -> Answer {
    let (call, interruptions) = log.withLock { log in
      let count = log.counts[operation, default: 0] + 1
      log.counts[operation] = count
      let call = StoreCall(operation: operation, number: log.calls.count + 1, numberOfOperation: count)
      log.calls.append(call)
      let place = Place(operation: operation, numberOfOperation: count)
      return (call, [log.beforeEach, log.interruptions[place]].compactMap { $0 })
    }
    for interruption in interruptions { try await interruption() }
    let moment = plan.fault(at: call)
    if moment == .beforeEffect { throw InjectedFault(call: call, moment: .beforeEffect) }
    let answer = try await body(base)
    if moment == .afterEffect { throw InjectedFault(call: call, moment: .afterEffect) }
    return answer
  }
}

extension FaultyStore {
  /// Passes on, or fails.
  public func load(_ id: Machine.ID) async throws -> Record<Machine>? {
    try await perform(.load) { try await $0.load(id) }
  }

  /// Passes on, or fails.
  public func commit(_ commit: Commit<Machine>) async throws -> CommitOutcome<Machine> {
    try await perform(.commit) { try await $0.commit(commit) }
  }

  /// Passes on, or fails.
  public func entry(for key: RequestKey) async throws -> JournalEntry<Machine>? {
    try await perform(.entry) { try await $0.entry(for: key) }
  }

  /// Passes on, or fails.
  public func holder(of claim: Claim) async throws -> Machine.ID? {
    try await perform(.holder) { try await $0.holder(of: claim) }
  }

  /// Passes on, or fails.
  public func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) async throws -> Page<Machine> {
    try await perform(.find) { try await $0.find(label, after: cursor, limit: limit) }
  }

  /// Passes on, or fails.
  public func due(at instant: Date, after cursor: PageCursor?, limit: Int) async throws -> DuePage<Machine.ID> {
    try await perform(.due) { try await $0.due(at: instant, after: cursor, limit: limit) }
  }

  /// Passes on, or fails.
  public func journal(of id: Machine.ID) async throws -> [JournalEntry<Machine>] {
    try await perform(.journal) { try await $0.journal(of: id) }
  }

  /// Passes on, or fails.
  public func pendingEffects(at instant: Date, limit: Int) async throws -> [PendingEffect<Machine>] {
    try await perform(.pendingEffects) { try await $0.pendingEffects(at: instant, limit: limit) }
  }

  /// Passes on, or fails.
  public func acknowledge(_ key: EffectKey<Machine.ID>) async throws {
    try await perform(.acknowledge) { try await $0.acknowledge(key) }
  }

  /// Passes on, or fails.
  public func postpone(_ key: EffectKey<Machine.ID>, until instant: Date) async throws {
    try await perform(.postpone) { try await $0.postpone(key, until: instant) }
  }
}
