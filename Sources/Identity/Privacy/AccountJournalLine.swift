public import Foundation
public import WorkflowKernel

/// A line of an account's journal, as its holder or an agent in charge reads it.
public struct AccountJournalLine: Hashable, Sendable {
  /// When the order was given.
  public let instant: Date
  /// What kind of person gave it.
  public let by: Principal.Kind
  /// The agent who gave it, where one did and the reader is one too.
  public let agent: AgentID?
  /// Which order it was.
  public let event: AccountEvent.EventName
  /// The state before; `nil` for the registration.
  public let from: AccountState.StateName?
  /// The state after.
  public let to: AccountState.StateName

  init(_ entry: JournalEntry<AccountMachine>, namesAgent: Bool) {
    instant = entry.instant
    by = entry.actor.kind
    agent = if namesAgent, case .agent(let id) = entry.actor { id } else { nil }
    event = entry.event
    from = entry.from
    to = entry.to
  }
}
