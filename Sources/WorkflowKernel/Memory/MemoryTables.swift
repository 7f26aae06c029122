import Foundation

/// What an ``InMemoryStore`` holds: the columns are the truth, the rest are indexes of them.
///
/// A record has one place in every column, so that looking at one thing of it copies no other. The indexes name records
/// by the text of their identifier and by their place, so that they are the same type for every machine: code that is
/// generic over a type of another module costs several times as much.
struct MemoryTables<Machine: StateMachine>: Sendable {
  /// In the order of their first commit; none ever goes.
  private(set) var records: [Record<Machine>] = []
  private(set) var journals: [[JournalEntry<Machine>]] = []
  private(set) var indexed: [MemoryIndexed] = []
  private var places: [String: Int] = [:]
  private var claims: [Claim: Int] = [:]
  private var keys: [RequestKey: MemoryLine] = [:]
  private var lists: [TagLabel: MemoryList] = [:]
  private(set) var due = MemoryDueIndex()
  var outbox = MemoryOutbox<Machine>()

  func record(_ id: Machine.ID) -> Record<Machine>? {
    guard let place = places[id.rawValue] else { return nil }
    return records[place]
  }

  func journal(of id: Machine.ID) -> [JournalEntry<Machine>] {
    guard let place = places[id.rawValue] else { return [] }
    return journals[place]
  }

  func entry(for key: RequestKey) -> JournalEntry<Machine>? {
    guard let line = keys[key] else { return nil }
    return journals[line.place][line.index]
  }

  func holder(of claim: Claim) -> Machine.ID? {
    guard let place = claims[claim] else { return nil }
    return records[place].id
  }

  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) -> Page<Machine> {
    guard let (ids, next) = lists[label]?.page(after: cursor, limit: limit) else { return Page(records: [], next: nil) }
    return Page(records: ids.compactMap { record(Machine.ID($0)) }, next: next)
  }

  mutating func commit(_ commit: Commit<Machine>) -> CommitOutcome<Machine> {
    if let key = commit.entry.key, let entry = entry(for: key) { return .duplicate(entry) }
    let place = places[commit.entry.id.rawValue]
    let current = place.map { Revision(rawValue: journals[$0].count) }
    guard commit.expected == current, commit.entry.revision == current?.next ?? .first else {
      return .conflict(current: current)
    }
    for claim in commit.facets.claims {
      if let holder = claims[claim], holder != place { return .claimed(claim, by: records[holder].id) }
    }
    store(commit, at: place)
    return .committed
  }

  private mutating func store(_ commit: Commit<Machine>, at known: Int?) {
    let record = Record<Machine>(id: commit.entry.id, state: commit.state, revision: commit.entry.revision)
    let place: Int
    if let known {
      place = known
      records[place] = record
      // In place: a copy of the column would make the journal copy itself when the line is added.
      journals[place].append(commit.entry)
    } else {
      place = append(record, journal: [commit.entry])
    }
    index(place, as: MemoryIndexed(facets: commit.facets, due: commit.due))
    if let key = commit.entry.key { keys[key] = MemoryLine(place: place, index: journals[place].count - 1) }
    if !commit.effects.isEmpty { outbox.append(commit) }
  }

  private mutating func append(_ record: Record<Machine>, journal: [JournalEntry<Machine>]) -> Int {
    let place = records.count
    places[record.id.rawValue] = place
    records.append(record)
    journals.append(journal)
    indexed.append(MemoryIndexed())
    return place
  }

  private mutating func index(_ place: Int, as new: MemoryIndexed) {
    let old = indexed[place]
    let id = records[place].id.rawValue
    if old.facets.claims != new.facets.claims {
      for claim in old.facets.claims { claims[claim] = nil }
      for claim in new.facets.claims { claims[claim] = place }
    }
    if old.facets.tags != new.facets.tags {
      // A record stands in a handful of lists, and leaves few of them at a time.
      for tag in old.facets.tags where !new.facets.tags.contains(tag) {
        lists[tag.label]?.remove(id, at: tag.instant)
        if lists[tag.label]?.isEmpty == true { lists[tag.label] = nil }
      }
      for tag in new.facets.tags where !old.facets.tags.contains(tag) {
        lists[tag.label, default: MemoryList()].insert(id, at: tag.instant)
      }
    }
    due.move(id, from: old.due, to: new.due)
    indexed[place] = new
  }

  mutating func restore(_ record: Record<Machine>, journal: [JournalEntry<Machine>], as indexed: MemoryIndexed) {
    let place = append(record, journal: journal)
    index(place, as: indexed)
    for (index, entry) in journal.enumerated() {
      if let key = entry.key { keys[key] = MemoryLine(place: place, index: index) }
    }
  }
}

/// What a record is found by.
struct MemoryIndexed: Sendable {
  var facets = Facets()
  var due: Date?
}

/// A line of the journal: of the record at which place, and which of its lines, from 0.
struct MemoryLine: Sendable {
  let place: Int
  let index: Int
}
