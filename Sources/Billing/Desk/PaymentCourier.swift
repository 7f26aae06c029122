public import Foundation
public import WorkflowKernel

/// Carries out what the machines of billing ask for, at least once each and recognizably.
///
/// Every order it gives to another machine has a stable key and every message the key of its effect, so that a crash
/// between any two steps repeats a step and never an effect.
public struct PaymentCourier: Sendable {
  /// Where facts are recorded.
  public let desk: PaymentDesk
  /// The baskets from which paid invoices are taken.
  public let baskets: Engine<BasketMachine>
  /// Carries messages to citizens and tasks to agents.
  public let correspondence: any BillingCorrespondence

  /// Hires a courier.
  public init(desk: PaymentDesk, baskets: Engine<BasketMachine>, correspondence: some BillingCorrespondence) {
    self.desk = desk
    self.baskets = baskets
    self.correspondence = correspondence
  }

  /// Does whatever is due at an instant: time limits first, then everything that waits in the three outboxes.
  ///
  /// - Returns: what was done, and what failed and why.
  /// - Throws: what a store throws when its infrastructure is broken.
  @discardableResult
  public func run(at instant: Date) async throws -> CourierRun {
    var run = CourierRun()
    run.add(try await desk.attempts.run(dueAt: instant))
    run.add(try await baskets.run(dueAt: instant))
    run.add(try await desk.strays.run(dueAt: instant))
    try await deliver(at: instant, into: &run)
    return run
  }

  /// Carries out everything that waits in the three outboxes at an instant.
  ///
  /// - Returns: what was done, and what failed and why.
  /// - Throws: what a store throws when its infrastructure is broken.
  @discardableResult
  public func deliver(at instant: Date) async throws -> CourierRun {
    var run = CourierRun()
    try await deliver(at: instant, into: &run)
    return run
  }

  private func deliver(at instant: Date, into run: inout CourierRun) async throws {
    while true {
      let before = run.tries
      run.add(try await Relay(desk.attempts.store).drain(at: instant) { try await deliver($0, at: instant) })
      run.add(try await Relay(desk.strays.store).drain(at: instant) { try await deliver($0, at: instant) })
      run.add(try await Relay(baskets.store).drain(at: instant) { try await deliver($0) })
      // Carrying one effect out may have produced another, and a page of failures has others behind it; what is put off
      // has a later next try, so that this comes to an end.
      if run.tries == before { return }
    }
  }

  /// Carries out one effect of an attempt.
  ///
  /// - Throws: whatever kept it from being carried out; the relay then tries again later.
  public func deliver(_ pending: PendingEffect<PaymentAttemptMachine>, at instant: Date) async throws {
    let context = Context(instant: instant, principal: .system)
    switch pending.effect {
    case .inquire(let inquiry):
      try await ask(inquiry, of: pending.key.id, in: context)
    case .settle(let settlement):
      guard try await desk.invoices.source.record(settlement) == .paidByOtherMeans else { return }
      let key = try RequestKey(derivedFrom: "\(pending.key)/elsewhere")
      _ = try await desk.attempts.send(
        .reportPaidElsewhere(settlement.invoice), to: pending.key.id, key: key, in: context)
    case .withdraw(let invoices, let payer):
      for owner in try await owners(of: invoices) {
        let key = try RequestKey(derivedFrom: "\(pending.key)/\(owner)")
        _ = try await baskets.send(.withdraw(invoices, paidBy: payer), to: owner, key: key, in: context)
      }
    case .acknowledge(let receipt):
      let notice = receipt.notice(in: desk.attempts.machine.calendar)
      try await correspondence.send(notice, key: pending.deliveryKey)
    case .assign(let task):
      try await correspondence.assign(task, key: pending.deliveryKey)
    }
  }

  /// Asks the gateway about an attempt of which it has said nothing yet.
  ///
  /// An answer that cannot be read, or that the attempt refuses, ends this question: it would be the same at every try,
  /// and the schedule of the attempt asks anew.
  private func ask(_ inquiry: Inquiry, of attempt: AttemptID, in context: Context) async throws {
    guard let known = try await desk.attempts.store.load(attempt), known.state.standing <= .expired else { return }
    do {
      let fact = try await desk.gateway.fact(about: inquiry, at: context.instant)
      try await desk.record(fact, for: attempt, in: context)
    } catch let refusal as SendRefusal {
      throw refusal
    } catch is any ExplainableRefusal {}
  }

  /// Carries out one effect of a line of a statement.
  ///
  /// - Throws: whatever kept it from being carried out; the relay then tries again later. `Undeliverable` when the line
  ///   was told otherwise to an attempt, past ``PaymentDesk/enter(_:in:)``: its money is counted there.
  public func deliver(_ pending: PendingEffect<StrayPaymentMachine>, at instant: Date) async throws {
    switch pending.effect {
    case .look(let alert):
      try await correspondence.assign(.look(alert), key: pending.deliveryKey)
    case .refund(let order):
      try await correspondence.assign(.refund(order), key: pending.deliveryKey)
    case .tell(let attempt, let fact):
      do {
        try await desk.record(fact, for: attempt, in: Context(instant: instant, principal: .system))
      } catch let refusal as PaymentRefusal {
        guard case .lineAlreadyEntered = refusal else { throw refusal }
        throw Undeliverable(refusal.code)
      }
    }
  }

  /// Carries out one effect of a basket.
  ///
  /// - Throws: whatever kept it from being carried out; the relay then tries again later.
  public func deliver(_ pending: PendingEffect<BasketMachine>) async throws {
    try await correspondence.send(pending.effect, key: pending.deliveryKey)
  }

  private func owners(of invoices: [InvoiceID]) async throws -> [AccountID] {
    var owners: [AccountID] = []
    for invoice in invoices {
      for basket in try await baskets.store.all(.baskets(holding: invoice)) where !owners.contains(basket.id) {
        owners.append(basket.id)
      }
    }
    return owners
  }
}
