public import CivilTime
import Foundation
public import WorkflowKernel

/// An attempt to pay a basket.
///
/// ```
///                open
/// initialised ──────────▶ waiting ──────────▶ paid        money came: each invoice is settled
///     │                      │                  ▲
///     │ time is up           │ the gateway      │ late proof
///     │                      │ decides          │
///     └──────────▶ expired, cancelled, refused ─┘          invoices are released
/// ```
///
/// The standing is the greatest of the facts (F45). While the attempt is live it holds its invoices by claims, all or
/// none; a paid one holds for ever the invoices that it settled. Whatever is not the expected money, from the expected
/// source, becomes an anomaly and settles nothing.
public struct PaymentAttemptMachine: StateMachine {
  /// The régies of the town.
  public let regies: [RegieID: Regie]
  /// When attempts are asked about and given up.
  public let policy: PaymentPolicy
  /// The town's days, by which the ledger is kept.
  public let calendar: TownCalendar

  /// Describes the payments of a town; a régie that is described in two ways is unknown.
  public init(regies: [Regie], calendar: TownCalendar, policy: PaymentPolicy = PaymentPolicy()) {
    self.regies = regies.byID
    self.policy = policy
    self.calendar = calendar
  }

  /// Decides about an order.
  public func transition(
    from state: PaymentAttempt?, on order: PaymentAttemptOrder, in context: Context
  ) throws(PaymentRefusal) -> Transition<PaymentAttempt, PaymentEffect> {
    try checkPermission(of: context.principal, for: order, on: state)
    guard var attempt = state else {
      guard case .reserve(let basket, let reference) = order else { throw .unknownPayment }
      return Transition(to: try reserve(basket, reference: reference.value, in: context))
    }
    let now = context.instant
    var effects: [PaymentEffect] = []
    var reason: String?
    switch order {
    case .reserve:
      throw .alreadyReserved
    case .open(let session):
      try attempt.open(session, at: now)
    case .abandon:
      guard attempt.standing == .initialised else { throw .alreadyOpen }
      attempt.join(.expired, at: now)
    case .record(let fact, let alreadyPaid):
      effects = try record(fact, alreadyPaid: alreadyPaid, on: &attempt, at: now)
      reason = fact.code
    case .inquire:
      try checkDue(order, for: attempt, at: now)
      effects = inquire(about: &attempt, at: now)
    case .expire:
      try checkDue(order, for: attempt, at: now)
      attempt.join(.expired, at: now)
    case .reportPaidElsewhere(let invoice):
      let anomaly = try attempt.unsettle(invoice, at: now)
      effects = [try alert(.anomaly(anomaly), about: attempt)]
      reason = anomaly.kind.code
    case .resolve(let anomaly, let outcome):
      effects = try resolve(anomaly, as: outcome, on: &attempt, in: context)
      reason = outcome.code
    case .forget:
      try forgetPayer(of: &attempt, at: now)
    }
    return Transition(to: attempt, effects: effects, reason: reason)
  }

  private func checkDue(
    _ order: PaymentAttemptOrder, for attempt: PaymentAttempt, at instant: Date
  ) throws(PaymentRefusal) {
    guard let deadline = deadline(of: attempt), deadline.event == order, deadline.instant <= instant
    else { throw .notDue }
  }

  /// What the system does next about an attempt.
  public func deadline(of attempt: PaymentAttempt) -> Deadline<PaymentAttemptOrder>? {
    policy.deadline(of: attempt) ?? retentionEnd(of: attempt).map { Deadline(at: $0, event: .forget) }
  }
}

extension PaymentAttemptMachine {
  /// An attempt is stored under an identifier drawn by the host.
  public typealias ID = AttemptID

  /// The name of a state: its standing.
  public static func name(of attempt: PaymentAttempt) -> Standing { attempt.standing }

  /// The name of an order.
  public static func name(of order: PaymentAttemptOrder) -> PaymentAttemptOrder.Name {
    switch order {
    case .reserve: .reserve
    case .open: .open
    case .abandon: .abandon
    case .record: .record
    case .inquire: .inquire
    case .expire: .expire
    case .reportPaidElsewhere: .reportPaidElsewhere
    case .resolve: .resolve
    case .forget: .forget
    }
  }

  /// The format of stored attempts.
  public static var format: RecordFormat { RecordFormat("billing.payment-attempt", version: 1) }
}
