public import Foundation

/// One attempt to pay the invoices of a basket, and everything that was ever said about it.
public struct PaymentAttempt: Hashable, Codable, Sendable {
  /// What is to be paid, by whom, to which régie.
  public let order: PaymentOrder
  /// The greatest of the facts (F45).
  public internal(set) var standing: Standing = .initialised
  /// The citizen's visit at the gateway; `nil` until the gateway has answered.
  public internal(set) var session: GatewaySession?
  /// When the reservation of the invoices ended without a payment; a late payment does not bring it back.
  public internal(set) var releasedAt: Date?
  /// When the gateway was last asked.
  public internal(set) var inquiredAt: Date?
  /// The money that came in, each payment once, however often it was told.
  public internal(set) var payments: [Payment] = []
  /// The invoices that it has settled.
  public internal(set) var settled: [InvoiceID] = []
  /// What became of the money.
  public internal(set) var books = Books()

  init(_ order: PaymentOrder) {
    self.order = order
  }

  /// What to ask the gateway; `nil` while it has opened no session.
  public var inquiry: Inquiry? {
    session.map {
      Inquiry(
        regie: order.regie, contract: order.contract, reference: order.reference, session: $0.reference,
        openedAt: order.reservedAt)
    }
  }
}

/// Money that came in once: told by the gateway, by a line of the bank's statement, or by both.
public struct Payment: Hashable, Codable, Sendable {
  /// The régie that received it.
  public let regie: RegieID
  /// Under which reference.
  public let reference: PaymentReference
  /// How much.
  public let amount: Money
  /// The session in which the gateway says it was paid.
  public internal(set) var session: GatewayReference?
  /// The line by which the bank says so.
  public internal(set) var line: StatementLineID?
}

extension PaymentAttempt {
  /// What a fact of money is to the payments known so far.
  enum Arrival {
    case isNew, isKnown
  }

  /// Finds a place for a fact of money: a telling by the gateway and one by the bank, of the same amount under the same
  /// reference, are one payment; a second telling by either is the same payment only when it names the same source.
  mutating func admit(_ amount: Money, from fact: PaymentFact) -> Arrival {
    let alike = payments.indices.filter {
      payments[$0].regie == fact.regie && payments[$0].reference == fact.reference && payments[$0].amount == amount
    }
    switch fact.source {
    case .gateway(let session, _):
      if alike.contains(where: { payments[$0].session == session }) { return .isKnown }
      if let index = alike.first(where: { payments[$0].session == nil }) {
        payments[index].session = session
        return .isKnown
      }
      payments.append(
        Payment(regie: fact.regie, reference: fact.reference, amount: amount, session: session, line: nil))
    case .statement(let line):
      if alike.contains(where: { payments[$0].line == line }) { return .isKnown }
      if let index = alike.first(where: { payments[$0].line == nil }) {
        payments[index].line = line
        return .isKnown
      }
      payments.append(Payment(regie: fact.regie, reference: fact.reference, amount: amount, session: nil, line: line))
    }
    return .isNew
  }

  /// What keeps a fact from being about this attempt; `nil` when it is about it.
  func mismatch(with fact: PaymentFact) -> Anomaly.Kind? {
    if fact.regie != order.regie { return .otherRegie(expected: order.regie) }
    if fact.reference != order.reference { return .otherReference(fact.reference) }
    switch fact.source {
    case .gateway(let reference, _) where reference != session?.reference: return .otherSession(reference)
    case .gateway(_, let mode) where mode != order.contract.mode: return .otherMode
    case .gateway, .statement: break
    }
    guard case .paid(let amount, _, _) = fact.outcome, amount != order.amount else { return nil }
    return .otherAmount(expected: order.amount)
  }
}
