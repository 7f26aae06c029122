import Foundation
import WorkflowKernel

/// A store whose pages of what is due end where they began.
struct StandingStore: StoreInFront {
  let base: InMemoryStore<Ticket>

  func due(at instant: Date, after cursor: PageCursor?, limit: Int) async throws -> DuePage<Ticket.ID> {
    DuePage(ids: base.due(at: instant, after: nil, limit: limit).ids, next: PageCursor(instant: .at(0), id: "a"))
  }
}

/// A store that takes every order for a repeat.
struct RepeatingStore: StoreInFront {
  let base: InMemoryStore<Ticket>
  let entry: JournalEntry<Ticket>

  func commit(_ commit: Commit<Ticket>) async throws -> CommitOutcome<Ticket> { .duplicate(entry) }
}

/// A store that passes on whatever it does not get wrong itself.
protocol StoreInFront: Store where Machine == Ticket {
  var base: InMemoryStore<Ticket> { get }
}

extension StoreInFront {
  func load(_ id: Ticket.ID) async throws -> Record<Ticket>? { base.load(id) }
  func commit(_ commit: Commit<Ticket>) async throws -> CommitOutcome<Ticket> { base.commit(commit) }
  func entry(for key: RequestKey) async throws -> JournalEntry<Ticket>? { base.entry(for: key) }
  func holder(of claim: Claim) async throws -> Ticket.ID? { base.holder(of: claim) }
  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) async throws -> Page<Ticket> {
    base.find(label, after: cursor, limit: limit)
  }
  func due(at instant: Date, after cursor: PageCursor?, limit: Int) async throws -> DuePage<Ticket.ID> {
    base.due(at: instant, after: cursor, limit: limit)
  }
  func journal(of id: Ticket.ID) async throws -> [JournalEntry<Ticket>] { base.journal(of: id) }
  func pendingEffects(at instant: Date, limit: Int) async throws -> [PendingEffect<Ticket>] {
    base.pendingEffects(at: instant, limit: limit)
  }
  func acknowledge(_ key: EffectKey<Ticket.ID>) async throws { base.acknowledge(key) }
  func postpone(_ key: EffectKey<Ticket.ID>, until instant: Date) async throws { base.postpone(key, until: instant) }
}
