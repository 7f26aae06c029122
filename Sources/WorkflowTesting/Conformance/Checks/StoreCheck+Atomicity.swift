import Foundation
import WorkflowKernel

extension StoreCheck {
  static let atomicity: [StoreCheck] = [
    StoreCheck("atomic.stored", "A commit stores state, line, key, effects, lists, claims and due instant.") { probe in
      let commit = try Commit.whole("n-1", mark: "a")
      try await probe.commit(commit)
      let faces = try await probe.faces(of: "n-1", mark: "a")
      probe.expect("of the commit", faces, is: Faces(of: commit))
    },
    StoreCheck("atomic.conflict", "A commit in conflict stores nothing at all.") { probe in
      try await probe.expectNothing(of: .whole("n-1", 3, mark: "b"), is: .conflict(current: .first))
    },
    StoreCheck("atomic.duplicate", "A commit under a key already recorded stores nothing at all.") { probe in
      let first = try Commit.whole("n-1", mark: "a").entry
      try await probe.expectNothing(of: .whole("n-1", 2, mark: "b", key: "a"), is: .duplicate(first))
    },
    StoreCheck("atomic.claimed", "A commit whose claim another record holds stores nothing at all.") { probe in
      let held = Claim("title", "held")
      try await probe.commit(.sample("n-2", claims: [held]))
      try await probe.expectNothing(of: .whole("n-1", 2, mark: "b", claims: [held]), is: .claimed(held, by: "n-2"))
    },
    StoreCheck("revision.create", "A record that exists is not created again.") { probe in
      let first = Commit.sample("n-1", line: "first")
      try await probe.commit(first)
      let outcome = try await probe.store.commit(.sample("n-1", line: "second"))
      probe.expect("second creation", outcome, is: .conflict(current: .first))
      probe.expect("load", try await probe.store.load("n-1"), is: first.record)
    },
    StoreCheck("revision.stale", "A commit upon an earlier revision is a conflict that tells the current one.") {
      probe in
      try await probe.commit(.sample("n-1"), .sample("n-1", 2), .sample("n-1", 3))
      let outcome = try await probe.store.commit(.sample("n-1", 3, line: "late"))
      probe.expect("late commit", outcome, is: .conflict(current: Revision(rawValue: 3)))
    },
    StoreCheck("revision.missing", "A commit upon a record that does not exist is a conflict and makes none.") {
      probe in
      let outcome = try await probe.store.commit(.sample("n-1", 2))
      probe.expect("commit", outcome, is: .conflict(current: nil))
      probe.expect("load", try await probe.store.load("n-1"), is: nil)
    },
  ]
}

extension Probe {
  /// Upon a first commit, tries one that must be refused, and looks at every table for its traces.
  fileprivate func expectNothing(
    of refused: Commit<SampleNotebook>, is expected: CommitOutcome<SampleNotebook>
  ) async throws {
    let first = try Commit.whole("n-1", mark: "a")
    try await commit(first)
    expect("outcome", try await store.commit(refused), is: expected)
    expect("as it was before", try await faces(of: "n-1", mark: "a"), is: Faces(of: first))
    var traces = Faces(of: first)
    (traces.entry, traces.listed, traces.holder, traces.due) = (nil, [], nil, [])
    expect("under the mark of the refused commit", try await faces(of: "n-1", mark: "b"), is: traces)
  }
}
