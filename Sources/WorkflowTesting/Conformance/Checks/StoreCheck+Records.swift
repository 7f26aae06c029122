import Foundation
import WorkflowKernel

extension StoreCheck {
  static let records: [StoreCheck] = [
    StoreCheck("record.unknown", "A record that was never committed is not there, and this is no error.") { probe in
      let key = try RequestKey("never")
      probe.expect("load", try await probe.store.load("never"), is: nil)
      probe.expect("journal", try await probe.store.journal(of: "never"), is: [])
      probe.expect("entry", try await probe.store.entry(for: key), is: nil)
      probe.expect("holder", try await probe.store.holder(of: .title), is: nil)
      probe.expect("list", try await probe.store.find(.shelf, after: nil, limit: 10), is: Page(records: [], next: nil))
      let due = try await probe.store.due(at: .at(0), after: nil, limit: 10)
      probe.expect("due", due, is: DuePage(ids: [], next: nil))
      probe.expect("outbox", try await probe.pending(), is: [])
    },
    StoreCheck("record.last", "Loading gives the state and the revision of the last commit.") { probe in
      for revision in 1...3 {
        let commit = Commit.sample("n-1", revision, line: "now \(revision)")
        try await probe.commit(commit)
        probe.expect("load", try await probe.store.load("n-1"), is: commit.record)
      }
    },
    StoreCheck("record.separate", "A commit touches its own record only.") { probe in
      let (first, second) = (Commit.sample("n-1", line: "one"), Commit.sample("n-2", line: "two"))
      try await probe.commit(first, second, .sample("n-2", 2))
      probe.expect("load of the other record", try await probe.store.load("n-1"), is: first.record)
      probe.expect("its journal", try await probe.store.journal(of: "n-1"), is: [first.entry])
    },
    StoreCheck("record.exact-identifier", "Identifiers differ by case, accent and blank.") { probe in
      let ids: [SampleNotebook.ID] = ["abc", "ABC", "àbc", "abc ", "ab"]
      for id in ids { try await probe.commit(.sample(id, line: id.rawValue)) }
      for id in ids {
        probe.expect("load of \(id)", try await probe.store.load(id)?.state.lines, is: [id.rawValue])
        probe.expect("journal of \(id)", try await probe.store.journal(of: id).map(\.id), is: [id])
      }
    },
    StoreCheck("record.text", "Texts come back as they were written, in any script and of any length.") { probe in
      for (index, text) in Commit.awkwardTexts.enumerated() {
        let id = SampleNotebook.ID("n-\(index)")
        try await probe.commit(.sample(id, line: text))
        let found = try await probe.store.load(id)?.state.lines ?? []
        probe.expect(found.map { Array($0.utf8) } == [Array(text.utf8)], "text \(index) came back changed")
      }
    },
  ]
}
