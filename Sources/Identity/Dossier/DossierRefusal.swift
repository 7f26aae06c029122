public import WorkflowKernel

/// Why a datum of a person cannot stand as it was typed, in the order of the form.
@nonexhaustive
public enum DossierRefusal: ExplainableRefusal, CaseIterable {
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
    case .blankFirstName: "dossier.blank-first-name"
    case .blankLastName: "dossier.blank-last-name"
    case .incompleteAddress: "dossier.incomplete-address"
    case .invalidEmail: "dossier.invalid-email"
    case .invalidTelephone: "dossier.invalid-telephone"
    case .telephoneMissing: "dossier.telephone-missing"
    }
  }
}
