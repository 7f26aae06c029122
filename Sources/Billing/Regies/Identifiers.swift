public import WorkflowKernel

/// Which régie.
public struct RegieID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Which invoice, unique in the whole town: two régies that number alike get a prefix from the ``InvoiceSource``.
public struct InvoiceID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Which attempt to pay, drawn by the host.
public struct AttemptID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A session at the payment gateway, as the gateway names it; for PayFiP the idOp.
///
/// It is never reused.
public struct GatewayReference: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A line of a bank statement, as the bank or the agent who enters it numbers it.
public struct StatementLineID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
