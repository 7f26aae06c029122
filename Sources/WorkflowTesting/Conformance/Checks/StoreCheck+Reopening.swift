import Foundation
import WorkflowKernel

extension StoreCheck {
  static let reopening: [StoreCheck] = [
    StoreCheck("reopened.record", "After reopening, states and revisions are as the last commits left them.") { probe in
      for (index, text) in Commit.awkwardTexts.enumerated() {
        try await probe.commit(.sample(.init("t-\(index)"), line: text))
      }
      let last = Commit.sample("n-1", 3, line: "last")
      try await probe.commit(.sample("n-1"), .sample("n-1", 2), last)
      let store = try await probe.reopened().store
      probe.expect("load", try await store.load("n-1"), is: last.record)
      for (index, text) in Commit.awkwardTexts.enumerated() {
        let found = try await store.load(.init("t-\(index)"))?.state.lines ?? []
        probe.expect(found.map { Array($0.utf8) } == [Array(text.utf8)], "text \(index) came back changed")
      }
    },
    StoreCheck("reopened.revision", "After reopening, a commit upon an earlier revision is a conflict still.") {
      probe in
      try await probe.commit(.sample("n-1"), .sample("n-1", 2), .sample("n-1", 3))
      let reopened = try await probe.reopened()
      let current = Revision(rawValue: 3)
      let late = try await reopened.store.commit(.sample("n-1", 3, line: "late"))
      probe.expect("late commit", late, is: .conflict(current: current))
      let second = try await reopened.store.commit(.sample("n-1", line: "second"))
      probe.expect("second creation", second, is: .conflict(current: current))
      try await reopened.commit(.sample("n-1", 4))
    },
    StoreCheck("reopened.journal", "After reopening, the journal has every line, whole and in order.") { probe in
      let commits = [
        Commit.sample("n-1", at: .at(9.125)), .sample("n-1", 2, at: .at(1.125), key: try RequestKey("k-1")),
        .sample("n-1", 3, at: .at(5.125)),
      ]
      for commit in commits { try await probe.commit(commit) }
      let journal = try await probe.reopened().store.journal(of: "n-1")
      probe.expect("journal", journal, is: commits.map(\.entry))
    },
    StoreCheck("reopened.key", "After reopening, a key recorded before finds its line and makes a repeat.") { probe in
      let first = Commit.sample("n-1", key: try RequestKey("k-1"))
      try await probe.commit(first, .sample("n-1", 2))
      let store = try await probe.reopened().store
      probe.expect("line", try await store.entry(for: try RequestKey("k-1")), is: first.entry)
      probe.expect("line of no commit", try await store.entry(for: try RequestKey("k-2")), is: nil)
      probe.expect("the same commit again", try await store.commit(first), is: .duplicate(first.entry))
    },
    StoreCheck("reopened.claim", "After reopening, claims are held as before, and those released are free.") { probe in
      let held = Claim("title", "held")
      try await probe.commit(.sample("n-1", claims: [.title]), .sample("n-1", 2, claims: [held]))
      let reopened = try await probe.reopened()
      probe.expect("holder", try await reopened.store.holder(of: held), is: "n-1")
      probe.expect("holder of what was released", try await reopened.store.holder(of: .title), is: nil)
      let outcome = try await reopened.store.commit(.sample("n-2", claims: [held]))
      probe.expect("claim of what is held", outcome, is: .claimed(held, by: "n-1"))
      try await reopened.commit(.sample("n-3", claims: [.title]))
    },
    StoreCheck("reopened.list", "After reopening, lists have the same records in the same order.") { probe in
      try await probe.commit(
        .sample("n-1", tags: [Tag(.shelf, at: .at(1.125))]), .sample("n-2", tags: [Tag(.shelf, at: .at(1.126))]),
        .sample("n-3", tags: [Tag(.shelf, at: .at(9))]), .sample("n-3", 2))
      probe.expect("list", try await probe.reopened().listed(.shelf), is: ["n-2", "n-1"])
    },
    StoreCheck("reopened.due", "After reopening, what is due comes at the same instants.") { probe in
      try await probe.commit(
        .sample("n-1", due: .at(5.126)), .sample("n-2", due: .at(5.125)), .sample("n-3", due: .at(1)), .sample("n-3", 2)
      )
      let reopened = try await probe.reopened()
      probe.expect("due a millisecond before", try await reopened.due(at: .at(5.124)), is: [])
      probe.expect("due at the first instant", try await reopened.due(at: .at(5.125)), is: ["n-2"])
      probe.expect("due at the second", try await reopened.due(at: .at(5.126)), is: ["n-2", "n-1"])
    },
    StoreCheck(
      "reopened.outbox", "After reopening, effects wait as before, with tries and next try; later ones follow."
    ) { probe in
      try await probe.commit(.sample("z", at: .at(5.125), effects: ["1", "2"]), .sample("a", effects: ["3"]))
      let postponed = EffectKey<SampleNotebook.ID>(id: "z", revision: .first, index: 1)
      for next in [Date.at(30), .at(60.875)] { try await probe.store.postpone(postponed, until: next) }
      let waiting = try await probe.pending()
      let reopened = try await probe.reopened()
      probe.expect("what waits", try await reopened.pending(), is: waiting)
      probe.expect("before the next try", try await reopened.lines(at: .at(60.874)), is: ["1", "3"])
      try await reopened.commit(.sample("m", effects: ["4"]))
      probe.expect("with one more", try await reopened.lines(), is: ["1", "2", "3", "4"])
    },
    StoreCheck("reopened.acknowledged", "After reopening, an effect that was carried out is gone still.") { probe in
      try await probe.commit(.sample("n-1", effects: ["1"]))
      try await probe.store.acknowledge(.init(id: "n-1", revision: .first, index: 0))
      probe.expect("what waits", try await probe.reopened().lines(), is: [])
    },
    StoreCheck("reopened.again", "Opened once more, it holds what is from before and what was committed since.") {
      probe in
      try await probe.commit(.sample("n-1"))
      let reopened = try await probe.reopened()
      try await reopened.commit(.sample("n-2"))
      let again = try await reopened.reopened().store
      probe.expect("record from before", try await again.load("n-1")?.id, is: "n-1")
      probe.expect("record committed since", try await again.load("n-2")?.id, is: "n-2")
    },
  ]
}
