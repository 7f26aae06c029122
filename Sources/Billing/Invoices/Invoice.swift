public import CivilTime
public import WorkflowKernel

/// An invoice of exactly one régie (F47), as the town's billing system issued it.
///
/// Only a ``Regie`` makes one. One that was stored is not believed: what its régie may not collect cannot be paid, see
/// ``PaymentRefusal/notCollectable(_:)``.
public struct Invoice: Hashable, Sendable, Codable {
  /// Which invoice.
  public let id: InvoiceID
  /// The régie that collects it.
  public let regie: RegieID
  /// What it pays for, one of the kinds of the régie's founding act.
  public let kind: ReceiptKind
  /// What it is about, such as « Cantine, octobre 2026 ».
  public let subject: Personal<String>
  /// What is to be paid, more than nothing.
  public let amount: Money
  /// The day it was issued.
  public let issuedOn: CivilDate
  /// The day it was paid, as the billing system knows; `nil` while it is due.
  public let paidOn: CivilDate?
}

extension Invoice {
  /// Whether paying one is paying the other: how a subject is worded makes no difference.
  func isSameDebt(as other: Invoice) -> Bool {
    id == other.id && regie == other.regie && amount == other.amount
  }

  /// Reads an invoice; one of nothing or less is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(InvoiceID.self, forKey: .id)
    regie = try container.decode(RegieID.self, forKey: .regie)
    kind = try container.decode(ReceiptKind.self, forKey: .kind)
    subject = try container.decode(Personal<String>.self, forKey: .subject)
    amount = try container.decodePositive(forKey: .amount)
    issuedOn = try container.decode(CivilDate.self, forKey: .issuedOn)
    paidOn = try container.decodeIfPresent(CivilDate.self, forKey: .paidOn)
  }
}

/// Why a régie cannot issue such an invoice.
public enum InvoiceDefect: ExplainableRefusal {
  /// The founding act does not list this kind of receipt.
  case notCollectable(kind: String)
  /// Nothing is to be paid, or less.
  case nothingToPay(Money)

  /// The stable code.
  public var code: String {
    switch self {
    case .notCollectable: "invoice.not-collectable"
    case .nothingToPay: "invoice.nothing-to-pay"
    }
  }
}

extension Regie {
  /// Makes an invoice of this régie.
  ///
  /// - Parameters:
  ///   - id: which invoice, unique in the town.
  ///   - kind: the code of one of the ``Regie/collectable`` kinds.
  ///   - amount: what is to be paid.
  ///   - issuedOn: the day of issue.
  ///   - subject: what it is about, in French; it may name a member of the household.
  ///   - paidOn: the day it was paid, if it was.
  /// - Throws: ``InvoiceDefect``.
  public func invoice(
    _ id: InvoiceID, of kind: String, amount: Money, issuedOn: CivilDate, subject: String, paidOn: CivilDate? = nil
  ) throws(InvoiceDefect) -> Invoice {
    guard let kind = collectable.first(where: { $0.code == kind }) else { throw .notCollectable(kind: kind) }
    guard amount.isPositive else { throw .nothingToPay(amount) }
    return Invoice(
      id: id, regie: self.id, kind: kind, subject: Personal(subject), amount: amount, issuedOn: issuedOn, paidOn: paidOn
    )
  }
}
