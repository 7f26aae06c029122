public import Foundation
public import WorkflowKernel

/// What an attempt is to pay, fixed when its invoices are reserved.
public struct PaymentOrder: Hashable, Codable, Sendable {
  /// Who pays; `nil` once the time to keep it is over.
  public internal(set) var payer: AccountID?
  /// The régie that collects, the one of every line.
  public let regie: RegieID
  /// The régie's contract as it was then.
  public let contract: GatewayContract
  /// The invoices, in the order of the basket; never empty, none twice.
  public let lines: [PaymentLine]
  /// What the lines add up to.
  public let amount: Money
  /// What the payment is called everywhere.
  public let reference: PaymentReference
  /// When the invoices were reserved.
  public let reservedAt: Date

  init(of basket: FilledBasket, by payer: AccountID, to regie: Regie, reference: PaymentReference, at instant: Date) {
    self.payer = payer
    self.regie = regie.id
    self.contract = regie.contract
    self.lines = basket.invoices.map { PaymentLine(invoice: $0.id, amount: $0.amount) }
    self.amount = basket.total
    self.reference = reference
    self.reservedAt = instant
  }
}

/// One invoice and what is paid for it: all of it, titres cannot be paid in parts.
public struct PaymentLine: Hashable, Codable, Sendable {
  /// The invoice.
  public let invoice: InvoiceID
  /// Its amount.
  public let amount: Money
}

/// The citizen's visit at the gateway.
public struct GatewaySession: Hashable, Codable, Sendable {
  /// What the gateway calls it.
  public let reference: GatewayReference
  /// Where the citizen is sent to pay.
  public let page: Personal<URL>

  /// Describes a session.
  public init(reference: GatewayReference, page: URL) {
    self.reference = reference
    self.page = Personal(page)
  }
}
