import Foundation
import WorkflowKernel

extension StoreCheck {
  static let journal: [StoreCheck] = [
    StoreCheck("journal.order", "The journal keeps every line, the oldest first.") { probe in
      // The hands of a clock may go back between two orders; the journal follows the revisions.
      let commits = [
        Commit.sample("n-1", 1, at: .at(9), key: try RequestKey("k-1")), .sample("n-1", 2, at: .at(3)),
        .sample("n-1", 3, at: .at(6), key: try RequestKey("k-0")),
      ]
      for commit in commits { try await probe.commit(commit) }
      probe.expect("journal", try await probe.store.journal(of: "n-1"), is: commits.map(\.entry))
    },
    StoreCheck("journal.whole", "A line is kept whole: actor, event, states, reason, key and fingerprint.") { probe in
      let entry = Commit.sample("n-1", key: try RequestKey("k-1")).entry
      let (second, third) = (try RequestKey("k-2"), try RequestKey("k-3"))
      try await probe.expectKept([
        entry,
        entry.line(2, by: .citizen("a-1"), .close, from: .open, to: .closed, fingerprint: entry.fingerprint),
        entry.line(3, by: .visitor("a-1"), .write, from: .closed, to: .open, reason: "why", key: second),
        entry.line(4, by: .system, .close, from: .closed, to: .closed, key: third, fingerprint: entry.fingerprint),
      ])
    },
    StoreCheck("journal.precision", "The instants of lines are kept to the millisecond.") { probe in
      try await probe.expectKept(
        try [0.125, 0.875, 7.625].enumerated().map { index, seconds in
          Commit.sample("n-1", index + 1, at: .at(seconds), key: try RequestKey("k-\(index)")).entry
        })
    },
  ]
}

extension JournalEntry where Machine == SampleNotebook {
  fileprivate func line(
    _ revision: Int, by actor: Actor, _ event: Machine.EventName, from: Machine.StateName, to: Machine.StateName,
    reason: String? = nil, key: RequestKey? = nil, fingerprint: Fingerprint? = nil
  ) -> JournalEntry {
    JournalEntry(
      id: id, revision: Revision(rawValue: revision), instant: instant, actor: actor, event: event, from: from, to: to,
      reason: reason, key: key, fingerprint: fingerprint)
  }
}

extension Probe {
  /// Records the lines of one record, and looks at them in every way in which a line is seen.
  fileprivate func expectKept(_ lines: [JournalEntry<SampleNotebook>]) async throws {
    let commits = lines.map { entry in
      Commit<SampleNotebook>(
        expected: entry.revision == .first ? nil : Revision(rawValue: entry.revision.rawValue - 1),
        state: .open(lines: []), entry: entry)
    }
    for commit in commits {
      try await self.commit(commit)
    }
    for line in lines {
      expect("journal", try await store.journal(of: line.id).first { $0.revision == line.revision }, is: line)
    }
    for commit in commits {
      guard let key = commit.entry.key else { continue }
      expect("line under its key", try await store.entry(for: key), is: commit.entry)
      expect("answer to a repeat", try await store.commit(commit), is: .duplicate(commit.entry))
    }
  }
}
