import Foundation
import WorkflowKernel

extension StoreCheck {
  static let due: [StoreCheck] = [
    StoreCheck("due.boundary", "A record is due from its instant on, included, and not a millisecond before.") {
      probe in
      try await probe.commit(.sample("n-1", due: .at(10.125)), .sample("n-2"))
      probe.expect("a millisecond before", try await probe.due(at: .at(10.124)), is: [])
      probe.expect("at the instant", try await probe.due(at: .at(10.125)), is: ["n-1"])
      probe.expect("much later", try await probe.due(at: .at(1e9)), is: ["n-1"])
    },
    StoreCheck("due.order", "Due records come the earliest first, then by identifier.") { probe in
      try await probe.commit(
        .sample("b", due: .at(90_000)), .sample("e", due: .at(2)), .sample("a", due: .at(90_000)),
        .sample("d", due: .at(-90_000)), .sample("c", due: .at(90_001)))
      probe.expect("due", try await probe.due(at: .at(100_000)), is: ["d", "e", "a", "b", "c"])
    },
    StoreCheck("due.ties", "Within an instant, due records are ordered by identifier, scalar by scalar.") { probe in
      let ids: [SampleNotebook.ID] = ["b", "a-1", "B", "a", "a10", "a9", "é", "~"]
      for id in ids { try await probe.commit(.sample(id, due: .at(0))) }
      let ordered: [SampleNotebook.ID] = ["B", "a", "a-1", "a10", "a9", "b", "~", "é"]
      probe.expect("due", try await probe.due(at: .at(0)), is: ordered)
      probe.expect("pages of 2", try await probe.pagedDue(at: .at(0), limit: 2), is: ordered)
    },
    StoreCheck("due.moved", "A commit puts its due instant in the place of the one before.") { probe in
      try await probe.commit(
        .sample("n-1", due: .at(10)), .sample("n-2", due: .at(90)), .sample("n-1", 2, due: .at(50)),
        .sample("n-2", 2, due: .at(20)))
      probe.expect("at 10", try await probe.due(at: .at(10)), is: [])
      probe.expect("at 20", try await probe.due(at: .at(20)), is: ["n-2"])
      probe.expect("at 90", try await probe.due(at: .at(90)), is: ["n-2", "n-1"])
    },
    StoreCheck("due.cleared", "A commit without a due instant takes the record off the list.") { probe in
      try await probe.commit(.sample("n-1", due: .at(10)), .sample("n-1", 2))
      probe.expect("due", try await probe.due(at: .at(1e9)), is: [])
    },
    StoreCheck("due.pages", "Pages of due records together give each once, in order.") { probe in
      let ids = try await probe.fillCalendar()
      for limit in [1, 2, 3, 6, 7] {
        let found = try await probe.pagedDue(at: .at(1e6), limit: limit)
        probe.expect("pages of \(limit)", found, is: ids)
      }
    },
    StoreCheck("due.settled", "Records settled between two pages hide none of those that wait.") { probe in
      let ids = try await probe.fillCalendar()
      let first = try await probe.store.due(at: .at(1e6), after: nil, limit: 3)
      for id in first.ids { try await probe.commit(.sample(id, 2)) }
      let second = try await probe.store.due(at: .at(1e6), after: first.next, limit: 3)
      probe.expect("second page", second, is: DuePage(ids: Array(ids.suffix(3)), next: nil))
    },
    StoreCheck("due.none", "A limit below one gives no due record, not all of them.") { probe in
      _ = try await probe.fillCalendar()
      for limit in [0, -1] {
        let page = try await probe.store.due(at: .at(1e6), after: nil, limit: limit)
        probe.expect("page of \(limit)", page, is: DuePage(ids: [], next: nil))
      }
    },
  ]
}

extension Probe {
  /// Six records due over three days, two of them at one instant, in the order in which they are due.
  fileprivate func fillCalendar() async throws -> [ID] {
    let places: [(ID, Double)] = [("f", 1), ("b", 3_601), ("c", 3_601), ("a", 9_000), ("e", 90_000), ("d", 180_000)]
    for index in [4, 2, 0, 5, 1, 3] {
      try await commit(.sample(places[index].0, due: .at(places[index].1)))
    }
    return places.map(\.0)
  }
}
