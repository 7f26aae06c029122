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
    StoreCheck("list.repeated", "A tag given twice in one commit counts once.") { probe in
      let tag = Tag(.shelf, at: .at(1))
      try await probe.commit(.sample("n-1", tags: [tag, tag]))
      probe.expect("list", try await probe.listed(.shelf), is: ["n-1"])
      try await probe.commit(.sample("n-1", 2))
      probe.expect("list after the record left", try await probe.listed(.shelf), is: [])
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
}
