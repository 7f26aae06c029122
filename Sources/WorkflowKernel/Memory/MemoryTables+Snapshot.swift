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
    let rows = try slots.sorted { $0.key < $1.key }.map { id, slot in
      Row(
        id: id, state: try RecordFormat.encode(slot.state, of: Machine.self), tags: slot.facets.tags,
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
      // The revision is the length of the journal, so a gap in it is no history.
      guard !row.journal.isEmpty, row.journal.map(\.revision.rawValue) == Array(1...row.journal.count) else {
        throw UnreadableRecord(
          format: Machine.format.name, version: nil, id: row.id.rawValue, problem: .malformed)
      }
      let facets = Facets(tags: row.tags, claims: row.claims)
      restore(Slot(state: state, facets: facets, due: row.due, journal: row.journal), as: row.id)
    }
    for effect in snapshot.outbox {
      outbox.append(
        PendingEffect(
          key: effect.key, effect: effect.effect, recorded: effect.recorded, attempts: effect.attempts,
          nextTry: effect.nextTry))
    }
  }
}
