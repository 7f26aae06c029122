import Foundation

extension MemoryTables {
  private struct Snapshot: Codable {
    let records: [Row]
    let outbox: [Waiting]
  }

  private struct Row: Codable {
    let id: Machine.ID
    let state: Data
    let tags: [Tag]
    let claims: [Claim]
    let due: Date?
    let journal: [JournalEntry<Machine>]
  }

  private struct Waiting: Codable {
    let key: EffectKey<Machine.ID>
    let effect: Machine.Effect
    let recorded: Date
    let attempts: Int
    let nextTry: Date
  }

  func snapshot() throws -> Data {
    let rows = try records.indices.sorted { records[$0].id < records[$1].id }.map { place in
      Row(
        id: records[place].id, state: try RecordFormat.encode(records[place].state, of: Machine.self),
        tags: indexed[place].facets.tags, claims: indexed[place].facets.claims, due: indexed[place].due,
        journal: journals[place])
    }
    let waiting = outbox.all.map {
      Waiting(key: $0.key, effect: $0.effect, recorded: $0.recorded, attempts: $0.attempts, nextTry: $0.nextTry)
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
      guard accepts(row) else {
        throw UnreadableRecord(
          format: Machine.format.name, version: nil, id: row.id.rawValue, problem: .malformed)
      }
      let indexed = MemoryIndexed(facets: Facets(tags: row.tags, claims: row.claims), due: row.due)
      restore(record, journal: row.journal, as: indexed)
    }
    for effect in snapshot.outbox {
      outbox.append(
        PendingEffect(
          key: effect.key, effect: effect.effect, recorded: effect.recorded, attempts: effect.attempts,
          nextTry: effect.nextTry))
    }
  }

  /// Whether commits could have made the record: its history has no gap, and it takes nothing from another.
  private func accepts(_ row: Row) -> Bool {
    record(row.id) == nil && !row.journal.isEmpty
      && row.claims.allSatisfy { holder(of: $0) == nil }
      && zip(row.journal, 1...).allSatisfy { line, count in
        line.id == row.id && line.revision.rawValue == count && line.key.flatMap { entry(for: $0) } == nil
      }
  }
}
