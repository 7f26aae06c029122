import Foundation
import WorkflowKernel

extension PaymentAttemptMachine {
  /// Citizens pay, the system carries word, agents of the régie that holds the money decide about it.
  func checkPermission(
    of principal: Principal, for order: PaymentAttemptOrder, on attempt: PaymentAttempt?
  ) throws(PaymentRefusal) {
    switch (order, principal) {
    case (.reserve, .citizen), (.record, .system): return
    case (.open, .system), (.abandon, .system), (.inquire, .system), (.expire, .system): return
    case (.reportPaidElsewhere, .system), (.forget, .system): return
    case (.record(let fact, _), .agent(let agent)):
      guard case .statement = fact.source, isInCharge(agent, of: fact.regie) else { throw .notPermitted }
    case (.resolve(let number, _), .agent(let agent)):
      guard let attempt else { throw .unknownPayment }
      let regie = attempt.books.anomalies.first { $0.number == number }?.regie ?? attempt.order.regie
      guard isInCharge(agent, of: regie) else { throw .notPermitted }
    case (.reserve, _), (.open, _), (.abandon, _), (.record, _), (.inquire, _), (.expire, _),
      (.reportPaidElsewhere, _), (.resolve, _), (.forget, _):
      throw .notPermitted
    }
  }

  /// Whether an agent works for the service that looks after a régie (F15).
  func isInCharge(_ agent: Agent, of regie: RegieID) -> Bool {
    regies[regie].map { agent.serves($0.service) } ?? false
  }

  func reserve(
    _ basket: FilledBasket, reference: PaymentReference, in context: Context
  ) throws(PaymentRefusal) -> PaymentAttempt {
    guard case .citizen(let payer) = context.principal else { throw .notPermitted }
    let regie = try regie(basket.regie)
    for invoice in basket.invoices where !regie.collects(invoice.kind) { throw .notCollectable(invoice.id) }
    guard basket.total >= regie.contract.minimum else { throw .belowMinimum(regie.contract.minimum) }
    guard basket.total <= regie.contract.maximum else { throw .aboveMaximum(regie.contract.maximum) }
    return PaymentAttempt(
      PaymentOrder(of: basket, by: payer, to: regie, reference: reference, at: context.instant))
  }

  func record(
    _ fact: PaymentFact, alreadyPaid: [InvoiceID], on attempt: inout PaymentAttempt, at instant: Date
  ) throws(PaymentRefusal) -> [PaymentEffect] {
    _ = try regie(fact.regie)
    let mismatch = attempt.mismatch(with: fact)
    guard case .paid(let amount, let means, let paidAt) = fact.outcome, fact.movesMoney(under: attempt.order.contract)
    else {
      guard let kind = mismatch ?? attempt.contradiction(by: fact.outcome.standing) else {
        attempt.join(fact.outcome.standing, at: instant)
        return []
      }
      return try notice(kind, amount: .zero, of: fact.regie, on: &attempt, at: instant)
    }
    guard PaymentFact.possibleAmounts.contains(amount) else { throw .impossibleAmount(amount) }
    switch try attempt.admit(amount, from: fact, isExpected: mismatch == nil) {
    case .known:
      return []
    case .surplus:
      return try notice(mismatch ?? .paidTwice, amount: amount, of: fact.regie, on: &attempt, at: instant)
    case .settles:
      attempt.join(.paid, at: instant)
      return try settle(&attempt, alreadyPaid: alreadyPaid, at: instant) + [
        .withdraw(attempt.order.lines.map(\.invoice), paidBy: attempt.order.payer)
      ] + acknowledge(attempt.order, by: means, at: paidAt ?? instant)
    }
  }

  /// Every line is settled, or its money waits for an agent because somebody else has settled the invoice.
  private func settle(
    _ attempt: inout PaymentAttempt, alreadyPaid: [InvoiceID], at instant: Date
  ) throws(PaymentRefusal) -> [PaymentEffect] {
    let order = attempt.order
    var effects: [PaymentEffect] = []
    for line in order.lines {
      guard !alreadyPaid.contains(line.invoice) else {
        effects += try notice(
          .invoiceAlreadyPaid(line.invoice), amount: line.amount, of: order.regie, on: &attempt, at: instant)
        continue
      }
      attempt.books.settle(line.amount, of: order.regie, at: instant)
      attempt.settled.append(line.invoice)
      let settlement = Settlement(
        invoice: line.invoice, regie: order.regie, amount: line.amount, reference: order.reference)
      effects.append(.settle(settlement))
    }
    return effects
  }

  private func notice(
    _ kind: Anomaly.Kind, amount: Money, of regie: RegieID, on attempt: inout PaymentAttempt, at instant: Date
  ) throws(PaymentRefusal) -> [PaymentEffect] {
    guard let anomaly = attempt.books.notice(kind, amount: amount, of: regie, at: instant) else { return [] }
    return [try alert(.anomaly(anomaly), about: attempt)]
  }

  func inquire(about attempt: inout PaymentAttempt, at instant: Date) -> [PaymentEffect] {
    guard let inquiry = attempt.inquiry else { return [] }
    let before = attempt.inquiredAt ?? attempt.startedAt
    let becomesStuck = policy.isStuck(attempt, at: instant) && !policy.isStuck(attempt, at: before)
    attempt.inquiredAt = instant
    // The questions go on also for a régie that is configured no more and has no agents to tell.
    guard becomesStuck, let alert = try? alert(.stuck, about: attempt) else { return [.inquire(inquiry)] }
    return [.inquire(inquiry), alert]
  }

  func resolve(
    _ number: Int, as outcome: Anomaly.Resolution.Outcome, on attempt: inout PaymentAttempt, in context: Context
  ) throws(PaymentRefusal) -> [PaymentEffect] {
    guard case .agent(let agent) = context.principal else { throw .notPermitted }
    let anomaly: Anomaly
    do {
      anomaly = try attempt.books.resolve(number, as: outcome, by: agent.id, at: context.instant)
    } catch {
      throw .anomaly(error)
    }
    guard outcome == .refunded else { return [] }
    return [
      .assign(
        .refund(
          RefundOrder(
            service: try regie(anomaly.regie).service, regie: anomaly.regie, payment: attempt.order.reference.rawValue,
            payer: attempt.order.payer, amount: anomaly.amount, anomaly: anomaly.number)))
    ]
  }

  func alert(
    _ subject: PaymentAlert.Subject, about attempt: PaymentAttempt
  ) throws(PaymentRefusal) -> PaymentEffect {
    let holder =
      switch subject {
      case .anomaly(let anomaly): anomaly.regie
      case .stuck: attempt.order.regie
      }
    let service = try regie(holder).service
    return .assign(
      .look(PaymentAlert(service: service, payment: attempt.order.reference.rawValue, subject: subject)))
  }

  private func acknowledge(
    _ order: PaymentOrder, by means: PaymentMeans, at instant: Date
  ) throws(PaymentRefusal) -> [PaymentEffect] {
    guard let payer = order.payer else { return [] }
    return [
      .acknowledge(
        PaymentReceipt(
          payer: payer, regie: order.regie, regieName: try regie(order.regie).name, reference: order.reference,
          amount: order.amount, means: means, paidAt: instant, lines: order.lines))
    ]
  }

  /// Money belongs to a régie that exists, and so does every task about it: neither is ever made up.
  private func regie(_ id: RegieID) throws(PaymentRefusal) -> Regie {
    guard let regie = regies[id] else { throw .unknownRegie(id) }
    return regie
  }
}
