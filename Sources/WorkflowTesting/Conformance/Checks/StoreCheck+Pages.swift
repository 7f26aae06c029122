import Foundation
import WorkflowKernel

extension StoreCheck {
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
}
