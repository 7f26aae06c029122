public import CivilTime
public import Foundation
public import WorkflowKernel

/// What must be done outside because of an attempt; ``PaymentCourier`` does it, at least once each.
public enum PaymentEffect: Hashable, Codable, Sendable {
  /// Ask the gateway, and record what it says.
  case inquire(Inquiry)
  /// Tell the billing system.
  case settle(Settlement)
  /// Take the paid invoices out of every basket that holds them.
  case withdraw([InvoiceID], paidBy: AccountID?)
  /// Send the receipt.
  case acknowledge(PaymentReceipt)
  /// Put a task before the agents of the régie.
  case assign(AgentTask)
}

/// A question to the gateway about one session.
public struct Inquiry: Hashable, Codable, Sendable {
  /// The régie.
  public let regie: RegieID
  /// The contract under which the session was opened.
  public let contract: GatewayContract
  /// The payment.
  public let reference: PaymentReference
  /// The session.
  public let session: GatewayReference
  /// When the session was opened.
  public let openedAt: Date

  /// Describes a question.
  public init(
    regie: RegieID, contract: GatewayContract, reference: PaymentReference, session: GatewayReference, openedAt: Date
  ) {
    self.regie = regie
    self.contract = contract
    self.reference = reference
    self.session = session
    self.openedAt = openedAt
  }
}

/// The electronic acknowledgement that the law asks for each payment (CRPA L112-11).
public struct PaymentReceipt: Hashable, Codable, Sendable {
  /// Who paid.
  public let payer: AccountID
  /// The régie that collected.
  public let regie: RegieID
  /// The name of the régie.
  public let regieName: String
  /// The payment.
  public let reference: PaymentReference
  /// How much was paid.
  public let amount: Money
  /// By what means.
  public let means: PaymentMeans
  /// When: as the gateway says, or else when it said so.
  public let paidAt: Date
  /// The invoices and their amounts.
  public let lines: [PaymentLine]

  /// The receipt as a message to its payer, dated by the days of the town.
  public func notice(in calendar: TownCalendar) -> Notice {
    Notice(
      to: .account(payer), "payment.receipt",
      arguments: [
        amount.french, regieName, reference.rawValue,
        lines.map { "\($0.invoice)\u{A0}: \($0.amount.french)" }.joined(separator: "\n"),
        calendar.date(of: paidAt).frenchLong,
      ])
  }
}
