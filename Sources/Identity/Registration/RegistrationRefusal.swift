public import WorkflowKernel

/// Why no account is created, in the order in which it is looked at.
///
/// Whatever was entered is kept.
@nonexhaustive
public enum RegistrationRefusal: ExplainableRefusal {
  /// Tabs are incomplete: each reason names one (F03).
  case incomplete([RefusalReason])
  /// Others of the same name registered at every try: send again.
  case loginsContended

  /// The stable code.
  public var code: String {
    switch self {
    case .incomplete: "registration.incomplete"
    case .loginsContended: "registration.logins-contended"
    }
  }

  /// What is missing or wrong, tab by tab.
  public var reasons: [RefusalReason] {
    switch self {
    case .incomplete(let reasons): reasons
    case .loginsContended: []
    }
  }
}
