public import CivilTime
import Foundation
public import WorkflowKernel

extension PaymentAttemptMachine {
  /// What attempts are found by, and what only one of them may hold.
  public func facets(of attempt: PaymentAttempt) -> Facets {
    let order = attempt.order
    var labels: [TagLabel] = order.payer.map { [.payments(of: $0)] } ?? []
    if policy.isUndecided(attempt) { labels.append(.livePayments(of: order.regie)) }
    labels += Set(attempt.books.openAnomalies.map(\.regie)).sorted().map { .anomalies(of: $0) }
    labels += attempt.books.ledgerLabels(in: calendar)
    return Facets(tags: labels.map { Tag($0, at: order.reservedAt) }, claims: claims(of: attempt))
  }

  /// An invoice that somebody else is paying or has paid is said to be so, and so is a line that another attempt has.
  public func refusal(forTaken claim: Claim) -> PaymentRefusal? {
    switch claim.scope {
    case Claim.reservationScope: .invoiceReserved(InvoiceID(claim.value.value))
    case Claim.settlementScope: .invoiceAlreadyPaid(InvoiceID(claim.value.value))
    case Claim.statementLineScope: .lineAlreadyEntered(StatementLineID(claim.value.value))
    default: nil
    }
  }

  /// Whether an attempt still keeps an invoice for its payer: not once its time is up, be it that no due run has come by.
  func isReserved(_ invoice: InvoiceID, by attempt: PaymentAttempt, at instant: Date) -> Bool {
    claims(of: settled(attempt, at: instant)).contains(.reservation(of: invoice))
  }

  private func claims(of attempt: PaymentAttempt) -> [Claim] {
    var claims: [Claim] = [.reference(attempt.order.reference)]
    if let session = attempt.session { claims.append(.session(session.reference)) }
    // Held from the reservation to the payment without a gap: nobody can slip in between.
    if attempt.releasedAt == nil {
      let held = attempt.standing == .paid ? attempt.settled : attempt.order.lines.map(\.invoice)
      claims += held.map { .reservation(of: $0) }
    }
    claims += attempt.settled.map { .settlement(of: $0) }
    claims += attempt.payments.flatMap(\.sources).compactMap(\.line).map { .statementLine($0) }
    return claims
  }
}

extension Claim {
  fileprivate static let reservationScope = "payment.reservation"
  fileprivate static let settlementScope = "payment.settlement"
  fileprivate static let statementLineScope = "billing.statement-line"

  /// One payment of this reference.
  public static func reference(_ reference: PaymentReference) -> Claim {
    Claim("payment.reference", reference.rawValue)
  }
  /// One payment of this session.
  public static func session(_ session: GatewayReference) -> Claim {
    Claim("payment.session", session.rawValue)
  }
  /// One live attempt to pay this invoice (F44).
  public static func reservation(of invoice: InvoiceID) -> Claim {
    Claim(reservationScope, invoice.rawValue)
  }
  /// One payment that has settled this invoice.
  public static func settlement(of invoice: InvoiceID) -> Claim {
    Claim(settlementScope, invoice.rawValue)
  }
  /// One attempt of which this line of a statement tells (F46).
  public static func statementLine(_ line: StatementLineID) -> Claim {
    Claim(statementLineScope, line.rawValue)
  }
}

extension TagLabel {
  /// The attempts of an account, whatever became of them.
  public static func payments(of payer: AccountID) -> TagLabel { TagLabel("payment.payer", payer.rawValue) }
  /// The attempts of a régie of which nobody has said yet what became.
  public static func livePayments(of regie: RegieID) -> TagLabel { TagLabel("payment.live", regie.rawValue) }
  /// The attempts with an open anomaly of a régie.
  public static func anomalies(of regie: RegieID) -> TagLabel { TagLabel("payment.anomaly", regie.rawValue) }
  /// Whatever moved money of a régie on a day.
  public static func ledger(of regie: RegieID, on day: CivilDate) -> TagLabel {
    TagLabel("billing.ledger", "\(regie)/\(day)")
  }
}

extension Books {
  /// The pages of the ledger on which these books have a line, each once.
  func ledgerLabels(in calendar: TownCalendar) -> [TagLabel] {
    var labels: [TagLabel] = []
    for posting in postings {
      let label = TagLabel.ledger(of: posting.regie, on: calendar.date(of: posting.at))
      if !labels.contains(label) { labels.append(label) }
    }
    return labels
  }
}
