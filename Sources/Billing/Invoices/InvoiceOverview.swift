public import CivilTime
public import WorkflowKernel

/// What the tab *Mes comptes* shows.
public enum InvoiceOverview: Hashable, Sendable {
  /// Invoices, under two headings.
  case shown(InvoiceList)
  /// Nothing, for these reasons: at least one, in the order of ``NothingShown``.
  case nothing([NothingShown])
}

/// The visible invoices of a household, the newest first.
public struct InvoiceList: Hashable, Sendable {
  /// « Consulter votre relevé »: what was paid.
  public let paid: [Invoice]
  /// « Factures à payer »: what was not, and can be put into a basket.
  public let due: [Invoice]
  /// Also to be paid, but a payment is under way.
  public let reserved: [Invoice]

  init(_ invoices: [Invoice], payments: [InvoiceID: InvoicePayment]) {
    var paid: [Invoice] = []
    var due: [Invoice] = []
    var reserved: [Invoice] = []
    for invoice in invoices {
      switch (invoice.paidOn, payments[invoice.id]) {
      case (.some, _), (nil, .settled): paid.append(invoice)
      case (nil, .reserved): reserved.append(invoice)
      case (nil, nil): due.append(invoice)
      }
    }
    self.paid = paid
    self.due = due
    self.reserved = reserved
  }
}

/// Why no invoice shows, in the order in which the reasons are told.
public enum NothingShown: ExplainableRefusal {
  /// The town has not validated the account.
  case accountNotValidated
  /// The account is not yet more than 2 jours ouvrés old; invoices show from the first instant of this day on.
  case accountTooRecent(until: CivilDate)
  /// The household was never billed for anything.
  case noBilledService
  /// Nothing was issued from this day on.
  case noInvoiceSince(CivilDate)

  /// The stable code.
  public var code: String {
    switch self {
    case .accountNotValidated: "invoices.account-not-validated"
    case .accountTooRecent: "invoices.account-too-recent"
    case .noBilledService: "invoices.no-billed-service"
    case .noInvoiceSince: "invoices.none-in-window"
    }
  }

  /// The day, where there is one.
  public var arguments: [Personal<String>] {
    switch self {
    case .accountNotValidated, .noBilledService: []
    case .accountTooRecent(let day), .noInvoiceSince(let day): [Personal(day.frenchShort)]
    }
  }
}
