import Foundation
import Synchronization
import WorkflowKernel

/// What a check works with: an empty store, the host's hooks, and a list for what goes wrong.
struct Probe: Sendable {
  typealias ID = SampleNotebook.ID

  let store: any Store<SampleNotebook>
  let findings: Findings
  let plant: @Sendable (Data, ID) async throws -> any Store<SampleNotebook>
  let contents: @Sendable () async throws -> Data
  /// The same with what the store has kept, and the same list for what goes wrong.
  let reopened: @Sendable () async throws -> Probe
  let neighbor: @Sendable () async throws -> any Store<SampleDiary>

  func expect(_ isKept: Bool, _ finding: @autoclosure () -> String) {
    if !isKept { findings.add(finding()) }
  }

  func expect<Value: Equatable>(_ subject: String, _ found: Value, is expected: Value) {
    if found != expected { findings.add("\(subject): expected \(expected), found \(found)") }
  }

  /// Commits what must be accepted.
  func commit(_ commits: Commit<SampleNotebook>...) async throws {
    for commit in commits {
      expect("the commit of \(commit.entry.id)", try await store.commit(commit), is: .committed)
    }
  }

  /// The identifiers of a whole list, read in one page.
  func listed(_ label: TagLabel) async throws -> [ID] {
    try await store.find(label, after: nil, limit: 1_000).records.map(\.id)
  }

  func due(at instant: Date) async throws -> [ID] {
    try await store.due(at: instant, after: nil, limit: 1_000).ids
  }

  /// Follows pages to their end; a store whose pages never end is reported and left.
  func pages(_ page: (PageCursor?) async throws -> (ids: [ID], next: PageCursor?)) async throws -> [ID] {
    var ids: [ID] = []
    var cursor: PageCursor?
    for _ in 0..<100 {
      let (found, next) = try await page(cursor)
      ids += found
      guard let next else { return ids }
      cursor = next
    }
    findings.add("after 100 pages there was still another one")
    return ids
  }

  /// The identifiers of a whole list, page after page.
  func paged(_ label: TagLabel = .shelf, limit: Int) async throws -> [ID] {
    try await pages { cursor in
      let page = try await store.find(label, after: cursor, limit: limit)
      return (page.records.map(\.id), page.next)
    }
  }

  /// The identifiers of all that is due, page after page.
  func pagedDue(at instant: Date, limit: Int) async throws -> [ID] {
    try await pages { cursor in
      let page = try await store.due(at: instant, after: cursor, limit: limit)
      expect(page.ids.count <= limit, "a page of \(page.ids.count) records for a limit of \(limit)")
      return (page.ids, page.next)
    }
  }

  func pending(at instant: Date = .at(1_000_000)) async throws -> [PendingEffect<SampleNotebook>] {
    try await store.pendingEffects(at: instant, limit: 1_000)
  }
}

final class Findings: Sendable {
  private let list = Mutex<[String]>([])

  var all: [String] { list.withLock { $0 } }
  var isEmpty: Bool { list.withLock { $0.isEmpty } }

  func add(_ finding: String) {
    // Swift prints the module of every nested value; without it a finding can be read.
    let short = finding.replacing("WorkflowKernel.", with: "").replacing("WorkflowTesting.", with: "")
    list.withLock { $0.append(short) }
  }
}
