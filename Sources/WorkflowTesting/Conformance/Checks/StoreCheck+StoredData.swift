import Foundation
import WorkflowKernel

extension StoreCheck {
  static let storedData: [StoreCheck] = [
    StoreCheck("stored.version", "A state of an unknown version is refused by name.") { probe in
      try await probe.expectUnreadable(
        #"{"format":"sample-notebook","state":{"open":{"lines":[]}},"version":99}"#, version: 99, .unknownVersion)
    },
    StoreCheck("stored.foreign", "A state of another machine is refused by name.") { probe in
      try await probe.expectUnreadable(
        #"{"format":"other","state":{},"version":2}"#, format: "other", version: nil, .foreignFormat)
    },
    StoreCheck("stored.unknown-value", "A state with an unknown value is refused by name.") { probe in
      try await probe.expectUnreadable(
        #"{"format":"sample-notebook","state":{"torn":{"lines":[]}},"version":2}"#, version: 2, .malformed)
    },
    StoreCheck("stored.truncated", "A state that is cut short is refused by name.") { probe in
      try await probe.expectUnreadable(#"{"format":"sample-notebook","sta"#, version: nil, .malformed)
    },
    StoreCheck("stored.list", "A list does not leave out a record that it cannot read.") { probe in
      try await probe.commit(.sample("n-1", tags: [Tag(.shelf, at: .at(0))]))
      do {
        let store = try await probe.plant(Data("{}".utf8), "n-1")
        let page = try await store.find(.shelf, after: nil, limit: 10)
        probe.findings.add("no error, but a page of \(page.records.count) records")
      } catch let error as UnreadableRecord {
        probe.expect("the record named", error.id, is: "n-1")
      }
    },
    StoreCheck("stored.earlier", "A state of an earlier version is read.") { probe in
      try await probe.commit(.sample("n-1"))
      let store = try await probe.plant(
        Data(#"{"format":"sample-notebook","state":{"closed":true,"lines":["old"]},"version":1}"#.utf8), "n-1")
      let expected = Record<SampleNotebook>(id: "n-1", state: .closed(lines: ["old"]), revision: .first)
      probe.expect("load", try await store.load("n-1"), is: expected)
    },
  ]

  static let erasure: [StoreCheck] = [
    StoreCheck("record.replaced", "The content of a state is erased once a commit has replaced it.") { probe in
      let mark = "mark-of-the-state"
      try await probe.commit(.sample("n-1", line: mark))
      probe.expect(try await probe.contains(mark), "the content is not found while it is current: look at the hook")
      try await probe.commit(.sample("n-1", 2))
      probe.expect(try await !probe.contains(mark), "the content is still there")
    },
    StoreCheck("outbox.erased", "The content of an effect is erased once it was carried out.") { probe in
      let mark = "mark-of-the-effect"
      try await probe.commit(.sample("n-1", effects: [mark, "other"]))
      probe.expect(try await probe.contains(mark), "the content is not found while it waits: look at the hook")
      try await probe.store.acknowledge(.init(id: "n-1", revision: .first, index: 0))
      probe.expect(try await !probe.contains(mark), "the content is still there")
    },
  ]
}

extension Probe {
  fileprivate func contains(_ text: String) async throws -> Bool {
    try await contents().firstRange(of: Data(text.utf8)) != nil
  }

  /// Damages a record and reads it; a store may find the damage when it is opened.
  fileprivate func expectUnreadable(
    _ bytes: String, format: String = "sample-notebook", version: Int?, _ problem: UnreadableRecord.Problem
  ) async throws {
    try await commit(.sample("n-1"), .sample("n-2"))
    do {
      let store = try await plant(Data(bytes.utf8), "n-1")
      let record = try await store.load("n-1")
      findings.add("no error, but \(record.map { "\($0.state)" } ?? "no record")")
    } catch let error as UnreadableRecord {
      let expected = UnreadableRecord(format: format, version: version, id: "n-1", problem: problem)
      expect("error", error, is: expected)
    }
  }
}
