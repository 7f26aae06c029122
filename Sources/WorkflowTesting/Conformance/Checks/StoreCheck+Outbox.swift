import Foundation
import WorkflowKernel

extension StoreCheck {
  static let outbox: [StoreCheck] = [
    StoreCheck("outbox.content", "An effect waits with its key, its content and the instant of its order.") { probe in
      try await probe.commit(.sample("n-1"), .sample("n-1", 2, at: .at(5), effects: ["a", "b"]))
      let expected = ["a", "b"].enumerated().map { index, line in
        PendingEffect<SampleNotebook>(
          key: EffectKey(id: "n-1", revision: Revision(rawValue: 2), index: index), effect: .read(line),
          recorded: .at(5), attempts: 0, nextTry: .at(5))
      }
      probe.expect("pending", try await probe.pending(at: .at(5)), is: expected)
      probe.expect("pending before the order", try await probe.pending(at: .at(4)), is: [])
    },
    StoreCheck("outbox.precision", "The instants of an effect are kept to the millisecond.") { probe in
      let key = EffectKey<SampleNotebook.ID>(id: "n-1", revision: .first, index: 0)
      let effect = SampleNotebook.Effect.read("1")
      try await probe.commit(.sample("n-1", at: .at(5.125), effects: ["1"]))
      probe.expect("a millisecond before its order", try await probe.lines(at: .at(5.124)), is: [])
      let first = PendingEffect<SampleNotebook>(
        key: key, effect: effect, recorded: .at(5.125), attempts: 0, nextTry: .at(5.125))
      probe.expect("at its order", try await probe.pending(at: .at(5.125)), is: [first])
      try await probe.store.postpone(key, until: .at(60.875))
      probe.expect("a millisecond before its next try", try await probe.lines(at: .at(60.874)), is: [])
      let next = PendingEffect<SampleNotebook>(
        key: key, effect: effect, recorded: .at(5.125), attempts: 1, nextTry: .at(60.875))
      probe.expect("at its next try", try await probe.pending(at: .at(60.875)), is: [next])
    },
    StoreCheck("outbox.order", "Effects wait in the order of their commits, and within a commit in theirs.") { probe in
      // By identifier, by instant and by revision they would stand otherwise.
      try await probe.commit(
        .sample("z", at: .at(9), effects: ["1", "2"]), .sample("a", at: .at(3), effects: ["3"]),
        .sample("z", 2, at: .at(1), effects: ["4", "5"]), .sample("m", at: .at(2), effects: ["6"]))
      probe.expect("order", try await probe.lines(), is: ["1", "2", "3", "4", "5", "6"])
    },
    StoreCheck("outbox.limit", "No more effects are given than asked for; a limit below one gives none.") { probe in
      try await probe.commit(.sample("n-1", effects: ["1", "2", "3"]))
      for (limit, expected) in [(2, 2), (3, 3), (1, 1), (0, 0), (-1, 0)] {
        let effects = try await probe.store.pendingEffects(at: .at(9), limit: limit)
        probe.expect("effects for a limit of \(limit)", effects.count, is: expected)
      }
    },
    StoreCheck("outbox.acknowledged", "An effect that was carried out is gone, and no other.") { probe in
      try await probe.commit(
        .sample("n-1", effects: ["1", "2"]), .sample("n-2", effects: ["3"]), .sample("n-1", 2, effects: ["4"]),
        .sample("N-1", effects: ["5"]))
      try await probe.store.acknowledge(.init(id: "n-1", revision: .first, index: 0))
      probe.expect("after the first", try await probe.lines(), is: ["2", "3", "4", "5"])
      try await probe.store.acknowledge(.init(id: "n-2", revision: .first, index: 0))
      probe.expect("after the third", try await probe.lines(), is: ["2", "4", "5"])
    },
    StoreCheck("outbox.unknown", "Acknowledging or postponing an effect that is gone does nothing.") { probe in
      try await probe.commit(.sample("n-1", effects: ["1", "2"]))
      let gone = EffectKey<SampleNotebook.ID>(id: "n-1", revision: .first, index: 0)
      for key in [gone, gone, EffectKey(id: "never", revision: .first, index: 0)] {
        try await probe.store.acknowledge(key)
        try await probe.store.postpone(key, until: .at(1))
      }
      probe.expect("what waits", try await probe.lines(), is: ["2"])
    },
    StoreCheck("outbox.later", "Commits that follow leave waiting effects as they are.") { probe in
      try await probe.commit(.sample("n-1", effects: ["1"]), .sample("n-1", 2), .sample("n-1", 3, effects: ["2"]))
      probe.expect("what waits", try await probe.lines(), is: ["1", "2"])
    },
  ]
}

extension Probe {
  func lines(at instant: Date = .at(1_000_000)) async throws -> [String] {
    try await pending(at: instant).map { pending in
      switch pending.effect {
      case .read(let line): line
      }
    }
  }
}
