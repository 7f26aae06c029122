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

extension PaymentOrder {
  /// Reads an order; no line, an invoice twice, or lines that do not add up to the amount are errors.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    payer = try container.decodeIfPresent(AccountID.self, forKey: .payer)
    regie = try container.decode(RegieID.self, forKey: .regie)
    contract = try container.decode(GatewayContract.self, forKey: .contract)
    lines = try container.decode([PaymentLine].self, forKey: .lines)
    amount = try container.decode(Money.self, forKey: .amount)
    reference = try container.decode(PaymentReference.self, forKey: .reference)
    reservedAt = try container.decode(Date.self, forKey: .reservedAt)
    try container.require(!lines.isEmpty, forKey: .lines, "no line")
    try container.require(Set(lines.map(\.invoice)).count == lines.count, forKey: .lines, "an invoice twice")
    try container.require(lines.allSatisfy(\.amount.isPositive), forKey: .lines, "a line of nothing or less")
    try container.require(try Money.sum(lines.map(\.amount)) == amount, forKey: .amount, "not the sum of the lines")
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
