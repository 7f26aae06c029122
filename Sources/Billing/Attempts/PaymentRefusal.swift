public import WorkflowKernel

/// Why an order to an attempt changes nothing, in order of precedence.
@nonexhaustive
public enum PaymentRefusal: ExplainableRefusal {
  /// The order is not for this principal.
  case notPermitted
  /// There is no such payment.
  case unknownPayment
  /// The payment exists already.
  case alreadyReserved
  /// There is nothing in the basket.
  case emptyBasket
  /// An invoice of the basket can no longer be paid, or has another amount by now.
  case invoiceChanged(InvoiceID)
  /// Somebody is paying the invoice right now.
  case invoiceReserved(InvoiceID)
  /// The invoice was paid already.
  case invoiceAlreadyPaid(InvoiceID)
  /// The régie is not configured.
  case unknownRegie(RegieID)
  /// The régie's founding act does not list what the invoice is for (F47).
  case notCollectable(InvoiceID)
  /// The gateway does not take so little.
  case belowMinimum(Money)
  /// The gateway does not take so much.
  case aboveMaximum(Money)
  /// The gateway has opened another session for this payment.
  case alreadyOpen
  /// The payment has ended.
  case ended
  /// Nobody can have paid nothing or less, or more than ``PaymentFact/possibleAmounts``.
  case impossibleAmount(Money)
  /// The line of the bank's statement was entered already, for another payment or with another content.
  case lineAlreadyEntered(StatementLineID)
  /// It is not time yet.
  case notDue
  /// The payment has not settled such an invoice.
  case notSettled(InvoiceID)
  /// The anomaly cannot be resolved so.
  case anomaly(AnomalyRefusal)
  /// The period has more days than a ledger shows.
  case periodTooLong
  /// The gateway could not be reached; trying again under the same key goes on where this try stopped.
  case gatewayUnavailable
  /// The gateway does not open a session for this payment, for reasons of these codes.
  case gatewayRefused([String])

  /// The stable code.
  public var code: String {
    switch self {
    case .notPermitted: "payment.not-permitted"
    case .unknownPayment: "payment.unknown-reference"
    case .alreadyReserved: "payment.already-reserved"
    case .emptyBasket: "payment.empty-basket"
    case .invoiceChanged: "payment.invoice-changed"
    case .invoiceReserved: "payment.invoice-reserved"
    case .invoiceAlreadyPaid: "payment.invoice-already-paid"
    case .unknownRegie: "payment.unknown-regie"
    case .notCollectable: "payment.not-collectable"
    case .belowMinimum: "payment.below-minimum"
    case .aboveMaximum: "payment.above-maximum"
    case .alreadyOpen: "payment.already-open"
    case .ended: "payment.ended"
    case .impossibleAmount: "payment.impossible-amount"
    case .lineAlreadyEntered: "payment.line-already-entered"
    case .notDue: "payment.not-due"
    case .notSettled: "payment.not-settled"
    case .anomaly(let refusal): "payment.anomaly-\(refusal.code)"
    case .periodTooLong: "payment.period-too-long"
    case .gatewayUnavailable: "payment.gateway-unavailable"
    case .gatewayRefused: "payment.gateway-refused"
    }
  }

  /// What the gateway says, where it refuses.
  public var reasons: [RefusalReason] {
    guard case .gatewayRefused(let codes) = self else { return [] }
    return codes.map { RefusalReason($0) }
  }

  /// The bound, the invoice or the line, where the refusal is about one.
  public var arguments: [Personal<String>] {
    switch self {
    case .belowMinimum(let bound), .aboveMaximum(let bound): [Personal(bound.french)]
    case .invoiceChanged(let invoice), .invoiceReserved(let invoice), .invoiceAlreadyPaid(let invoice),
      .notCollectable(let invoice):
      [Personal(invoice.rawValue)]
    case .lineAlreadyEntered(let line): [Personal(line.rawValue)]
    case .notPermitted, .unknownPayment, .alreadyReserved, .emptyBasket, .unknownRegie, .alreadyOpen, .ended,
      .impossibleAmount, .notDue, .notSettled, .anomaly, .periodTooLong, .gatewayUnavailable, .gatewayRefused:
      []
    }
  }
}

extension AnomalyRefusal {
  /// The last part of the stable code.
  public var code: String {
    switch self {
    case .unknown: "unknown"
    case .resolved: "resolved"
    case .wrongOutcome: "wrong-outcome"
    }
  }
}
