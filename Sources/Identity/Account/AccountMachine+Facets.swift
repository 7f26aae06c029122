import Foundation
public import WorkflowKernel

extension AccountMachine {
  /// An account is found by its login, with those that share its numbers, and in the list of its state.
  public func facets(of state: AccountState) -> Facets {
    guard let login = state.login else { return Facets() }
    return Facets(
      tags: [
        Tag(.accounts(in: state.name), at: state.openedAt),
        Tag(.logins(like: login, policy: policy.logins), at: state.openedAt),
      ],
      claims: [claim(on: login)])
  }

  /// What makes a login unique: two servers that create it at the same time cannot both hold it.
  func claim(on login: Login) -> Claim { Claim("login", policy.logins.key(of: login)) }

  /// An unused account is warned, then closed; a closed one is erased.
  public func deadline(of state: AccountState) -> Deadline<AccountEvent>? {
    if let credentials = state.credentials {
      return policy.retention.closing(of: credentials).map { Deadline(at: $0, event: .close(.unused)) }
        ?? Deadline(at: policy.retention.warning(of: credentials), event: .warn)
    }
    guard case .ferme(let account) = state else { return nil }
    return Deadline(at: policy.retention.erasure(ofClosedAt: account.stage.closedAt), event: .erase)
  }

  /// `identity.account`, version 1.
  public static var format: RecordFormat { RecordFormat("identity.account", version: 1) }
  /// What tells one account from another.
  public typealias ID = AccountID
  /// The flat names of the states.
  public typealias StateName = AccountState.StateName
  /// The flat names of the events.
  public typealias EventName = AccountEvent.EventName

  /// The name of a state.
  public static func name(of state: AccountState) -> StateName { state.name }

  /// The name of an event.
  public static func name(of event: AccountEvent) -> EventName {
    switch event {
    case .open: .open
    case .validate: .validate
    case .refuse: .refuse
    case .submit: .submit
    case .accept: .accept
    case .reject: .reject
    case .changeContact: .changeContact
    case .changeQuestion: .changeQuestion
    case .changePassword: .changePassword
    case .signIn: .signIn
    case .warn: .warn
    case .close: .close
    case .erase: .erase
    case .consult: .consult
    }
  }
}

extension TagLabel {
  /// The accounts in one state, for the agents who look at them.
  public static func accounts(in state: AccountState.StateName) -> TagLabel {
    TagLabel("account.state", state.rawValue)
  }

  /// The accounts whose logins share their numbers with this one.
  static func logins(like login: Login, policy: LoginPolicy) -> TagLabel {
    TagLabel("account.login", policy.stem(of: login))
  }
}
