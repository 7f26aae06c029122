import Foundation

extension MemoryTables {
  private typealias Snapshot = MemorySnapshot<Machine>

  func snapshot() throws -> Data {
    let rows = try records.indices.sorted { records[$0].id < records[$1].id }.map { place in
      Snapshot.Row(
        id: records[place].id, state: try RecordFormat.encode(records[place].state, of: Machine.self),
        tags: indexed[place].facets.tags, claims: indexed[place].facets.claims, due: indexed[place].due,
        journal: journals[place])
    }
    let waiting = try outbox.all.map { waiting in
      let effect = try RecordFormat.encode(effect: waiting.effect, of: Machine.self)
      return Snapshot.Waiting(
        key: waiting.key, effect: String(decoding: effect, as: UTF8.self), recorded: waiting.recorded,
        attempts: waiting.attempts, nextTry: waiting.nextTry)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(Snapshot(records: rows, outbox: waiting))
  }

  init(restoring data: Data) throws {
    let snapshot = try JSONDecoder().decode(Snapshot.self, from: data)
    for row in snapshot.records {
      let record = Record<Machine>(
        id: row.id, state: try RecordFormat.decode(row.state, of: row.id, as: Machine.self),
        revision: Revision(rawValue: row.journal.count))
      guard accepts(row) else { throw Snapshot.malformed(row.id) }
      let indexed = MemoryIndexed(facets: Facets(tags: row.tags, claims: row.claims), due: row.due)
      restore(record, journal: row.journal, as: indexed)
    }
    for waiting in snapshot.outbox {
      guard accepts(waiting.key) else { throw Snapshot.malformed(waiting.key.id) }
      let effect = try RecordFormat.decode(effect: Data(waiting.effect.utf8), of: waiting.key, as: Machine.self)
      outbox.append(
        PendingEffect(
          key: waiting.key, effect: effect, recorded: waiting.recorded, attempts: waiting.attempts,
          nextTry: waiting.nextTry))
    }
  }

  /// Whether commits could have made the record: its history has no gap, and it takes nothing from another.
  private func accepts(_ row: Snapshot.Row) -> Bool {
    let keys = row.journal.compactMap(\.key)
    return record(row.id) == nil && !row.journal.isEmpty
      && row.claims.allSatisfy { holder(of: $0) == nil }
      && Set(keys).count == keys.count && keys.allSatisfy { entry(for: $0) == nil }
      && zip(row.journal, 1...).allSatisfy { line, count in line.id == row.id && line.revision.rawValue == count }
  }

  /// Whether a commit could have left the effect: its order is in the journal, and it waits once.
  private func accepts(_ key: EffectKey<Machine.ID>) -> Bool {
    guard let record = record(key.id) else { return false }
    return (.first...record.revision).contains(key.revision) && key.index >= 0 && !outbox.contains(key)
  }
}
