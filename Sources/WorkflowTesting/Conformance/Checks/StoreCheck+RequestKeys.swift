import Foundation
import WorkflowKernel

extension StoreCheck {
  static let requestKeys: [StoreCheck] = [
    StoreCheck("key.found", "The line recorded under a request key is found by it.") { probe in
      let (first, second) = (
        Commit.sample("n-1", key: try RequestKey("k-1")), Commit.sample("n-1", 2, key: try RequestKey("k-2"))
      )
      try await probe.commit(first, second, .sample("n-1", 3))
      probe.expect("k-1", try await probe.store.entry(for: try RequestKey("k-1")), is: first.entry)
      probe.expect("k-2", try await probe.store.entry(for: try RequestKey("k-2")), is: second.entry)
      probe.expect("k-3", try await probe.store.entry(for: try RequestKey("k-3")), is: nil)
    },
    StoreCheck("key.duplicate", "A key recorded once is answered with its line for ever.") { probe in
      let key = try RequestKey("k-1")
      let first = Commit.sample("n-1", key: key)
      try await probe.commit(first, .sample("n-1", 2))
      let outcome = try await probe.store.commit(.sample("n-1", 3, key: key))
      probe.expect("second use", outcome, is: .duplicate(first.entry))
    },
    StoreCheck("key.whole-store", "A request key is unique in the whole store, not only in its record.") { probe in
      let key = try RequestKey("k-1")
      let first = Commit.sample("n-1", key: key)
      try await probe.commit(first)
      let outcome = try await probe.store.commit(.sample("n-2", key: key))
      probe.expect("use for another record", outcome, is: .duplicate(first.entry))
      probe.expect("load of the other record", try await probe.store.load("n-2"), is: nil)
    },
    StoreCheck("key.exact", "Request keys differ by case, accent and blank, up to 255 bytes.") { probe in
      let long = String(repeating: "é", count: 127)
      let keys = try ["k", "K", "ķ", "k ", long, long + "x", long + "y"].map { try RequestKey($0) }
      for (index, key) in keys.enumerated() { try await probe.commit(.sample(.init("n-\(index)"), key: key)) }
      for (index, key) in keys.enumerated() {
        probe.expect("record under key \(index)", try await probe.store.entry(for: key)?.id, is: .init("n-\(index)"))
      }
    },
    StoreCheck("key.after-conflict", "A key whose commit was refused is free for the next try.") { probe in
      let key = try RequestKey("k-1")
      try await probe.commit(.sample("n-1"))
      let outcome = try await probe.store.commit(.sample("n-1", key: key))
      probe.expect("first try", outcome, is: .conflict(current: .first))
      try await probe.commit(.sample("n-1", 2, key: key))
    },
    StoreCheck("key.none", "Commits without a request key are never repeats of each other.") { probe in
      try await probe.commit(.sample("n-1"), .sample("n-1", 2), .sample("n-2"))
    },
    StoreCheck("precedence.duplicate-conflict", "A repeat is a duplicate even upon a revision long gone.") { probe in
      let first = Commit.sample("n-1", key: try RequestKey("k-1"))
      try await probe.commit(first, .sample("n-1", 2))
      probe.expect("the same commit again", try await probe.store.commit(first), is: .duplicate(first.entry))
    },
    StoreCheck("precedence.duplicate-claimed", "A repeat is a duplicate even if its claim is another's now.") { probe in
      let first = Commit.sample("n-1", key: try RequestKey("k-1"), claims: [.title])
      try await probe.commit(first, .sample("n-1", 2), .sample("n-2", claims: [.title]))
      let again = Commit.sample("n-1", 3, key: try RequestKey("k-1"), claims: [.title])
      probe.expect("the claim again", try await probe.store.commit(again), is: .duplicate(first.entry))
    },
    StoreCheck("precedence.conflict-claimed", "A conflict is told before a claim that is held.") { probe in
      try await probe.commit(.sample("n-1"), .sample("n-2", claims: [.title]))
      let outcome = try await probe.store.commit(.sample("n-1", claims: [.title]))
      probe.expect("stale commit with a claim", outcome, is: .conflict(current: .first))
    },
  ]
}
