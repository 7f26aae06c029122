public import Foundation
public import WorkflowKernel

extension PaymentDesk {
  /// The citizen comes back from the gateway: the gateway is asked.
  ///
  /// - Throws: ``PaymentRefusal/unknownPayment``, also for the payment of somebody else; `SendRefusal`; what the gateway
  ///   or the store throws.
  public func welcomeBack(
    _ holder: AccountHolder, from attempt: AttemptID, at instant: Date
  ) async throws -> Record<PaymentAttemptMachine> {
    guard let record = try await attempts.store.load(attempt), record.state.order.payer == holder.id else {
      throw PaymentRefusal.unknownPayment
    }
    return try await refresh(attempt, at: instant)
  }

  /// Asks the gateway about an attempt now, whoever it is of.
  ///
  /// - Throws: ``PaymentRefusal``; `SendRefusal`; what the gateway or the store throws.
  @discardableResult
  public func refresh(_ attempt: AttemptID, at instant: Date) async throws -> Record<PaymentAttemptMachine> {
    guard let record = try await attempts.store.load(attempt) else { throw PaymentRefusal.unknownPayment }
    guard let inquiry = record.state.inquiry else { return record }
    let fact = try await gateway.fact(about: inquiry, at: instant)
    return try await self.record(fact, for: attempt, in: Context(instant: instant, principal: .system))
  }

  /// The gateway calls: something may have happened.
  ///
  /// What it says is not looked at, it is asked.
  ///
  /// - Throws: ``InvalidNotification``; ``PaymentRefusal/unknownPayment`` for a session that is none of ours; what the
  ///   gateway or the store throws. Nothing has changed then.
  @discardableResult
  public func notified(
    by notification: [String: String], at instant: Date
  ) async throws -> Record<PaymentAttemptMachine> {
    let session = try gateway.session(in: notification)
    guard let attempt = try await attempts.store.holder(of: .session(session)) else {
      throw PaymentRefusal.unknownPayment
    }
    return try await refresh(attempt, at: instant)
  }

  /// Opens a session for a reserved attempt, or finds the one that was opened.
  func openSession(
    for record: Record<PaymentAttemptMachine>, visit: PaymentVisit, at instant: Date
  ) async throws -> GatewaySession {
    // As a due run would leave it: nothing is paid on the word of a wish whose time is up.
    let attempt = attempts.machine.settled(record.state, at: instant)
    let context = Context(instant: instant, principal: .system)
    try await checkNotPaidElsewhere(record, in: context)
    guard attempt.standing.isLive else { throw PaymentRefusal.ended }
    if let session = attempt.session { return session }
    let session: GatewaySession
    do {
      session = try await gateway.open(request(for: attempt.order, visit: visit, at: instant))
    } catch let refusal as GatewayRefusal {
      _ = try await attempts.send(.abandon, to: record.id, in: context)
      throw PaymentRefusal.gatewayRefused(refusal.codes)
    } catch {
      // Nobody knows what happened there, but nobody can pay in a session whose page nobody has seen.
      throw PaymentRefusal.gatewayUnavailable
    }
    do {
      let opened = try await attempts.send(.open(session), to: record.id, in: context).record
      // The gateway takes its time, in which the proof of another payment may have come.
      try await checkNotPaidElsewhere(opened, in: context)
      return session
    } catch PaymentRefusal.alreadyOpen {
      // Another server was faster; again, nobody sees the page of the session opened here.
      guard let other = try await attempts.store.load(record.id)?.state.session else { throw PaymentRefusal.ended }
      return other
    }
  }

  /// Nobody is sent to pay what another attempt has settled, be it that its proof came late.
  ///
  /// The reservation cannot see to it: what has settled an invoice may have released it long before. An attempt without
  /// a session is given up; one with a session may have been paid in it, and is asked about.
  private func checkNotPaidElsewhere(_ record: Record<PaymentAttemptMachine>, in context: Context) async throws {
    guard record.state.standing != .paid else { return }
    for line in record.state.order.lines {
      guard let payer = try await attempts.store.holder(of: .settlement(of: line.invoice)), payer != record.id
      else { continue }
      if record.state.standing == .initialised {
        do {
          _ = try await attempts.send(.abandon, to: record.id, in: context)
        } catch PaymentRefusal.alreadyOpen {}  // by another server, just now
      }
      throw PaymentRefusal.invoiceAlreadyPaid(line.invoice)
    }
  }

  private func request(for order: PaymentOrder, visit: PaymentVisit, at instant: Date) -> PaymentRequest {
    let subject = "Factures " + order.lines.map(\.invoice.rawValue).joined(separator: " ")
    return PaymentRequest(
      contract: order.contract, reference: order.reference, amount: order.amount, subject: Personal(subject),
      fiscalYear: attempts.machine.calendar.date(of: instant).year, visit: visit)
  }
}
