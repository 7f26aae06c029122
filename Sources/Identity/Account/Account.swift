public import Foundation
public import WorkflowKernel

/// A citizen's account in one state: only an `Account<CompteValide>` takes a change.
public struct Account<Stage: AccountStage>: Codable, Hashable, Sendable {
  /// Which account it is.
  public let id: AccountID
  /// What its holder types to sign in.
  public let login: Login
  /// When it was created.
  public let openedAt: Date
  /// What the town knows of its holder.
  public internal(set) var profile: Profile
  /// The state, with what belongs to it.
  public internal(set) var stage: Stage

  func moved<Next: AccountStage>(to stage: Next) -> Account<Next> {
    Account<Next>(id: id, login: login, openedAt: openedAt, profile: profile, stage: stage)
  }

  func with(_ change: (inout Account) -> Void) -> Account {
    var copy = self
    change(&copy)
    return copy
  }
}

// The states' types begin with `Compte`, because a host imports `DemarcheWorkflow` beside this module and `Valide` is a
// state of a démarche.

/// The town has not looked at the account yet; its holder may sign in and file démarches.
public struct CompteEnAttente: AccountStage {
  /// How the account is entered.
  public var credentials: Credentials
}

/// The town has validated the account.
public struct CompteValide: AccountStage {
  /// How the account is entered.
  public var credentials: Credentials
  /// When the town validated it.
  public let validatedAt: Date
  /// Why the town rejected the last change, until another one is asked for.
  public internal(set) var lastRejection: Personal<String>?
}

/// A change waits for the town; the old data stand until then.
public struct CompteModifie: AccountStage {
  /// How the account is entered.
  public var credentials: Credentials
  /// When the town validated the account.
  public let validatedAt: Date
  /// What the holder wants the account to become.
  public let proposed: Profile
  /// When the holder asked for the change.
  public let submittedAt: Date
}

/// The town has refused the account; its holder may sign in and read why.
public struct CompteInvalide: AccountStage {
  /// How the account is entered.
  public var credentials: Credentials
  /// Why the town refused it.
  public let reason: Personal<String>
}

/// The account opens nothing any more: passwords and answers are gone, the data wait for the end of their retention.
public struct CompteFerme: AccountStage {
  /// When it was closed.
  public let closedAt: Date
  /// Why it was closed.
  public let closing: Closing
}

/// What is left of an account once its retention is over: that it existed.
public struct CompteEfface: Codable, Hashable, Sendable {
  /// When it was created.
  public let openedAt: Date
  /// When it was closed.
  public let closedAt: Date
  /// When its data were erased.
  public let erasedAt: Date
}

/// Why an account is closed.
public enum Closing: Codable, Hashable, Sendable {
  /// Its holder asked for it.
  case byHolder
  /// The town decided it, and says why.
  case byTown(Personal<String>)
  /// Nobody signed in for as long as data may be kept.
  case unused
}

/// Who wants an account closed, and what entitles them to it.
public enum ClosingOrder: Codable, Hashable, Sendable {
  /// Its holder, having shown the password of this generation.
  case byHolder(generation: Int)
  /// The town, which says why.
  case byTown(Personal<String>)
  /// The system: nobody signed in for as long as data may be kept.
  case unused
}
