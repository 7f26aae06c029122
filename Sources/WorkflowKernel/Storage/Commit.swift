public import Foundation

/// What one accepted order changes, to be stored whole or not at all.
public struct Commit<Machine: StateMachine>: Sendable {
  /// The revision that must still be current; `nil` when the record must not exist yet.
  public let expected: Revision?
  /// The new state.
  public let state: Machine.State
  /// The line for the journal; it carries the record's identifier, the new revision and the request key.
  public let entry: JournalEntry<Machine>
  /// The effects for the outbox, in order.
  public let effects: [Machine.Effect]
  /// What to index from now on, in the place of what was indexed before.
  public let facets: Facets
  /// When the record is due from now on, in the place of what was due before.
  public let due: Date?

  /// Describes a change; an instant that is not finite counts as the distant past or future.
  @inlinable
  public init(
    expected: Revision?, state: Machine.State, entry: JournalEntry<Machine>,
    effects: [Machine.Effect] = [], facets: Facets = Facets(), due: Date? = nil
  ) {
    self.expected = expected
    self.state = state
    self.entry = entry
    self.effects = effects
    self.facets = facets
    self.due = due?.finite
  }
}

/// What became of a commit, in the order in which a store looks.
public enum CommitOutcome<Machine: StateMachine>: Hashable, Sendable {
  /// The request key is recorded already, with this line: nothing was stored.
  case duplicate(JournalEntry<Machine>)
  /// The record has another revision than expected (`nil`: it does not exist): nothing was stored.
  case conflict(current: Revision?)
  /// A claimed value is held by another record: nothing was stored.
  case claimed(Claim, by: Machine.ID)
  /// Everything was stored.
  case committed
}
