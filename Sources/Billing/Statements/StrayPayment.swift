public import WorkflowKernel

/// The first word of a line of a bank statement, which stays what it was (F46).
///
/// A line that names a payment is told to its attempt, where its money is booked. Any other is a stray payment: open
/// until an agent credits it or has it paid back.
public struct StrayPayment: Hashable, Codable, Sendable {
  /// The line of the statement; without its reference, which may be a name, once the time to keep it is over.
  public internal(set) var line: StatementLine
  /// The attempt to which the line was told; `nil` where its reference was no payment's when it was entered.
  public let attempt: AttemptID?
  /// What became of money that was told to no attempt.
  public internal(set) var books = Books()

  init(_ line: StatementLine, toldTo attempt: AttemptID?) {
    self.line = line
    self.attempt = attempt
  }
}

/// What may be asked of a stray payment.
public enum StrayPaymentOrder: Hashable, Codable, Sendable {
  /// A statement has a line; what attempt it was found to name decides only the first time.
  case receive(StatementLine, naming: Drawn<AttemptID>? = nil)
  /// An agent decides what becomes of the money.
  case resolve(as: Anomaly.Resolution.Outcome)
  /// What the bank wrote about the payer is no longer to be kept; the money stays (F52).
  case forget

  /// The flat names of the orders.
  public enum Name: String, WorkflowKernel.Name {
    /// See ``StrayPaymentOrder/receive(_:naming:)``.
    case receive
    /// See ``StrayPaymentOrder/resolve(as:)``.
    case resolve
    /// See ``StrayPaymentOrder/forget``.
    case forget
  }
}
