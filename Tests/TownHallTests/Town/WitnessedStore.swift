import Foundation
import Synchronization
import WorkflowKernel

/// A store that writes down every commit it has accepted, beside and independently of what it stores.
final class WitnessedStore<Machine: StateMachine>: Store {
  let base = InMemoryStore<Machine>()
  private let register = Mutex(Register())

  private struct Register {
    var accepted: [Commit<Machine>] = []
    var states: [Machine.ID: Machine.State] = [:]
  }

  /// Every accepted commit, the first one first.
  var accepted: [Commit<Machine>] { register.withLock { $0.accepted } }
  /// How many orders of people were accepted; the system's own go on whatever becomes of theirs.
  var count: Int { register.withLock { $0.accepted.count { $0.entry.actor != .system } } }
  /// The latest state of every record.
  var states: [Machine.ID: Machine.State] { register.withLock { $0.states } }

  func commit(_ commit: Commit<Machine>) -> CommitOutcome<Machine> {
    // One lock around both, so that the order of the list is the order of the store.
    register.withLock { register in
      let outcome = base.commit(commit)
      if outcome == .committed {
        register.accepted.append(commit)
        register.states[commit.entry.id] = commit.state
      }
      return outcome
    }
  }

  func load(_ id: Machine.ID) -> Record<Machine>? { base.load(id) }
  func entry(for key: RequestKey) -> JournalEntry<Machine>? { base.entry(for: key) }
  func holder(of claim: Claim) -> Machine.ID? { base.holder(of: claim) }
  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) -> Page<Machine> {
    base.find(label, after: cursor, limit: limit)
  }
  func due(at instant: Date, after cursor: PageCursor?, limit: Int) -> DuePage<Machine.ID> {
    base.due(at: instant, after: cursor, limit: limit)
  }
  func journal(of id: Machine.ID) -> [JournalEntry<Machine>] { base.journal(of: id) }
  func pendingEffects(at instant: Date, limit: Int) -> [PendingEffect<Machine>] {
    base.pendingEffects(at: instant, limit: limit)
  }
  func acknowledge(_ key: EffectKey<Machine.ID>) { base.acknowledge(key) }
  func postpone(_ key: EffectKey<Machine.ID>, until instant: Date) { base.postpone(key, until: instant) }
}
