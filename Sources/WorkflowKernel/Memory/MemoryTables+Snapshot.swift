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
    let rows = try slots.sorted { $0.id < $1.id }.map { slot in
      Row(
        id: slot.id, state: try RecordFormat.encode(slot.state, of: Machine.self), tags: slot.facets.tags,
        claims: slot.facets.claims, due: slot.due, journal: slot.journal)
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
      let state = try RecordFormat.decode(row.state, of: row.id, as: Machine.self)
      let facets = Facets(tags: row.tags, claims: row.claims)
      let slot = Slot(id: row.id, state: state, facets: facets, due: row.due, journal: row.journal)
      guard accepts(slot) else {
        throw UnreadableRecord(
          format: Machine.format.name, version: nil, id: row.id.rawValue, problem: .malformed)
      }
      restore(slot)
    }
    for effect in snapshot.outbox {
      outbox.append(
        PendingEffect(
          key: effect.key, effect: effect.effect, recorded: effect.recorded, attempts: effect.attempts,
          nextTry: effect.nextTry))
    }
  }

  /// Whether commits could have made the record: its history has no gap, and it takes nothing from another.
  private func accepts(_ slot: Slot) -> Bool {
    record(slot.id) == nil && !slot.journal.isEmpty
      && slot.facets.claims.allSatisfy { holder(of: $0) == nil }
      && zip(slot.journal, 1...).allSatisfy { line, count in
        line.id == slot.id && line.revision.rawValue == count && line.key.flatMap { entry(for: $0) } == nil
      }
  }
}
