public import WorkflowKernel

/// Why a datum of a person cannot stand as it was typed, in the order of the form.
@nonexhaustive
public enum ProfileRefusal: ExplainableRefusal, CaseIterable {
  /// The first name is blank.
  case blankFirstName
  /// The last name is blank.
  case blankLastName
  /// A line of the postal address is blank.
  case incompleteAddress
  /// The e-mail address has not the form of one.
  case invalidEmail
  /// The telephone number has not 6 to 15 digits.
  case invalidTelephone
  /// The telephone is the chosen means of contact, and there is no number.
  case telephoneMissing

  /// The stable code.
  public var code: String {
    switch self {
    case .blankFirstName: "profile.blank-first-name"
    case .blankLastName: "profile.blank-last-name"
    case .incompleteAddress: "profile.incomplete-address"
    case .invalidEmail: "profile.invalid-email"
    case .invalidTelephone: "profile.invalid-telephone"
    case .telephoneMissing: "profile.telephone-missing"
    }
  }
}
