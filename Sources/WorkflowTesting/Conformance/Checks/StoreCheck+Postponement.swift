import Foundation
import WorkflowKernel

extension StoreCheck {
  static let postponement: [StoreCheck] = [
    StoreCheck("postpone.hidden", "A postponed effect is hidden until its instant, then back in its place.") { probe in
      try await probe.commit(.sample("n-1", effects: ["1", "2"]))
      try await probe.store.postpone(.init(id: "n-1", revision: .first, index: 0), until: .at(60))
      probe.expect("a millisecond before", try await probe.lines(at: .at(59.999)), is: ["2"])
      probe.expect("at the instant", try await probe.lines(at: .at(60)), is: ["1", "2"])
    },
    StoreCheck("postpone.counted", "Each postponement counts a failed try and keeps the rest of the effect.") { probe in
      try await probe.commit(.sample("n-1", at: .at(1), effects: ["1"]))
      let key = EffectKey<SampleNotebook.ID>(id: "n-1", revision: .first, index: 0)
      for attempts in 1...3 {
        let next = Date.at(Double(attempts) * 10)
        try await probe.store.postpone(key, until: next)
        let expected = PendingEffect<SampleNotebook>(
          key: key, effect: .read("1"), recorded: .at(1), attempts: attempts, nextTry: next)
        probe.expect("pending", try await probe.pending(), is: [expected])
      }
    },
    StoreCheck("postpone.one", "Postponing hides one effect, of one record and one revision, and no other.") { probe in
      try await probe.commit(
        .sample("n-1", effects: ["1", "2"]), .sample("n-2", effects: ["3"]), .sample("n-1", 2, effects: ["4"]),
        .sample("N-1", effects: ["5"]))
      try await probe.store.postpone(.init(id: "n-1", revision: .first, index: 0), until: .at(60))
      let others = try await probe.pending(at: .at(9))
      probe.expect("what waits", others.map(\.effect), is: ["2", "3", "4", "5"].map { .read($0) })
      probe.expect("failed tries of what waits", others.map(\.attempts), is: [0, 0, 0, 0])
    },
    StoreCheck("postpone.others", "A page of effects is not filled by those that are hidden.") { probe in
      try await probe.commit(.sample("n-1", effects: ["1", "2", "3", "4"]))
      for index in 0..<3 {
        try await probe.store.postpone(.init(id: "n-1", revision: .first, index: index), until: .at(60))
      }
      let page = try await probe.store.pendingEffects(at: .at(9), limit: 1)
      probe.expect("page of one", page.map(\.effect), is: [.read("4")])
    },
    StoreCheck("postpone.acknowledged", "A postponed effect can still be acknowledged.") { probe in
      try await probe.commit(.sample("n-1", effects: ["1"]))
      let key = EffectKey<SampleNotebook.ID>(id: "n-1", revision: .first, index: 0)
      try await probe.store.postpone(key, until: .at(60))
      try await probe.store.acknowledge(key)
      probe.expect("what waits", try await probe.lines(), is: [])
    },
  ]
}
