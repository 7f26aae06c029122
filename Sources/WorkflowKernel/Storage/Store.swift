public import Foundation

/// Where a host keeps the records of one machine: one generic adapter per database serves every machine.
///
/// Each requirement is one promise, and `WorkflowTesting` checks them all. What is expected to happen between two
/// servers is returned; only broken infrastructure and unreadable data are thrown. An adapter writes states with
/// ``RecordFormat/encode(_:of:)`` and reads them with ``RecordFormat/decode(_:of:as:)``, so that unknown data is an
/// error which names the record.
///
/// Identifiers, keys, claims and lists are compared and ordered exactly, scalar by scalar: case, accents and blanks
/// count. One thing is left to the host: of a text written composed and decomposed (`é` as one scalar or as two), Swift
/// makes one text and a database two, so what comes from outside is composed (NFC) before it becomes an identifier, a
/// key, a claim or a list. Each of these texts (of claims and lists, scope and value) has up to 255 bytes of UTF-8 and no
/// U+0000; states and effects hold any text. A claim or a tag given twice in one commit counts once. Instants from the
/// year 1900 to the year 9999 are kept at least to the millisecond.
///
/// What a call has done is there after a restart, as it was: whoever got an answer relies on it.
public protocol Store<Machine>: Outbox {
  /// The record, as of its last commit; `nil` where there is none.
  func load(_ id: Machine.ID) async throws -> Record<Machine>?

  /// Stores a change whole or not at all, if the revision is the expected one, the request key is new in the whole
  /// store and every claim is free or already the record's own. Claims that the change no longer names become free.
  ///
  /// A commit replaces: earlier states are not kept, in a log or a table of history either. What a machine erases is
  /// gone; what happened stays in the journal, whose lines hold no state.
  func commit(_ commit: Commit<Machine>) async throws -> CommitOutcome<Machine>

  /// The line recorded under a request key, whatever its record.
  func entry(for key: RequestKey) async throws -> JournalEntry<Machine>?

  /// The record that holds a claim now.
  func holder(of claim: Claim) async throws -> Machine.ID?

  /// The records of a list, the latest instant first, then by identifier; at most `limit`, after `cursor`.
  ///
  /// A page costs what it returns, not what the store holds; records that come or go while somebody pages neither
  /// repeat nor hide those that stay. The page with the last record has no next one; a limit below one gives none.
  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) async throws -> Page<Machine>

  /// The records due at `instant` or before, the earliest first, then by identifier; at most `limit`, after `cursor`.
  func due(at instant: Date, after cursor: PageCursor?, limit: Int) async throws -> DuePage<Machine.ID>

  /// The lines of one record, the oldest first.
  func journal(of id: Machine.ID) async throws -> [JournalEntry<Machine>]
}

/// The effects that wait to be carried out.
///
/// Delivery is at least once; the key tells a repeat.
public protocol Outbox<Machine>: Sendable {
  /// The machine whose effects wait here.
  associatedtype Machine: StateMachine

  /// The effects whose next try has come at `instant`, in the order in which they were committed; at most `limit`.
  ///
  /// The first try of an effect comes at the instant of its journal line.
  func pendingEffects(at instant: Date, limit: Int) async throws -> [PendingEffect<Machine>]

  /// Removes an effect that was carried out, and erases its content. Unknown keys are ignored: two relays may meet.
  func acknowledge(_ key: EffectKey<Machine.ID>) async throws

  /// Counts a failed try and hides the effect until `instant`. Unknown keys are ignored.
  func postpone(_ key: EffectKey<Machine.ID>, until instant: Date) async throws
}

/// Where a page ended: the place of its last record.
public struct PageCursor: Hashable, Codable, Sendable {
  /// The instant of the last record.
  public let instant: Date
  /// The identifier of the last record.
  public let id: String

  /// Describes a place in a list; an instant that is not finite counts as the distant past or future.
  public init(instant: Date, id: String) {
    self.instant = instant.finite
    self.id = id
  }
}

/// Some records of a list, and where to go on.
public struct Page<Machine: StateMachine>: Equatable, Sendable {
  /// The records, the latest first.
  public let records: [Record<Machine>]
  /// Where the next page starts; `nil` at the end.
  public let next: PageCursor?

  /// Describes a page.
  public init(records: [Record<Machine>], next: PageCursor?) {
    self.records = records
    self.next = next
  }
}

/// Some records that are due, and where to go on.
public struct DuePage<ID: Identifier>: Hashable, Sendable {
  /// The identifiers, the earliest due first.
  public let ids: [ID]
  /// Where the next page starts; `nil` at the end.
  public let next: PageCursor?

  /// Describes a page.
  public init(ids: [ID], next: PageCursor?) {
    self.ids = ids
    self.next = next
  }
}
