public import Foundation
public import WorkflowKernel

/// An agent reads accounts: every reading is a line of the journal, written before anything is shown (F15).
public struct Consultation: Sendable {
  private let accounts: Engine<AccountMachine>

  /// Takes what it works with.
  public init(_ accounts: Engine<AccountMachine>) {
    self.accounts = accounts
  }

  /// Opens one account.
  ///
  /// - Throws: ``AccountRefusal``; what the store throws when it is out of order.
  public func open(_ account: AccountID, by agent: Agent, at instant: Date) async throws -> AccountView {
    let context = Context(instant: instant, principal: .agent(agent))
    let state = try await accounts.send(.consult, to: account, in: context).state
    return try accounts.machine.view(of: state, for: context.principal)
  }

  /// The journal of an account, for its holder and the agents in charge.
  ///
  /// Agents are named to agents alone: the holder learns that one acted, not who. An agent's reading is a line of the
  /// journal like any other, until the account is erased and the journal is nobody's any more.
  ///
  /// - Throws: ``AccountRefusal/notAllowed`` to everybody else, whether the account exists or not;
  ///   ``AccountRefusal/unknown``; what the store throws when it is out of order.
  public func journal(
    of account: AccountID, as principal: Principal, at instant: Date
  ) async throws -> [AccountJournalLine] {
    let isHolder = principal == .citizen(account)
    guard isHolder || accounts.machine.isInCharge(principal) else { throw AccountRefusal.notAllowed }
    if !isHolder {
      do {
        _ = try await accounts.send(.consult, to: account, in: Context(instant: instant, principal: principal))
      } catch AccountRefusal.impossible(in: .efface) {
        // Nothing of anybody is left to consult.
      }
    }
    return try await accounts.store.journal(of: account).map { AccountJournalLine($0, namesAgent: !isHolder) }
  }

  /// The accounts in one state, the latest first, without any content: opening one is a consultation.
  ///
  /// - Throws: ``AccountRefusal/notAllowed``; what the store throws when it is out of order.
  public func list(
    _ state: AccountState.StateName, for agent: Agent, after cursor: PageCursor? = nil, limit: Int = 50
  ) async throws -> (accounts: [AccountID], next: PageCursor?) {
    guard accounts.machine.isInCharge(.agent(agent)) else { throw AccountRefusal.notAllowed }
    let page = try await accounts.store.find(.accounts(in: state), after: cursor, limit: limit)
    return (page.records.map(\.id), page.next)
  }
}
