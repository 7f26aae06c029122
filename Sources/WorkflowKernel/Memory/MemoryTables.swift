import Foundation

/// What an ``InMemoryStore`` holds: the slots are the truth, the rest are indexes of them.
struct MemoryTables<Machine: StateMachine>: Sendable {
  struct Slot: Sendable {
    var state: Machine.State
    var facets: Facets
    var due: Date?
    var journal: [JournalEntry<Machine>]
    var revision: Revision { Revision(rawValue: journal.count) }
  }

  private(set) var slots: [Machine.ID: Slot] = [:]
  private(set) var claims: [Claim: Machine.ID] = [:]
  private var keys: [RequestKey: EffectKey<Machine.ID>] = [:]
  private var lists: [TagLabel: MemoryList<Machine.ID>] = [:]
  var due = MemoryDueIndex<Machine.ID>()
  var outbox = MemoryOutbox<Machine>()

  func record(_ id: Machine.ID) -> Record<Machine>? {
    slots[id].map { Record(id: id, state: $0.state, revision: $0.revision) }
  }

  func entry(for key: RequestKey) -> JournalEntry<Machine>? {
    keys[key].flatMap { slots[$0.id]?.journal[$0.revision.rawValue - 1] }
  }

  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) -> Page<Machine> {
    guard let (ids, next) = lists[label]?.page(after: cursor, limit: limit) else { return Page(records: [], next: nil) }
    return Page(records: ids.compactMap(record), next: next)
  }

  mutating func commit(_ commit: Commit<Machine>) -> CommitOutcome<Machine> {
    let id = commit.entry.id
    if let key = commit.entry.key, let entry = entry(for: key) { return .duplicate(entry) }
    let current = slots[id]?.revision
    guard commit.expected == current, commit.entry.revision == current?.next ?? .first else {
      return .conflict(current: current)
    }
    for claim in commit.facets.claims {
      if let holder = claims[claim], holder != id { return .claimed(claim, by: holder) }
    }
    store(commit, of: id)
    return .committed
  }

  private mutating func store(_ commit: Commit<Machine>, of id: Machine.ID) {
    // Not the whole slot: while somebody holds it, adding a line would copy the journal.
    reindex(id, from: slots[id]?.facets ?? Facets(), to: commit.facets)
    due.move(id, from: slots[id]?.due, to: commit.due)
    if let key = commit.entry.key {
      keys[key] = EffectKey(id: id, revision: commit.entry.revision, index: 0)
    }
    for (index, effect) in commit.effects.enumerated() {
      let key = EffectKey(id: id, revision: commit.entry.revision, index: index)
      outbox.append(
        PendingEffect(
          key: key, effect: effect, recorded: commit.entry.instant, attempts: 0, nextTry: commit.entry.instant))
    }
    slots[id, default: Slot(state: commit.state, facets: commit.facets, due: commit.due, journal: [])]
      .replace(with: commit)
  }

  mutating func reindex(_ id: Machine.ID, from old: Facets, to new: Facets) {
    if old.claims != new.claims {
      for claim in old.claims { claims[claim] = nil }
      for claim in new.claims { claims[claim] = id }
    }
    if old.tags != new.tags {
      for tag in old.tags { lists[tag.label]?.remove(id, at: tag.instant) }
      for tag in new.tags { lists[tag.label, default: MemoryList()].insert(id, at: tag.instant) }
      for tag in old.tags where lists[tag.label]?.isEmpty == true { lists[tag.label] = nil }
    }
  }

  mutating func restore(_ slot: Slot, as id: Machine.ID) {
    reindex(id, from: Facets(), to: slot.facets)
    due.move(id, from: nil, to: slot.due)
    for entry in slot.journal {
      if let key = entry.key { keys[key] = EffectKey(id: id, revision: entry.revision, index: 0) }
    }
    slots[id] = slot
  }
}

extension MemoryTables.Slot {
  fileprivate mutating func replace(with commit: Commit<Machine>) {
    state = commit.state
    facets = commit.facets
    due = commit.due
    journal.append(commit.entry)
  }
}
