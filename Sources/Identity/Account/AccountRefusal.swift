public import WorkflowKernel

/// Why an account stays as it is, in the order in which it is looked at.
///
/// Who asks is looked at first: a stranger does not even learn whether the account exists.
@nonexhaustive
public enum AccountRefusal: ExplainableRefusal {
  /// The order exists, for somebody else.
  case notAllowed
  /// No such account exists.
  case unknown
  /// A change is already under review: no other meanwhile (F08).
  case underReview
  /// Only a validated account can be changed (F06, F07).
  case notValid
  /// The order does not exist in this state.
  case impossible(in: AccountState.StateName)
  /// The instant of the order has not come yet.
  case notDue
  /// The reason is blank.
  case reasonMissing
  /// The reason holds a character that nobody sees, or more than 4,000 code points.
  case reasonUnfit
  /// The password, the e-mail address or the question was changed since the password was shown, or since its recovery
  /// was begun.
  case accessChanged
  /// A name or an address cannot stand as it was sent.
  case profile(ProfileRefusal)
  /// The household rules forbid a change.
  case household(HouseholdRefusal)
  /// The change set is empty, or changes nothing.
  case nothingToChange

  /// The stable code.
  public var code: String {
    switch self {
    case .notAllowed: "account.not-allowed"
    case .unknown: "account.unknown"
    case .underReview: "account.under-review"
    case .notValid: "account.not-valid"
    case .impossible: "account.impossible"
    case .notDue: "account.not-due"
    case .reasonMissing: "account.reason-missing"
    case .reasonUnfit: "account.reason-unfit"
    case .accessChanged: "account.access-changed"
    case .profile(let refusal): refusal.code
    case .household(let refusal): refusal.code
    case .nothingToChange: "account.nothing-to-change"
    }
  }

  /// The names that a household sentence shows to the citizen.
  public var arguments: [Personal<String>] {
    switch self {
    case .household(let refusal): refusal.arguments
    case .notAllowed, .unknown, .underReview, .notValid, .impossible, .notDue, .reasonMissing, .reasonUnfit,
      .accessChanged, .profile, .nothingToChange:
      []
    }
  }
}
