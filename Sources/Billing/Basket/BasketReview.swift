public import WorkflowKernel

/// What a look at a basket finds.
public struct BasketReview: Hashable, Sendable {
  /// What is in it, as it is billed today; `nil` when nothing is.
  public let content: FilledBasket?
  /// What has left it at this look, and why, in the order of the basket; a later look does not tell it again.
  public let left: [BasketDeparture]

  /// Describes what a look found.
  public init(content: FilledBasket?, left: [BasketDeparture] = []) {
    self.content = content
    self.left = left
  }
}

/// Why an invoice that nobody has paid has left a basket: it can no longer be paid there.
public enum BasketDeparture: ExplainableRefusal {
  /// It no longer shows to the owner, by its age or for a reason of ``NothingShown``, or is no longer billed.
  case noLongerVisible(Invoice)
  /// It is another régie's by now.
  case otherRegie(Invoice)

  /// The stable code.
  public var code: String {
    switch self {
    case .noLongerVisible: "basket.invoice-no-longer-visible"
    case .otherRegie: "basket.invoice-of-other-regie"
    }
  }

  /// The invoice.
  public var invoice: Invoice {
    switch self {
    case .noLongerVisible(let invoice), .otherRegie(let invoice): invoice
    }
  }

  /// What the invoice is about, and its amount.
  public var arguments: [Personal<String>] { [invoice.subject, Personal(invoice.amount.french)] }
}
