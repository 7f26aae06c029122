public import Foundation
import Synchronization

/// A store in memory, for examples, tests and prototypes: keeps every promise of the contract but durability.
///
/// ``snapshot()`` and ``init(restoring:)`` save and restore everything it holds, through the same record format as any
/// adapter.
///
/// An order, an entry of a page and an effect that is delivered or postponed cost about the logarithm of the number of
/// records, a snapshot all of them; what is asked of the outbox at an earlier instant than before costs a look at every
/// effect that is ready. Instants that are not finite count as the distant past or future.
public final class InMemoryStore<Machine: StateMachine>: Store {
  private let tables: Mutex<MemoryTables<Machine>>

  /// Makes an empty store.
  public init() {
    tables = Mutex(MemoryTables())
  }

  /// Makes a store that holds what another held.
  ///
  /// - Throws: ``UnreadableRecord`` for the first record that cannot be read, or that no commits can have made together
  ///   with what stands before it; `DecodingError` when the snapshot itself cannot be read.
  public init(restoring snapshot: Data) throws {
    tables = Mutex(try MemoryTables(restoring: snapshot))
  }

  /// Everything the store holds, as JSON: states, journal, lists, claims, what is due, what waits in the outbox.
  ///
  /// - Throws: what a state's own `encode(to:)` throws.
  public func snapshot() throws -> Data {
    try tables.withLock { tables in try tables.snapshot() }
  }

  /// The record, as of its last commit.
  public func load(_ id: Machine.ID) -> Record<Machine>? {
    tables.withLock { $0.record(id) }
  }

  /// Stores a change whole or not at all.
  public func commit(_ commit: Commit<Machine>) -> CommitOutcome<Machine> {
    tables.withLock { $0.commit(commit) }
  }

  /// The line recorded under a request key.
  public func entry(for key: RequestKey) -> JournalEntry<Machine>? {
    tables.withLock { $0.entry(for: key) }
  }

  /// The record that holds a claim now.
  public func holder(of claim: Claim) -> Machine.ID? {
    tables.withLock { $0.holder(of: claim) }
  }

  /// The records of a list, the latest first.
  public func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) -> Page<Machine> {
    tables.withLock { $0.find(label, after: cursor, limit: limit) }
  }

  /// The records due at an instant, the earliest first.
  public func due(at instant: Date, after cursor: PageCursor?, limit: Int) -> DuePage<Machine.ID> {
    let page = tables.withLock { $0.due.page(at: instant.finite, after: cursor, limit: limit) }
    return DuePage(ids: page.ids.map { Machine.ID($0) }, next: page.next)
  }

  /// The lines of one record, the oldest first.
  public func journal(of id: Machine.ID) -> [JournalEntry<Machine>] {
    tables.withLock { $0.journal(of: id) }
  }

  /// The effects whose next try has come.
  public func pendingEffects(at instant: Date, limit: Int) -> [PendingEffect<Machine>] {
    tables.withLock { $0.outbox.pending(at: instant.finite, limit: limit) }
  }

  /// Removes an effect that was carried out.
  public func acknowledge(_ key: EffectKey<Machine.ID>) {
    tables.withLock { $0.outbox.remove(key) }
  }

  /// Counts a failed try and hides the effect until an instant.
  public func postpone(_ key: EffectKey<Machine.ID>, until instant: Date) {
    tables.withLock { $0.outbox.postpone(key, until: instant) }
  }
}
