public import WorkflowKernel

/// Something for the agents of a régie to do.
public enum AgentTask: Hashable, Codable, Sendable {
  /// Look at an anomaly, or at a payment that is stuck.
  case look(PaymentAlert)
  /// Have money paid back.
  case refund(RefundOrder)
}

/// Something for the agents of a régie to look at.
public struct PaymentAlert: Hashable, Codable, Sendable {
  /// The service whose agents are to look.
  public let service: ServiceID
  /// The reference of the payment, or the statement line where no payment is known.
  public let payment: String
  /// What to look at.
  public let subject: Subject

  /// Describes an alert.
  public init(service: ServiceID, payment: String, subject: Subject) {
    self.service = service
    self.payment = payment
    self.subject = subject
  }

  /// What agents are shown.
  public enum Subject: Hashable, Codable, Sendable {
    /// Something is wrong.
    case anomaly(Anomaly)
    /// Nobody says what became of the payment.
    case stuck
  }
}

/// Money to be paid back: by the town, never by this library.
public struct RefundOrder: Hashable, Codable, Sendable {
  /// The service that is to do it.
  public let service: ServiceID
  /// The régie that holds the money.
  public let regie: RegieID
  /// The reference of the payment, or the statement line where no payment is known.
  public let payment: String
  /// Who paid, where that is known.
  public let payer: AccountID?
  /// How much.
  public let amount: Money
  /// The anomaly it comes from.
  public let anomaly: Int

  /// Describes an order to pay back.
  public init(
    service: ServiceID, regie: RegieID, payment: String, payer: AccountID?, amount: Money, anomaly: Int
  ) {
    self.service = service
    self.regie = regie
    self.payment = payment
    self.payer = payer
    self.amount = amount
    self.anomaly = anomaly
  }
}
