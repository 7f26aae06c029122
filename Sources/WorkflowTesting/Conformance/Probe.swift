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

  func pending(at instant: Date = .at(1_000_000)) async throws -> [PendingEffect<SampleNotebook>] {
    try await store.pendingEffects(at: instant, limit: 1_000)
  }
}

final class Findings: Sendable {
  private let list = Mutex<[String]>([])

  var all: [String] { list.withLock { $0 } }

  func add(_ finding: String) {
    // Swift prints the module of every nested value; without it a finding can be read.
    let short = finding.replacing("WorkflowKernel.", with: "").replacing("WorkflowTesting.", with: "")
    list.withLock { $0.append(short) }
  }
}

extension Date {
  /// So many seconds after an arbitrary whole second, exact to the millisecond in binary where the fraction is.
  static func at(_ seconds: Double) -> Date { Date(timeIntervalSince1970: 1_900_000_000 + seconds) }
}

extension Commit where Machine == SampleNotebook {
  /// The change that makes `revision` of a notebook, upon the one before.
  static func sample(
    _ id: SampleNotebook.ID, _ revision: Int = 1, line: String = "line", at instant: Date = .at(0),
    key: RequestKey? = nil, effects: [String] = [], tags: [Tag] = [], claims: [Claim] = [], due: Date? = nil
  ) -> Commit {
    Commit(
      expected: revision == 1 ? nil : Revision(rawValue: revision - 1),
      state: .open(lines: (1..<revision).map { "line \($0)" } + [line]),
      entry: JournalEntry(
        id: id, revision: Revision(rawValue: revision), instant: instant, actor: .agent("a-1"), event: .write,
        from: revision == 1 ? nil : .open, to: .open, reason: "why", key: key,
        fingerprint: key.flatMap { _ in Fingerprint("000102030405060708090a0b0c0d0e0f") }),
      effects: effects.map { .read($0) }, facets: Facets(tags: tags, claims: claims), due: due)
  }

  var record: Record<SampleNotebook> { Record(id: entry.id, state: state, revision: entry.revision) }
}

extension TagLabel {
  static let shelf = TagLabel("shelf", "one")
}

extension Claim {
  static let title = Claim("title", "one")
}
