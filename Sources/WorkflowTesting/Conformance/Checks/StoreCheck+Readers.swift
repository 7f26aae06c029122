import Foundation
import Synchronization
import WorkflowKernel

extension StoreCheck {
  static let readers: [StoreCheck] = [
    StoreCheck("concurrent.reader", "Who sees a state also sees the line that led to it.") { probe in
      let writer = Writer()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            repeat {
              let revision = try await probe.store.load("n-1")?.revision.rawValue ?? 0
              let lines = try await probe.store.journal(of: "n-1").count
              probe.expect(lines >= revision, "revision \(revision) was seen with \(lines) lines")
              if lines < revision { break }
              await Task.yield()
            } while !writer.isDone.load(ordering: .sequentiallyConsistent)
          }
        }
        group.addTask {
          defer { writer.isDone.store(true, ordering: .sequentiallyConsistent) }
          for revision in 1...30 where probe.findings.isEmpty { try await probe.commit(.sample("n-1", revision)) }
        }
        try await group.waitForAll()
      }
    },
    StoreCheck("concurrent.whole", "Who sees any part of a commit sees all of it.") { probe in
      let marks = (100..<116).map { "\($0)" }
      let writer = Writer()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for glimpse in Glimpse.allCases {
          group.addTask {
            for mark in marks where try await !probe.isWhole(mark, upon: glimpse, of: writer) { break }
          }
        }
        group.addTask {
          defer { writer.isDone.store(true, ordering: .sequentiallyConsistent) }
          for mark in marks where probe.findings.isEmpty {
            try await probe.commit(.whole(.init(mark), mark: mark))
          }
        }
        try await group.waitForAll()
      }
    },
  ]
}

/// By what a reader first notices a commit.
private enum Glimpse: CaseIterable {
  case record
  case journal
  case line
  case list
  case holder
  case due
  case effects
}

private final class Writer: Sendable {
  let isDone = Atomic(false)
}

extension Probe {
  /// Waits for a glimpse of a commit, then looks at the rest; one difference is enough to report.
  fileprivate func isWhole(_ mark: String, upon glimpse: Glimpse, of writer: Writer) async throws -> Bool {
    // Whoever waits for what never comes leaves with the writer.
    while try await !sees(glimpse, mark), !writer.isDone.load(ordering: .sequentiallyConsistent) {
      await Task.yield()
    }
    let (found, whole) = (try await faces(of: ID(mark), mark: mark), Faces(of: try .whole(ID(mark), mark: mark)))
    expect("after the \(glimpse)", found, is: whole)
    return found == whole
  }

  fileprivate func sees(_ glimpse: Glimpse, _ mark: String) async throws -> Bool {
    let id = ID(mark)
    return switch glimpse {
    case .record: try await store.load(id) != nil
    case .journal: try await !store.journal(of: id).isEmpty
    case .line: try await store.entry(for: try RequestKey("key-" + mark)) != nil
    case .list: try await listed(TagLabel("shelf", mark)) == [id]
    case .holder: try await store.holder(of: Claim("title", mark)) == id
    case .due: try await due(at: .at(20)).contains(id)
    case .effects: try await pending().contains { $0.key.id == id }
    }
  }
}
