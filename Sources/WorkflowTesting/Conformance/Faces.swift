import Foundation
import WorkflowKernel

/// Everything that one commit shows outside, of its record.
struct Faces: Equatable, Sendable {
  var record: Record<SampleNotebook>?
  var journal: [JournalEntry<SampleNotebook>] = []
  var entry: JournalEntry<SampleNotebook>?
  var effects: [SampleNotebook.Effect] = []
  var listed: [SampleNotebook.ID] = []
  var holder: SampleNotebook.ID?
  var due: [SampleNotebook.ID] = []
}

extension Faces {
  init(of commit: Commit<SampleNotebook>) {
    let id = commit.entry.id
    self.init(
      record: commit.record, journal: [commit.entry], entry: commit.entry, effects: commit.effects, listed: [id],
      holder: id, due: [id])
  }
}

extension Commit where Machine == SampleNotebook {
  /// A commit with something for every table, findable by its mark.
  static func whole(
    _ id: SampleNotebook.ID, _ revision: Int = 1, mark: String, key: String? = nil, claims: [Claim] = []
  ) throws -> Commit {
    .sample(
      id, revision, line: mark, key: try RequestKey("key-" + (key ?? mark)), effects: [mark],
      tags: [Tag(TagLabel("shelf", mark), at: .at(0))], claims: [Claim("title", mark)] + claims,
      due: mark == "a" ? .at(20) : .at(10))
  }
}

extension Probe {
  func expect(_ subject: String, _ found: Faces, is expected: Faces) {
    expect("record \(subject)", found.record, is: expected.record)
    expect("journal \(subject)", found.journal, is: expected.journal)
    expect("line \(subject)", found.entry, is: expected.entry)
    expect("effects \(subject)", found.effects, is: expected.effects)
    expect("list \(subject)", found.listed, is: expected.listed)
    expect("holder \(subject)", found.holder, is: expected.holder)
    expect("due records \(subject)", found.due, is: expected.due)
  }

  func faces(of id: ID, mark: String) async throws -> Faces {
    Faces(
      record: try await store.load(id), journal: try await store.journal(of: id),
      entry: try await store.entry(for: try RequestKey("key-" + mark)),
      effects: try await pending().filter { $0.key.id == id }.map(\.effect),
      listed: try await listed(TagLabel("shelf", mark)),
      holder: try await store.holder(of: Claim("title", mark)),
      due: try await due(at: .at(mark == "a" ? 20 : 10)).filter { $0 == id })
  }
}
