public import CivilTime
public import WorkflowKernel

/// A line of the bank statement of a régie's account: money that has certainly come in.
public struct StatementLine: Hashable, Codable, Sendable {
  /// Which line, unique in the town: régies whose banks number alike get a prefix each.
  public let id: StatementLineID
  /// The régie whose account it is.
  public let regie: RegieID
  /// The reference of the payment as the bank writes it; may be anything, also a name.
  public let reference: Personal<String>
  /// How much came in.
  public let amount: Money
  /// The day it was booked.
  public let bookedOn: CivilDate

  /// Describes a line.
  public init(id: StatementLineID, regie: RegieID, reference: String, amount: Money, bookedOn: CivilDate) {
    self.id = id
    self.regie = regie
    self.reference = Personal(reference)
    self.amount = amount
    self.bookedOn = bookedOn
  }

  /// The reference, where it can be a payment's.
  var paymentReference: PaymentReference? { try? PaymentReference(reference.value) }

  var withoutReference: StatementLine {
    StatementLine(id: id, regie: regie, reference: "", amount: amount, bookedOn: bookedOn)
  }

  /// What the line says about the payment of that reference.
  func fact(about reference: PaymentReference) -> PaymentFact {
    PaymentFact(
      from: .statement(id), regie: regie, reference: reference,
      outcome: .paid(amount, by: .statement, at: nil))
  }
}
