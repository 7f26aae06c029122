public import Foundation

/// How many orders a record has accepted: 1 after its first.
public struct Revision: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  /// The count.
  public let rawValue: Int
  /// The revision after `rawValue` accepted orders.
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// The revision of a record that has just come into being.
  public static let first = Revision(rawValue: 1)
  /// The revision that the next accepted order makes.
  public var next: Revision { Revision(rawValue: rawValue + 1) }
  /// Fewer orders come before more.
  public static func < (left: Revision, right: Revision) -> Bool { left.rawValue < right.rawValue }
}

/// A stored state and where it stands in its history.
public struct Record<Machine: StateMachine>: Sendable {
  /// Which record it is.
  public let id: Machine.ID
  /// The state.
  public let state: Machine.State
  /// How many orders led to it.
  public let revision: Revision

  /// Describes a record.
  @inlinable
  public init(id: Machine.ID, state: Machine.State, revision: Revision) {
    self.id = id
    self.state = state
    self.revision = revision
  }
}

extension Record: Equatable {}

/// One line of the journal: one order that was accepted.
///
/// It holds no secret and no personal content.
public struct JournalEntry<Machine: StateMachine>: Hashable, Codable, Sendable {
  /// The record that the order was given to.
  public let id: Machine.ID
  /// The revision that the order made.
  public let revision: Revision
  /// When the order was given.
  public let instant: Date
  /// Who gave it.
  public let actor: Actor
  /// Which order it was.
  public let event: Machine.EventName
  /// The state before; `nil` for the order that made the record.
  public let from: Machine.StateName?
  /// The state after.
  public let to: Machine.StateName
  /// A stable code, where a reason was given.
  public let reason: String?
  /// The key under which the order was sent.
  public let key: RequestKey?
  /// What recognizes the repeat of the order.
  public let fingerprint: Fingerprint?

  /// Writes a line; an instant that is not finite counts as the distant past or future.
  @inlinable
  public init(
    id: Machine.ID, revision: Revision, instant: Date, actor: Actor, event: Machine.EventName,
    from: Machine.StateName?, to: Machine.StateName, reason: String? = nil,
    key: RequestKey? = nil, fingerprint: Fingerprint? = nil
  ) {
    self.id = id
    self.revision = revision
    self.instant = instant.finite
    self.actor = actor
    self.event = event
    self.from = from
    self.to = to
    self.reason = reason
    self.key = key
    self.fingerprint = fingerprint
  }
}
