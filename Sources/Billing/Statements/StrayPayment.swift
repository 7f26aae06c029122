public import WorkflowKernel

/// Money on a bank statement whose reference is no payment's: open until an agent credits it or has it paid back.
public struct StrayPayment: Hashable, Codable, Sendable {
  /// The line of the statement.
  public let line: StatementLine
  /// What became of the money.
  public internal(set) var books: Books
}

/// What may be asked of a stray payment.
public enum StrayPaymentOrder: Hashable, Codable, Sendable {
  /// A statement has a line that fits no payment.
  case receive(StatementLine)
  /// An agent decides what becomes of the money.
  case resolve(as: Anomaly.Resolution.Outcome)

  /// The flat names of the orders.
  public enum Name: String, WorkflowKernel.Name {
    /// See ``StrayPaymentOrder/receive(_:)``.
    case receive
    /// See ``StrayPaymentOrder/resolve(as:)``.
    case resolve
  }
}
