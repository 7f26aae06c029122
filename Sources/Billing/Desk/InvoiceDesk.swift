public import Foundation
public import WorkflowKernel

/// Where citizens see their invoices: the tab *Mes comptes* (F40, F41).
public struct InvoiceDesk: Sendable {
  /// The town's billing system.
  public let source: any InvoiceSource
  /// What shows, and when.
  public let visibility: InvoiceVisibility
  /// The payments made on the portal, which the billing system may not know yet.
  public let payments: Engine<PaymentAttemptMachine>

  /// Opens the desk.
  public init(
    source: some InvoiceSource, visibility: InvoiceVisibility, payments: Engine<PaymentAttemptMachine>
  ) {
    self.source = source
    self.visibility = visibility
    self.payments = payments
  }

  /// « Consulter votre relevé » and « Factures à payer », or why there is nothing to see.
  ///
  /// - Throws: what the billing system or the store throws.
  public func overview(for holder: AccountHolder, at instant: Date) async throws -> InvoiceOverview {
    let billing = try await source.billing(of: holder.id)
    let window = visibility.window(at: instant)
    var known: [InvoiceID: InvoicePayment] = [:]
    for invoice in billing.invoices where invoice.paidOn == nil && window.contains(invoice.issuedOn) {
      known[invoice.id] = try await payment(of: invoice.id, at: instant)
    }
    return visibility.overview(of: billing, payments: known, for: holder, at: instant)
  }

  /// What an invoice is to somebody who wants to pay it: whatever does not show to them is unknown.
  ///
  /// - Throws: what the billing system or the store throws.
  public func candidate(
    _ id: InvoiceID, for holder: AccountHolder, at instant: Date
  ) async throws -> Candidate {
    switch try await overview(for: holder, at: instant) {
    case .nothing: .unknown
    case .shown(let list): list.candidate(id)
    }
  }

  /// Who has paid an invoice on the portal; `nil` when nobody has, or is no longer known.
  func payer(of invoice: InvoiceID) async throws -> AccountID? {
    guard let attempt = try await payments.store.holder(of: .settlement(of: invoice)) else { return nil }
    return try await payments.store.load(attempt)?.state.order.payer
  }

  private func payment(of invoice: InvoiceID, at instant: Date) async throws -> InvoicePayment? {
    if try await payments.store.holder(of: .settlement(of: invoice)) != nil { return .settled }
    guard let holder = try await payments.store.holder(of: .reservation(of: invoice)),
      let attempt = try await payments.store.load(holder)?.state
    else { return nil }
    return payments.machine.isReserved(invoice, by: attempt, at: instant) ? .reserved : nil
  }
}

extension InvoiceList {
  /// What an invoice is to somebody who wants to pay it.
  func candidate(_ id: InvoiceID) -> Candidate {
    if let invoice = due.first(where: { $0.id == id }) { return .due(invoice) }
    if paid.contains(where: { $0.id == id }) { return .paid }
    return reserved.contains { $0.id == id } ? .reserved : .unknown
  }
}
