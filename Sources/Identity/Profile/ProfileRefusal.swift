public import WorkflowKernel

/// Why a datum of a person cannot stand as it was typed, in the order of the form.
@nonexhaustive
public enum ProfileRefusal: ExplainableRefusal, CaseIterable {
  /// The first name is blank.
  case blankFirstName
  /// The last name is blank.
  case blankLastName
  /// A digit stands in a name.
  case digitInName
  /// A line of the postal address is blank.
  case incompleteAddress
  /// A name or a line of the address holds a character that nobody sees.
  case invisibleCharacter
  /// A name or a line of the address has more than 100 code points.
  case tooLong
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
    case .digitInName: "profile.digit-in-name"
    case .incompleteAddress: "profile.incomplete-address"
    case .invisibleCharacter: "profile.invisible-character"
    case .tooLong: "profile.too-long"
    case .invalidEmail: "profile.invalid-email"
    case .invalidTelephone: "profile.invalid-telephone"
    case .telephoneMissing: "profile.telephone-missing"
    }
  }
}
