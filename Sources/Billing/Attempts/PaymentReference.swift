public import WorkflowKernel

/// What a payment is called at the gateway, on the receipt and on the bank statement; for PayFiP the REFDET.
///
/// 6 to 30 letters and digits of ASCII, drawn by the host and never used twice: a claim of the attempt sees to it.
public struct PaymentReference: Hashable, Sendable {
  /// The text of the reference.
  public let rawValue: String

  /// Checks a reference.
  ///
  /// - Throws: ``InvalidPaymentReference``.
  public init(_ text: String) throws(InvalidPaymentReference) {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
    }
    guard isPlain, (6...30).contains(text.utf8.count) else { throw InvalidPaymentReference() }
    rawValue = text
  }
}

/// A reference has another length than 6 to 30, or something else in it than letters and digits.
public struct InvalidPaymentReference: ExplainableRefusal {
  /// Reports such a reference.
  public init() {}

  /// The stable code.
  public var code: String { "payment.invalid-reference" }
}

extension PaymentReference: Codable, CustomStringConvertible {
  /// Reads a reference, and checks it.
  public init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// The text.
  public var description: String { rawValue }
}
