public import WorkflowKernel

/// What the web service answers to a call.
public enum PayFiPReply: Hashable, Sendable {
  /// The fields of the answer, by name.
  case answer([String: String])
  /// A fault.
  case fault(PayFiPFault)
}

/// A fault of the web service: `code`, `descriptif`, `libelle`, `message`, `severite`.
public struct PayFiPFault: Error, Hashable, Sendable {
  /// The code: P1 (session unknown), P5 (not decided), A2 (mail address), R3 (reference), and others.
  public let code: String

  /// Reports a fault.
  public init(code: String) {
    self.code = code
  }
}

/// Why an answer of PayFiP is no fact, in order of precedence.
///
/// Nothing is guessed in its place.
public enum PayFiPProblem: ExplainableRefusal {
  /// A fault that says nothing about the payment.
  case fault(code: String)
  /// A field is missing.
  case missing(String)
  /// A field comes in two spellings.
  case repeated(String)
  /// The contract is none of the town's, or the one of two régies.
  case unknownContract
  /// The mode of payment is none of T, X, W.
  case unknownMode
  /// The reference is none.
  case invalidReference
  /// The result is none of P, V, R, Z, A.
  case unknownResult
  /// The amount is no whole number of cents.
  case invalidAmount

  /// The stable code.
  public var code: String {
    switch self {
    case .fault: "payfip.fault"
    case .missing: "payfip.missing-field"
    case .repeated: "payfip.repeated-field"
    case .unknownContract: "payfip.unknown-contract"
    case .unknownMode: "payfip.unknown-mode"
    case .invalidReference: "payfip.invalid-reference"
    case .unknownResult: "payfip.unknown-result"
    case .invalidAmount: "payfip.invalid-amount"
    }
  }

  /// The code of the fault or the name of the field.
  public var arguments: [Personal<String>] {
    switch self {
    case .fault(let text), .missing(let text), .repeated(let text): [Personal(text)]
    case .unknownContract, .unknownMode, .invalidReference, .unknownResult, .invalidAmount: []
    }
  }
}
