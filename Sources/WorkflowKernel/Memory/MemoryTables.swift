import Foundation

/// What an ``InMemoryStore`` holds: the slots are the truth, the rest are indexes of them.
///
/// The indexes name records by the text of their identifier and by their place, so that they are the same type for
/// every machine: code that is generic over a type of another module costs several times as much.
struct MemoryTables<Machine: StateMachine>: Sendable {
  struct Slot: Sendable {
    let id: Machine.ID
    var state: Machine.State
    var facets: Facets
    var due: Date?
    var journal: [JournalEntry<Machine>]
    var revision: Revision { Revision(rawValue: journal.count) }
  }

  /// In the order of their first commit; none ever goes.
  private(set) var slots: [Slot] = []
  private var places: [String: Int] = [:]
  private var claims: [Claim: Int] = [:]
  private var keys: [RequestKey: MemoryLine] = [:]
  private var lists: [TagLabel: MemoryList] = [:]
  private(set) var due = MemoryDueIndex()
  var outbox = MemoryOutbox<Machine>()

  func record(_ id: Machine.ID) -> Record<Machine>? {
    guard let place = places[id.rawValue] else { return nil }
    let slot = slots[place]
    return Record(id: slot.id, state: slot.state, revision: slot.revision)
  }

  func journal(of id: Machine.ID) -> [JournalEntry<Machine>] {
    guard let place = places[id.rawValue] else { return [] }
    return slots[place].journal
  }

  func entry(for key: RequestKey) -> JournalEntry<Machine>? {
    guard let line = keys[key] else { return nil }
    return slots[line.place].journal[line.index]
  }

  func holder(of claim: Claim) -> Machine.ID? {
    guard let place = claims[claim] else { return nil }
    return slots[place].id
  }

  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) -> Page<Machine> {
    guard let (ids, next) = lists[label]?.page(after: cursor, limit: limit) else { return Page(records: [], next: nil) }
    return Page(records: ids.compactMap { record(Machine.ID($0)) }, next: next)
  }

  mutating func commit(_ commit: Commit<Machine>) -> CommitOutcome<Machine> {
    if let key = commit.entry.key, let entry = entry(for: key) { return .duplicate(entry) }
    let place = places[commit.entry.id.rawValue]
    var current: Revision?
    if let place { current = slots[place].revision }
    guard commit.expected == current, commit.entry.revision == current?.next ?? .first else {
      return .conflict(current: current)
    }
    for claim in commit.facets.claims {
      if let holder = claims[claim], holder != place { return .claimed(claim, by: slots[holder].id) }
    }
    store(commit, at: place)
    return .committed
  }

  private mutating func store(_ commit: Commit<Machine>, at known: Int?) {
    let id = commit.entry.id
    let place = known ?? slots.count
    if known == nil {
      places[id.rawValue] = place
      slots.append(Slot(id: id, state: commit.state, facets: Facets(), due: nil, journal: []))
    }
    reindex(place, from: slots[place].facets, to: commit.facets)
    due.move(id.rawValue, from: slots[place].due, to: commit.due)
    if let key = commit.entry.key { keys[key] = MemoryLine(place: place, index: slots[place].journal.count) }
    for index in commit.effects.indices {
      outbox.append(
        PendingEffect(
          key: EffectKey(id: id, revision: commit.entry.revision, index: index), effect: commit.effects[index],
          recorded: commit.entry.instant, attempts: 0, nextTry: commit.entry.instant))
    }
    // In place: a copy of the slot would make its journal copy itself when the line is added.
    slots[place].state = commit.state
    slots[place].facets = commit.facets
    slots[place].due = commit.due
    slots[place].journal.append(commit.entry)
  }

  private mutating func reindex(_ place: Int, from old: Facets, to new: Facets) {
    if old.claims != new.claims {
      for claim in old.claims { claims[claim] = nil }
      for claim in new.claims { claims[claim] = place }
    }
    if old.tags != new.tags {
      let id = slots[place].id.rawValue
      for tag in old.tags { lists[tag.label]?.remove(id, at: tag.instant) }
      for tag in new.tags { lists[tag.label, default: MemoryList()].insert(id, at: tag.instant) }
      for tag in old.tags where lists[tag.label]?.isEmpty == true { lists[tag.label] = nil }
    }
  }

  mutating func restore(_ slot: Slot) {
    let place = slots.count
    slots.append(slot)
    places[slot.id.rawValue] = place
    reindex(place, from: Facets(), to: slot.facets)
    due.move(slot.id.rawValue, from: nil, to: slot.due)
    for (index, entry) in slot.journal.enumerated() {
      if let key = entry.key { keys[key] = MemoryLine(place: place, index: index) }
    }
  }
}

/// A line of the journal: of which slot, and which of its lines, from 0.
struct MemoryLine: Sendable {
  let place: Int
  let index: Int
}
