public import Foundation
public import WorkflowKernel

/// An account as it is stored: one of the six states, whole.
public enum AccountState: Codable, Hashable, Sendable {
  /// Not yet looked at by the town.
  case enAttente(Account<CompteEnAttente>)
  /// Validated.
  case valide(Account<CompteValide>)
  /// Validated, with a change under review.
  case modifie(Account<CompteModifie>)
  /// Refused.
  case invalide(Account<CompteInvalide>)
  /// Closed.
  case ferme(Account<CompteFerme>)
  /// Closed, and its data erased.
  case efface(CompteEfface)

  /// The flat names of the states; their texts are those that citizens read, without accents.
  public enum StateName: String, Name {
    /// Not yet looked at by the town.
    case enAttente
    /// Validated.
    case valide
    /// Validated, with a change under review.
    case modifie
    /// Refused.
    case invalide
    /// Closed.
    case ferme
    /// Closed, and its data erased.
    case efface
  }

  /// The name of the state.
  public var name: StateName {
    switch self {
    case .enAttente: .enAttente
    case .valide: .valide
    case .modifie: .modifie
    case .invalide: .invalide
    case .ferme: .ferme
    case .efface: .efface
    }
  }

  /// Which account it is; unknown once erased.
  public var id: AccountID? { whole?.id }
  /// What its holder types to sign in; unknown once erased.
  public var login: Login? { whole?.login }
  /// What the town knows of its holder; unknown once erased.
  public var profile: Profile? { whole?.profile }

  /// When it was created.
  public var openedAt: Date {
    switch self {
    case .enAttente(let account): account.openedAt
    case .valide(let account): account.openedAt
    case .modifie(let account): account.openedAt
    case .invalide(let account): account.openedAt
    case .ferme(let account): account.openedAt
    case .efface(let remains): remains.openedAt
    }
  }

  private var whole: (id: AccountID, login: Login, profile: Profile)? {
    switch self {
    case .enAttente(let account): (account.id, account.login, account.profile)
    case .valide(let account): (account.id, account.login, account.profile)
    case .modifie(let account): (account.id, account.login, account.profile)
    case .invalide(let account): (account.id, account.login, account.profile)
    case .ferme(let account): (account.id, account.login, account.profile)
    case .efface: nil
    }
  }

  /// When the town validated it; `nil` where it never did, or no longer matters.
  public var validatedAt: Date? {
    switch self {
    case .valide(let account): account.stage.validatedAt
    case .modifie(let account): account.stage.validatedAt
    case .enAttente, .invalide, .ferme, .efface: nil
    }
  }

  /// How it is entered; nothing enters a closed account.
  public var credentials: Credentials? {
    switch self {
    case .enAttente(let account): account.stage.credentials
    case .valide(let account): account.stage.credentials
    case .modifie(let account): account.stage.credentials
    case .invalide(let account): account.stage.credentials
    case .ferme, .efface: nil
    }
  }
}
