import Foundation
import WorkflowKernel

extension SQLStore {
  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) async throws -> Page<Machine> {
    guard limit > 0 else { return Page(records: [], next: nil) }
    let count = min(limit, 1_000)
    let rows = try await rows(
      """
      SELECT tag.id, revision, state, extract(epoch FROM instant)
      FROM tag JOIN record ON record.machine = tag.machine AND record.id = tag.id
      WHERE tag.machine = $1 AND scope = $2 AND value = $3 AND instant <= coalesce(to_timestamp($4), 'infinity')
        AND (instant < coalesce(to_timestamp($4), 'infinity') OR tag.id > $5)
      ORDER BY instant DESC, tag.id LIMIT $6
      """,
      [
        machine, label.scope, label.value.value, (cursor?.instant).map(text), cursor?.id ?? "", "\(count + 1)",
      ])
    let next = rows.count > count ? PageCursor(instant: date(rows[count - 1][3]), id: rows[count - 1][0]) : nil
    return Page(records: try rows.prefix(count).map(record), next: next)
  }

  func due(at instant: Date, after cursor: PageCursor?, limit: Int) async throws -> DuePage<Machine.ID> {
    guard limit > 0 else { return DuePage(ids: [], next: nil) }
    let count = min(limit, 1_000)
    let rows = try await rows(
      """
      SELECT id, extract(epoch FROM due) FROM record
      WHERE machine = $1 AND due <= to_timestamp($2) AND due >= coalesce(to_timestamp($3), '-infinity')
        AND (due > coalesce(to_timestamp($3), '-infinity') OR id > $4)
      ORDER BY due, id LIMIT $5
      """, [machine, text(instant), (cursor?.instant).map(text), cursor?.id ?? "", "\(count + 1)"])
    let next = rows.count > count ? PageCursor(instant: date(rows[count - 1][1]), id: rows[count - 1][0]) : nil
    return DuePage(ids: rows.prefix(count).map { Machine.ID($0[0]) }, next: next)
  }

  func pendingEffects(at instant: Date, limit: Int) async throws -> [PendingEffect<Machine>] {
    try await rows(
      """
      SELECT id, revision, place, effect, extract(epoch FROM recorded), attempts, extract(epoch FROM next_try)
      FROM outbox WHERE machine = $1 AND next_try <= to_timestamp($2) ORDER BY position LIMIT $3
      """, [machine, text(instant), "\(max(limit, 0))"]
    ).map { row in
      let revision = Revision(rawValue: try value(row[1]))
      let key = EffectKey(id: Machine.ID(row[0]), revision: revision, index: try value(row[2]))
      let effect = try RecordFormat.decode(effect: Data(row[3].utf8), of: key, as: Machine.self)
      return PendingEffect(
        key: key, effect: effect, recorded: date(row[4]), attempts: try value(row[5]), nextTry: date(row[6]))
    }
  }

  func acknowledge(_ key: EffectKey<Machine.ID>) async throws {
    try await rows(
      "DELETE FROM outbox WHERE machine = $1 AND id = $2 AND revision = $3 AND place = $4", place(of: key))
  }

  func postpone(_ key: EffectKey<Machine.ID>, until instant: Date) async throws {
    try await rows(
      """
      UPDATE outbox SET attempts = attempts + 1, next_try = to_timestamp($5)
      WHERE machine = $1 AND id = $2 AND revision = $3 AND place = $4
      """, place(of: key) + [text(instant)])
  }
}

extension SQLStore {
  @discardableResult
  func rows(_ sql: String, _ values: [String?]) async throws -> [[String]] {
    try await database.transaction { try await $0.rows(sql, values) }
  }

  func record(_ row: [String]) throws -> Record<Machine> {
    let id = Machine.ID(row[0])
    let state = try RecordFormat.decode(Data(row[2].utf8), of: id, as: Machine.self)
    return Record(id: id, state: state, revision: Revision(rawValue: try value(row[1])))
  }

  func place(of key: EffectKey<Machine.ID>) -> [String?] {
    [machine, key.id.rawValue, "\(key.revision.rawValue)", "\(key.index)"]
  }

  func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }
  func value<Value: Decodable>(_ json: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }
  func text(_ instant: Date) -> String { "\(instant.timeIntervalSince1970)" }
  func date(_ text: String) -> Date { Date(timeIntervalSince1970: Double(text) ?? .nan) }
}
