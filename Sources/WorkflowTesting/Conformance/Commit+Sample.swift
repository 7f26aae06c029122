import Foundation
import WorkflowKernel

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

  /// Lines that a state may hold, and that a column, a statement or a file may not take.
  static var awkwardTexts: [String] {
    [
      "", "l’été à Noël, cœur\u{202F}!", "'; DROP TABLE records; --", #""\/{}[]%_?$1"#, "一二三 🧑‍🧑‍🧒", " a\r\n\tb\n ",
      "a\0b", String(repeating: "é", count: 10_000),
    ]
  }

  var record: Record<SampleNotebook> { Record(id: entry.id, state: state, revision: entry.revision) }
}

extension TagLabel {
  static let shelf = TagLabel("shelf", "one")
}

extension Claim {
  static let title = Claim("title", "one")
}

extension Commit where Machine == SampleNotebook {
  /// The same change of the diary with the same identifier.
  var ofDiary: Commit<SampleDiary> {
    Commit<SampleDiary>(
      expected: expected, state: state, entry: entry.ofDiary, effects: effects, facets: facets, due: due)
  }
}

extension JournalEntry where Machine == SampleNotebook {
  var ofDiary: JournalEntry<SampleDiary> {
    JournalEntry<SampleDiary>(
      id: id, revision: revision, instant: instant, actor: actor, event: event, from: from, to: to, reason: reason,
      key: key, fingerprint: fingerprint)
  }
}
