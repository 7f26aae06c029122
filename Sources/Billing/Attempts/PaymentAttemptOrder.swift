public import WorkflowKernel

/// What may be asked of an attempt to pay.
public enum PaymentAttemptOrder: Hashable, Codable, Sendable {
  /// A citizen wants to pay a basket: all its invoices are reserved, or none.
  case reserve(FilledBasket, reference: Drawn<PaymentReference>)
  /// The gateway has opened a session.
  case open(GatewaySession)
  /// The gateway will not open a session, so that nobody can pay.
  case abandon
  /// The gateway or the bank says something; invoices in `alreadyPaid` are settled by somebody else, see
  /// ``PaymentDesk/record(_:for:in:)``.
  case record(PaymentFact, alreadyPaid: [InvoiceID] = [])
  /// It is time to ask the gateway again.
  case inquire
  /// It is time to give up.
  case expire
  /// The billing system says that an invoice was paid by other means.
  case reportPaidElsewhere(InvoiceID)
  /// An agent decides what becomes of an anomaly.
  case resolve(anomaly: Int, as: Anomaly.Resolution.Outcome)
  /// Who paid is no longer to be kept; what was paid stays (F52).
  case forget

  /// The flat names of the orders.
  public enum Name: String, WorkflowKernel.Name {
    /// See ``PaymentAttemptOrder/reserve(_:reference:)``.
    case reserve
    /// See ``PaymentAttemptOrder/open(_:)``.
    case open
    /// See ``PaymentAttemptOrder/abandon``.
    case abandon
    /// See ``PaymentAttemptOrder/record(_:alreadyPaid:)``.
    case record
    /// See ``PaymentAttemptOrder/inquire``.
    case inquire
    /// See ``PaymentAttemptOrder/expire``.
    case expire
    /// See ``PaymentAttemptOrder/reportPaidElsewhere(_:)``.
    case reportPaidElsewhere
    /// See ``PaymentAttemptOrder/resolve(anomaly:as:)``.
    case resolve
    /// See ``PaymentAttemptOrder/forget``.
    case forget
  }
}
