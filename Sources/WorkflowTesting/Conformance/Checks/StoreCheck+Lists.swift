import Foundation
import WorkflowKernel

extension StoreCheck {
  static let lists: [StoreCheck] = [
    StoreCheck("list.order", "A list gives the latest instant first, whatever the order of the commits.") { probe in
      for (index, seconds) in [3.0, 1, 5, 2, 4].enumerated() {
        try await probe.commit(.sample(.init("n-\(index)"), tags: [Tag(.shelf, at: .at(seconds))]))
      }
      probe.expect("list", try await probe.listed(.shelf), is: ["n-2", "n-4", "n-0", "n-3", "n-1"])
    },
    StoreCheck("list.ties", "Within an instant, a list is ordered by identifier, scalar by scalar.") { probe in
      let ids: [SampleNotebook.ID] = ["b", "a-1", "B", "a", "a10", "a9", "é", "~"]
      for id in ids { try await probe.commit(.sample(id, tags: [Tag(.shelf, at: .at(0))])) }
      probe.expect("list", try await probe.listed(.shelf), is: ["B", "a", "a-1", "a10", "a9", "b", "~", "é"])
    },
    StoreCheck("list.precision", "Instants a millisecond apart are kept apart.") { probe in
      for (id, seconds) in [("b", 0.125), ("a", 0.124), ("c", 0.126)] {
        try await probe.commit(.sample(.init(id), tags: [Tag(.shelf, at: .at(seconds))]))
      }
      probe.expect("list", try await probe.listed(.shelf), is: ["c", "b", "a"])
    },
    StoreCheck("list.exact", "Lists differ by scope, and by case, accent and blank of their value.") { probe in
      let labels = [
        TagLabel("shelf", "one"), TagLabel("desk", "one"), TagLabel("shelf", "One"), TagLabel("shelf", "óne"),
        TagLabel("shelf", "one "), TagLabel("shelfo", "ne"),
      ]
      for (index, label) in labels.enumerated() {
        try await probe.commit(.sample(.init("n-\(index)"), tags: [Tag(label, at: .at(0))]))
      }
      for (index, label) in labels.enumerated() {
        probe.expect("list \(index)", try await probe.listed(label), is: [.init("n-\(index)")])
      }
    },
    StoreCheck("list.several", "A record may stand in several lists, in each at its own place.") { probe in
      let desk = TagLabel("desk", "one")
      try await probe.commit(
        .sample("n-1", tags: [Tag(.shelf, at: .at(1)), Tag(desk, at: .at(2))]),
        .sample("n-2", tags: [Tag(.shelf, at: .at(2)), Tag(desk, at: .at(1))]))
      probe.expect("shelf", try await probe.listed(.shelf), is: ["n-2", "n-1"])
      probe.expect("desk", try await probe.listed(desk), is: ["n-1", "n-2"])
    },
    StoreCheck("list.left", "A record leaves the lists that its last commit does not name.") { probe in
      try await probe.commit(
        .sample("n-1", tags: [Tag(.shelf, at: .at(1))]), .sample("n-2", tags: [Tag(.shelf, at: .at(2))]),
        .sample("n-1", 2))
      probe.expect("list", try await probe.listed(.shelf), is: ["n-2"])
    },
    StoreCheck("list.moved", "A record whose instant changes stands once, at its new place.") { probe in
      try await probe.commit(
        .sample("n-1", tags: [Tag(.shelf, at: .at(1))]), .sample("n-2", tags: [Tag(.shelf, at: .at(2))]),
        .sample("n-1", 2, tags: [Tag(.shelf, at: .at(3))]))
      probe.expect("list", try await probe.listed(.shelf), is: ["n-1", "n-2"])
    },
    StoreCheck("list.current", "A list gives its records as of their last commit.") { probe in
      let last = Commit.sample("n-1", 2, line: "last", tags: [Tag(.shelf, at: .at(1))])
      try await probe.commit(.sample("n-1", tags: [Tag(.shelf, at: .at(1))]), last)
      let page = try await probe.store.find(.shelf, after: nil, limit: 10)
      probe.expect("page", page, is: Page(records: [last.record], next: nil))
    },
  ]

