import Foundation
import WorkflowKernel

extension StoreCheck {
  static let concurrency: [StoreCheck] = [
    StoreCheck("concurrent.creation", "Of many writers that create one record at once, one succeeds.") { probe in
      let outcomes = try await probe.together { .sample("n-1", line: "\($0)") }
      probe.expectOneCommitted(outcomes, others: .conflict(current: .first))
    },
    StoreCheck("concurrent.revision", "Of many writers upon one revision at once, one succeeds.") { probe in
      try await probe.commit(.sample("n-1"))
      let outcomes = try await probe.together { .sample("n-1", 2, line: "\($0)") }
      probe.expectOneCommitted(outcomes, others: .conflict(current: Revision(rawValue: 2)))
      probe.expect("lines of the journal", try await probe.store.journal(of: "n-1").count, is: 2)
    },
    StoreCheck("concurrent.claim", "Of many records that take one claim at once, one gets it.") { probe in
      let outcomes = try await probe.together { .sample(.init("n-\($0)"), claims: [.title]) }
      guard let holder = try await probe.store.holder(of: .title) else { return probe.findings.add("nobody holds it") }
      probe.expectOneCommitted(outcomes, others: .claimed(.title, by: holder))
      probe.expect(try await probe.store.load(holder) != nil, "the holder \(holder) does not exist")
    },
    StoreCheck("concurrent.key", "Of many commits under one request key at once, one is stored.") { probe in
      let key = try RequestKey("k-1")
      let outcomes = try await probe.together { .sample(.init("n-\($0)"), key: key) }
      guard let entry = try await probe.store.entry(for: key) else { return probe.findings.add("the key is lost") }
      probe.expectOneCommitted(outcomes, others: .duplicate(entry))
    },
    StoreCheck("concurrent.update", "Writers that try again upon a conflict lose no update.") { probe in
      let first = Commit.sample("n-1")
      try await probe.commit(first)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<Probe.writers {
          group.addTask { try await probe.append("writer \(writer)", upon: first.record) }
        }
        try await group.waitForAll()
      }
      let record = try await probe.store.load("n-1")
      let written = Set(record?.state.lines ?? []).filter { $0.hasPrefix("writer") }
      probe.expect("lines written", written.count, is: Probe.writers)
      probe.expect("revision", record?.revision.rawValue, is: Probe.writers + 1)
      let revisions = try await probe.store.journal(of: "n-1").map(\.revision.rawValue)
      probe.expect("revisions in the journal", revisions, is: Array(1...(Probe.writers + 1)))
    },
  ]
}

extension Probe {
  fileprivate static let writers = 24

  fileprivate func together(
    _ make: @escaping @Sendable (Int) -> Commit<SampleNotebook>
  ) async throws -> [CommitOutcome<SampleNotebook>] {
    try await withThrowingTaskGroup(of: CommitOutcome<SampleNotebook>.self) { group in
      for writer in 0..<Self.writers { group.addTask { try await store.commit(make(writer)) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  fileprivate func expectOneCommitted(
    _ outcomes: [CommitOutcome<SampleNotebook>], others expected: CommitOutcome<SampleNotebook>
  ) {
    expect("commits that succeeded", outcomes.count { $0 == .committed }, is: 1)
    for outcome in outcomes where outcome != .committed { expect("outcome of another", outcome, is: expected) }
  }

  /// Adds a line as an engine would: upon what was loaded, then upon what is loaded after a conflict.
  fileprivate func append(_ line: String, upon first: Record<SampleNotebook>) async throws {
    var record = first
    for _ in 0..<1_000 {
      let next = record.revision.next
      let commit = Commit<SampleNotebook>(
        expected: record.revision, state: .open(lines: record.state.lines + [line]),
        entry: JournalEntry(
          id: record.id, revision: next, instant: .at(0), actor: .system, event: .write, from: .open, to: .open))
      if try await store.commit(commit) == .committed { return }
      guard let latest = try await store.load(record.id) else { return findings.add("\(record.id) is gone") }
      record = latest
    }
    findings.add("\(line) never got through")
  }
}
