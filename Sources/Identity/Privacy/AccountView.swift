public import Foundation
public import WorkflowKernel

/// What may be read of an account: by its holder, and by the agents in charge of accounts; by nobody else (F15).
///
/// Hashes are in no view. The question is its holder's alone.
public struct AccountView: Hashable, Sendable {
  /// Which account it is.
  public let id: AccountID
  /// Its state.
  public let state: AccountState.StateName
  /// What its holder types to sign in.
  public let login: Login
  /// When it was created.
  public let openedAt: Date
  /// When the town validated it.
  public let validatedAt: Date?
  /// What the town knows of its holder.
  public let profile: Profile
  /// The change under review, as it would stand.
  public let proposed: Profile?
  /// Why the town refused or closed it, or rejected its last change.
  public let reason: Personal<String>?
  /// The recovery question, for the holder.
  public let question: RecoveryQuestion?
}

extension AccountMachine {
  /// What a principal may read of an account.
  ///
  /// - Throws: ``AccountRefusal/notAllowed`` for everybody but the holder and the agents in charge;
  ///   ``AccountRefusal/unknown`` once it is erased.
  public func view(of state: AccountState, for principal: Principal) throws(AccountRefusal) -> AccountView {
    let isHolder = isHolder(principal, of: state)
    guard isHolder || isInCharge(principal) else { throw .notAllowed }
    guard let id = state.id, let login = state.login, let profile = state.profile else { throw .unknown }
    return AccountView(
      id: id, state: state.name, login: login, openedAt: state.openedAt, validatedAt: state.validatedAt,
      profile: profile, proposed: state.proposed, reason: state.reason,
      question: isHolder ? state.credentials?.question : nil)
  }
}

extension AccountState {
  var proposed: Profile? {
    switch self {
    case .modifie(let account): account.stage.proposed
    case .enAttente, .valide, .invalide, .ferme, .efface: nil
    }
  }

  /// Why the town refused or closed it, or rejected its last change.
  var reason: Personal<String>? {
    switch self {
    case .valide(let account): account.stage.lastRejection
    case .invalide(let account): account.stage.reason
    case .ferme(let account):
      switch account.stage.closing {
      case .byTown(let reason): reason
      case .byHolder, .unused: nil
      }
    case .enAttente, .modifie, .efface: nil
    }
  }
}
