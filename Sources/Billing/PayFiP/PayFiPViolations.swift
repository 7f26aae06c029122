public import WorkflowKernel

/// Everything that keeps a payment from being written as a PayFiP request.
public struct PayFiPViolations: ExplainableRefusal {
  /// The fields that are wrong, in the order of the protocol; at least one.
  public let all: [PayFiPViolation]

  /// The stable code.
  public var code: String { "payfip.fields" }
  /// Each field that is wrong.
  public var reasons: [RefusalReason] { all.map { RefusalReason($0.code, at: $0.rawValue) } }
}

/// A field of a PayFiP request that is out of its bounds, and what the bounds are.
public enum PayFiPViolation: String, CaseIterable, Hashable, Sendable {
  /// The contract number has exactly 6 digits.
  case numcli
  /// The year has 4 digits.
  case exer
  /// The subject keeps at least one letter or digit when it is written in ASCII.
  case objet
  /// The amount is at least 1,00 € and within the bounds of the contract.
  case montant
  /// The mail address has 6 to 80 characters, one of them `@`, and no blank, bracket or quote.
  case mel
  /// The page that PayFiP calls is an absolute address.
  case urlnotif
  /// The page that the citizen comes back to is an absolute address.
  case urlredirect

  /// The stable code.
  public var code: String { "payfip.\(rawValue)" }
}