  static let pages: [StoreCheck] = [
    StoreCheck("page.whole", "Pages of any size together give the whole list once, in order.") { probe in
      let list = try await probe.fillShelf(count: 12)
      for limit in [1, 2, 5, 11, 12, 13] {
        probe.expect("pages of \(limit)", try await probe.paged(limit: limit), is: list)
      }
    },
    StoreCheck("page.limit", "A page holds at most as many records as asked for.") { probe in
      let list = try await probe.fillShelf(count: 6)
      let page = try await probe.store.find(.shelf, after: nil, limit: 3)
      probe.expect("page", page.records.map(\.id), is: Array(list.prefix(3)))
    },
    StoreCheck("page.none", "A limit below one gives an empty page, not everything.") { probe in
      _ = try await probe.fillShelf(count: 2)
      for limit in [0, -1] {
        let page = try await probe.store.find(.shelf, after: nil, limit: limit)
        probe.expect("page of \(limit)", page, is: Page(records: [], next: nil))
      }
    },
    StoreCheck("page.end", "The page with the last record has no next one, even if it is full.") { probe in
      _ = try await probe.fillShelf(count: 4)
      let first = try await probe.store.find(.shelf, after: nil, limit: 2)
      probe.expect(first.next != nil, "the first page has no next one")
      let second = try await probe.store.find(.shelf, after: first.next, limit: 2)
      probe.expect("records of the second page", second.records.count, is: 2)
      probe.expect("next of the second page", second.next, is: nil)
    },
    StoreCheck("page.beyond", "A cursor at the end or beyond gives an empty page.") { probe in
      let list = try await probe.fillShelf(count: 2)
      for cursor in [PageCursor(instant: .at(0), id: list[1].rawValue), PageCursor(instant: .at(-9), id: "n-0")] {
        let page = try await probe.store.find(.shelf, after: cursor, limit: 2)
        probe.expect("page", page, is: Page(records: [], next: nil))
      }
    },
    StoreCheck("page.arrivals", "Records that arrive while somebody pages repeat and hide none that stay.") { probe in
      let list = try await probe.fillShelf(count: 6)
      let first = try await probe.store.find(.shelf, after: nil, limit: 3)
      try await probe.commit(
        .sample("new-1", tags: [Tag(.shelf, at: .at(100))]), .sample("new-2", tags: [Tag(.shelf, at: .at(101))]))
      let second = try await probe.store.find(.shelf, after: first.next, limit: 3)
      probe.expect("both pages", (first.records + second.records).map(\.id), is: list)
    },
    StoreCheck("page.departures", "Records that leave while somebody pages hide none that stay.") { probe in
      let list = try await probe.fillShelf(count: 6)
      let first = try await probe.store.find(.shelf, after: nil, limit: 3)
      // The record that the cursor names is one of them.
      try await probe.commit(.sample(list[0], 2), .sample(list[2], 2))
      let second = try await probe.store.find(.shelf, after: first.next, limit: 3)
      probe.expect("second page", second.records.map(\.id), is: Array(list.suffix(3)))
    },
    StoreCheck("page.ties", "A page may end between two records of one instant.") { probe in
      let ids: [SampleNotebook.ID] = ["a", "b", "c", "d", "e"]
      for id in ids { try await probe.commit(.sample(id, tags: [Tag(.shelf, at: .at(0))])) }
      probe.expect("pages", try await probe.paged(limit: 2), is: ids)
    },
  ]
}

extension Probe {
  /// Puts records on a shelf, two an instant, and gives them as the list should.
  fileprivate func fillShelf(count: Int) async throws -> [ID] {
    var places: [(instant: Date, id: ID)] = []
    for index in 0..<count {
      // Not in the order of the list.
      let index = (index * 5 + 2) % count
      let place = (instant: Date.at(Double(index / 2)), id: ID("n-\(100 + index)"))
      places.append(place)
      try await commit(.sample(place.id, tags: [Tag(.shelf, at: place.instant)]))
    }
    return places.sorted { $0.instant == $1.instant ? $0.id < $1.id : $0.instant > $1.instant }.map(\.id)
  }

  /// The whole shelf, page after page; stops a store that never ends.
  fileprivate func paged(limit: Int) async throws -> [ID] {
    var ids: [ID] = []
    var cursor: PageCursor?
    repeat {
      let page = try await store.find(.shelf, after: cursor, limit: limit)
      ids += page.records.map(\.id)
      cursor = page.next
    } while cursor != nil && ids.count < 100
    return ids
  }
}
