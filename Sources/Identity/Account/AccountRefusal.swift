public import WorkflowKernel

/// Why an account stays as it is, in the order in which it is looked at.
@nonexhaustive
public enum AccountRefusal: ExplainableRefusal {
  /// No such account exists.
  case unknown
  /// The order exists, for somebody else.
  case notAllowed
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
  /// The change set is empty, or changes nothing.
  case nothingToChange
  /// The password was changed since it was shown.
  case accessChanged
  /// The household rules forbid a change.
  case household(HouseholdRefusal)

  /// The stable code.
  public var code: String {
    switch self {
    case .unknown: "account.unknown"
    case .notAllowed: "account.not-allowed"
    case .underReview: "account.under-review"
    case .notValid: "account.not-valid"
    case .impossible: "account.impossible"
    case .notDue: "account.not-due"
    case .reasonMissing: "account.reason-missing"
    case .nothingToChange: "account.nothing-to-change"
    case .accessChanged: "account.access-changed"
    case .household(let refusal): refusal.code
    }
  }

  /// The names that a household sentence shows to the citizen.
  public var arguments: [Personal<String>] {
    switch self {
    case .household(let refusal): refusal.arguments
    case .unknown, .notAllowed, .underReview, .notValid, .impossible, .notDue, .reasonMissing, .nothingToChange,
      .accessChanged:
      []
    }
  }
}
