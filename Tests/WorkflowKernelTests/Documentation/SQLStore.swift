import Foundation
import WorkflowKernel

protocol Database: Sendable {
  /// Runs the work in a serializable transaction, and again after SQLSTATE 40001, 40P01 or 23505.
  func transaction<Result: Sendable>(
    _ work: @Sendable (any Session) async throws -> Result
  ) async throws -> Result
}

protocol Session: Sendable {
  /// Runs one statement; values and columns are texts.
  @discardableResult
  func rows(_ sql: String, _ values: [String?]) async throws -> [[String]]
}

struct SQLStore<Machine: StateMachine>: Store {
  let database: any Database
  let machine = Machine.format.name

  func commit(_ commit: Commit<Machine>) async throws -> CommitOutcome<Machine> {
    let id = commit.entry.id
    return try await database.transaction { session in
      if let key = commit.entry.key, let entry = try await entry(for: key, in: session) { return .duplicate(entry) }
      let revision = try await load(id, in: session)?.revision
      guard commit.expected == revision else { return .conflict(current: revision) }
      for claim in commit.facets.claims {
        if let other = try await holder(of: claim, in: session), other != id { return .claimed(claim, by: other) }
      }
      try await write(commit, in: session)
      return .committed
    }
  }

  private func write(_ commit: Commit<Machine>, in session: any Session) async throws {
    let (id, revision) = (commit.entry.id.rawValue, "\(commit.entry.revision.rawValue)")
    let instant = text(commit.entry.instant)
    let state = String(decoding: try RecordFormat.encode(commit.state, of: Machine.self), as: UTF8.self)
    try await session.rows(
      """
      INSERT INTO record (machine, id, revision, state, due) VALUES ($1, $2, $3, $4, to_timestamp($5))
      ON CONFLICT (machine, id) DO UPDATE
      SET revision = excluded.revision, state = excluded.state, due = excluded.due
      """, [machine, id, revision, state, commit.due.map(text)])
    try await session.rows(
      "INSERT INTO journal (machine, id, revision, request_key, entry) VALUES ($1, $2, $3, $4, $5)",
      [machine, id, revision, commit.entry.key?.rawValue, try json(commit.entry)])
    try await session.rows("DELETE FROM claim WHERE machine = $1 AND id = $2", [machine, id])
    for claim in commit.facets.claims {
      // Twice in one commit counts once.
      try await session.rows(
        "INSERT INTO claim (machine, scope, value, id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        [machine, claim.scope, claim.value.value, id])
    }
    try await session.rows("DELETE FROM tag WHERE machine = $1 AND id = $2", [machine, id])
    for tag in commit.facets.tags {
      try await session.rows(
        """
        INSERT INTO tag (machine, id, scope, value, instant) VALUES ($1, $2, $3, $4, to_timestamp($5))
        ON CONFLICT DO NOTHING
        """, [machine, id, tag.label.scope, tag.label.value.value, text(tag.instant)])
    }
    for (place, effect) in commit.effects.enumerated() {
      let waiting = try RecordFormat.encode(effect: effect, of: Machine.self)
      try await session.rows(
        """
        INSERT INTO outbox (machine, id, revision, place, effect, recorded, next_try)
        VALUES ($1, $2, $3, $4, $5, to_timestamp($6), to_timestamp($6))
        """, [machine, id, revision, "\(place)", String(decoding: waiting, as: UTF8.self), instant])
    }
  }
}

extension SQLStore {
  func load(_ id: Machine.ID) async throws -> Record<Machine>? {
    try await database.transaction { try await load(id, in: $0) }
  }

  private func load(_ id: Machine.ID, in session: any Session) async throws -> Record<Machine>? {
    try await session.rows(
      "SELECT id, revision, state FROM record WHERE machine = $1 AND id = $2", [machine, id.rawValue]
    ).first.map(record)
  }

  func entry(for key: RequestKey) async throws -> JournalEntry<Machine>? {
    try await database.transaction { try await entry(for: key, in: $0) }
  }

  private func entry(for key: RequestKey, in session: any Session) async throws -> JournalEntry<Machine>? {
    try await session.rows(
      "SELECT entry FROM journal WHERE machine = $1 AND request_key = $2", [machine, key.rawValue]
    ).first.map { try value($0[0]) }
  }

  func holder(of claim: Claim) async throws -> Machine.ID? {
    try await database.transaction { try await holder(of: claim, in: $0) }
  }

  private func holder(of claim: Claim, in session: any Session) async throws -> Machine.ID? {
    try await session.rows(
      "SELECT id FROM claim WHERE machine = $1 AND scope = $2 AND value = $3",
      [machine, claim.scope, claim.value.value]
    ).first.map { Machine.ID($0[0]) }
  }

  func journal(of id: Machine.ID) async throws -> [JournalEntry<Machine>] {
    try await rows(
      "SELECT entry FROM journal WHERE machine = $1 AND id = $2 ORDER BY revision", [machine, id.rawValue]
    ).map { try value($0[0]) }
  }
}
