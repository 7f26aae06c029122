public import WorkflowKernel

/// Why an order to a basket changes nothing, in order of precedence.
@nonexhaustive
public enum BasketRefusal: ExplainableRefusal {
  /// The basket is somebody else's, or the order is not for this kind of principal.
  case notPermitted
  /// The household has no such invoice to pay.
  case unknownInvoice(InvoiceID)
  /// The invoice is paid.
  case paidInvoice(InvoiceID)
  /// A payment of the invoice is under way.
  case reservedInvoice(InvoiceID)
  /// The invoice is in the basket already.
  case alreadyInBasket(InvoiceID)
  /// The basket holds invoices of another régie, that is of another budget.
  case otherRegie(RegieID)
  /// The amounts add up to more than can be counted.
  case totalTooLarge
  /// The invoice to take out is not in the basket.
  case notInBasket(InvoiceID)
  /// The basket is not old enough to expire, or was never used.
  case notDue

  /// The stable code.
  public var code: String {
    switch self {
    case .notPermitted: "basket.not-permitted"
    case .unknownInvoice: "basket.unknown-invoice"
    case .paidInvoice: "basket.paid-invoice"
    case .reservedInvoice: "basket.reserved-invoice"
    case .alreadyInBasket: "basket.already-in-basket"
    case .otherRegie: "basket.other-regie"
    case .totalTooLarge: "basket.total-too-large"
    case .notInBasket: "basket.not-in-basket"
    case .notDue: "basket.not-due"
    }
  }
}
