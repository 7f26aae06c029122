public import Foundation
public import WorkflowKernel

/// What one account is about to pay: invoices of one régie, none twice (F42).
public struct Basket: Hashable, Codable, Sendable {
  /// Whose basket it is.
  public let owner: AccountID
  /// When the owner first used it.
  public let openedAt: Date
  /// What is in it.
  public internal(set) var content: Content

  /// Empty or not: an empty basket has no régie, a filled one has exactly one.
  public enum Content: Hashable, Codable, Sendable {
    /// Takes an invoice of any régie.
    case empty
    /// Takes further invoices of its régie only.
    case filled(FilledBasket)
  }

  /// What is in it; `nil` when nothing is.
  public var filled: FilledBasket? {
    switch content {
    case .empty: nil
    case .filled(let filled): filled
    }
  }
}

/// At least one invoice, all of one régie, none twice: the only thing that can be paid.
public struct FilledBasket: Hashable, Sendable {
  /// The invoices, in the order in which they were added; never empty.
  public let invoices: [Invoice]
  /// The régie of all of them.
  public let regie: RegieID
  /// What they add up to.
  public let total: Money
  /// When it last changed.
  public let changedAt: Date
  /// Until when a payment of it may be under way; `nil` while nobody has tried to pay it.
  public private(set) var heldUntil: Date?

  init(_ invoice: Invoice, at instant: Date) {
    self.init(unchecked: [invoice], regie: invoice.regie, total: invoice.amount, at: instant)
  }

  private init(unchecked invoices: [Invoice], regie: RegieID, total: Money, at instant: Date, heldUntil: Date? = nil) {
    self.invoices = invoices
    self.regie = regie
    self.total = total
    changedAt = instant
    self.heldUntil = heldUntil
  }

  /// When its life begins to run out: with the last change, but never while a payment of it may be under way.
  var untouchedSince: Date { max(changedAt, heldUntil ?? changedAt) }

  func adding(_ invoice: Invoice, at instant: Date) throws(BasketRefusal) -> FilledBasket {
    guard !holds(invoice.id) else { throw .alreadyInBasket(invoice.id) }
    guard invoice.regie == regie else { throw .otherRegie(invoice.regie) }
    do {
      let total = try total + invoice.amount
      return FilledBasket(
        unchecked: invoices + [invoice], regie: regie, total: total, at: instant, heldUntil: heldUntil)
    } catch {
      throw .totalTooLarge
    }
  }

  /// What stays without these invoices; `nil` when nothing does.
  func removing(_ ids: [InvoiceID], at instant: Date) -> FilledBasket? {
    let rest = invoices.filter { !ids.contains($0.id) }
    guard rest.count < invoices.count else { return self }
    guard !rest.isEmpty else { return nil }
    // All amounts are more than nothing, so a part of a sum that fits fits too.
    let total = Money(cents: rest.reduce(0) { $0 + $1.amount.cents })
    return FilledBasket(unchecked: rest, regie: regie, total: total, at: instant, heldUntil: heldUntil)
  }

  /// What stays without what is gone, with each changed invoice in the place of its former self; `nil` when nothing
  /// does.
  ///
  /// An invoice that is another régie's by now is gone from this basket. Nobody has touched the basket: its life goes on.
  func revised(without gone: [InvoiceID], changed: [Invoice]) throws(BasketRefusal) -> FilledBasket? {
    var revised: FilledBasket?
    for invoice in invoices where !gone.contains(invoice.id) {
      let current = changed.first { $0.id == invoice.id } ?? invoice
      guard current.regie == regie else { continue }
      revised = try revised?.adding(current, at: changedAt) ?? FilledBasket(current, at: changedAt)
    }
    revised?.heldUntil = heldUntil
    return revised
  }

  /// The same basket, kept for a payment; a hold never becomes shorter.
  func held(until instant: Date) -> FilledBasket {
    var held = self
    held.heldUntil = max(heldUntil ?? instant, instant)
    return held
  }

  func holds(_ id: InvoiceID) -> Bool {
    invoices.contains { $0.id == id }
  }
}

extension FilledBasket: Codable {
  private enum CodingKeys: CodingKey { case invoices, changedAt, heldUntil }

  /// Reads a basket; no invoice, two régies or an invoice twice are errors.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let instant = try container.decode(Date.self, forKey: .changedAt)
    let invoices = try container.decode([Invoice].self, forKey: .invoices)
    guard let first = invoices.first else {
      throw DecodingError.dataCorruptedError(forKey: .invoices, in: container, debugDescription: "no invoice")
    }
    self = try invoices.dropFirst().reduce(FilledBasket(first, at: instant)) { try $0.adding($1, at: instant) }
    heldUntil = try container.decodeIfPresent(Date.self, forKey: .heldUntil)
  }

  /// Writes the invoices and the last change; the régie and the total follow from them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(invoices, forKey: .invoices)
    try container.encode(changedAt, forKey: .changedAt)
    try container.encodeIfPresent(heldUntil, forKey: .heldUntil)
  }
}
