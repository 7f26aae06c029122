public import WorkflowKernel

/// What the town's billing system knows about the household of one account.
public struct HouseholdBilling: Hashable, Sendable {
  /// The services the household was ever billed for.
  public let services: [BillableService]
  /// Its invoices, paid or due, in any order.
  public let invoices: [Invoice]

  /// Describes what a household was billed for.
  public init(services: [BillableService], invoices: [Invoice]) {
    self.services = services
    self.invoices = invoices
  }
}

/// The town's billing system, seen from the portal.
///
/// Called by ``InvoiceDesk`` whenever a citizen looks at their invoices, and by ``PaymentCourier`` while it drains the
/// outbox. A fake is a dictionary.
public protocol InvoiceSource: Sendable {
  /// Everything billed to the household of an account, and to no other household.
  ///
  /// - Throws: whatever keeps the system from answering; nothing is shown or paid then.
  func billing(of account: AccountID) async throws -> HouseholdBilling

  /// Learns that an invoice was paid on the portal; repeats of one settlement are answered as the first time.
  ///
  /// - Throws: whatever keeps the system from answering; it is then told again later.
  func record(_ settlement: Settlement) async throws -> SettlementAnswer
}

/// An invoice paid by an attempt: told to the billing system at least once, recognizable by reference and invoice.
public struct Settlement: Hashable, Codable, Sendable {
  /// The invoice.
  public let invoice: InvoiceID
  /// The régie that received the money.
  public let regie: RegieID
  /// What was paid for this invoice.
  public let amount: Money
  /// The reference of the payment.
  public let reference: PaymentReference

  /// Describes what was paid for an invoice.
  public init(invoice: InvoiceID, regie: RegieID, amount: Money, reference: PaymentReference) {
    self.invoice = invoice
    self.regie = regie
    self.amount = amount
    self.reference = reference
  }
}

/// What the billing system says about a settlement.
public enum SettlementAnswer: Hashable, Sendable {
  /// The invoice is paid now, by this settlement.
  case recorded
  /// Somebody paid the invoice by other means; the money becomes an anomaly for an agent.
  case paidByOtherMeans
}
