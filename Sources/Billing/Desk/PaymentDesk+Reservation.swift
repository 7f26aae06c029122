import Foundation
import WorkflowKernel

extension PaymentDesk {
  /// The attempt of a wish to pay: a new one, or the one that an earlier sending has made.
  func reserved(
    for holder: AccountHolder, attempt: AttemptID, reference: PaymentReference, key: RequestKey, at instant: Date
  ) async throws -> Record<PaymentAttemptMachine> {
    if let known = try await wished(under: key, by: holder) { return known }
    do {
      return try await reserve(for: holder, attempt: attempt, reference: reference, key: key, at: instant)
    } catch let refusal as PaymentRefusal {
      // Another server may have received the same wish meanwhile, and have reserved the invoices for it.
      guard let known = try await wished(under: key, by: holder) else { throw refusal }
      return known
    }
  }

  /// The attempt that an earlier sending of the same wish has made.
  private func wished(
    under key: RequestKey, by holder: AccountHolder
  ) async throws -> Record<PaymentAttemptMachine>? {
    guard let entry = try await attempts.store.entry(for: key) else { return nil }
    guard entry.actor == .citizen(holder.id) else { throw SendRefusal.keyReused }
    return try await attempts.store.load(entry.id)
  }

  private func reserve(
    for holder: AccountHolder, attempt: AttemptID, reference: PaymentReference, key: RequestKey, at instant: Date
  ) async throws -> Record<PaymentAttemptMachine> {
    let basket = try await held(for: holder, at: instant)
    try await checkStillDue(basket, for: holder, at: instant)
    let order = PaymentAttemptOrder.reserve(basket, reference: Drawn(reference))
    let context = Context(instant: instant, principal: .citizen(holder.id))
    var released: [InvoiceID] = []
    while true {
      do {
        return try await attempts.send(order, to: attempt, key: key, in: context).record
      } catch PaymentRefusal.invoiceReserved(let invoice) where !released.contains(invoice) {
        // Each turn releases one more invoice, so there are at most as many turns as invoices, and one.
        released.append(invoice)
        try await release(invoice, at: instant)
      }
    }
  }

  /// The holder's basket, kept for as long as an attempt to pay it can last.
  private func held(for holder: AccountHolder, at instant: Date) async throws -> FilledBasket {
    guard try await baskets.store.load(holder.id) != nil else { throw PaymentRefusal.emptyBasket }
    let policy = attempts.machine.policy
    let end = instant.addingTimeInterval(policy.openingSeconds + policy.lifetimeSeconds)
    let context = Context(instant: instant, principal: .system)
    guard let basket = try await baskets.send(.hold(until: end), to: holder.id, in: context).state.filled else {
      throw PaymentRefusal.emptyBasket
    }
    return basket
  }

  /// What was chosen must still be due, and for the same amount: nothing is paid on the word of an old basket.
  private func checkStillDue(_ basket: FilledBasket, for holder: AccountHolder, at instant: Date) async throws {
    let overview = try await invoices.overview(for: holder, at: instant)
    for invoice in basket.invoices {
      guard case .shown(let list) = overview else { throw PaymentRefusal.invoiceChanged(invoice.id) }
      switch list.candidate(invoice.id) {
      case .due(let current) where current.isSameDebt(as: invoice): continue
      case .due, .unknown: throw PaymentRefusal.invoiceChanged(invoice.id)
      case .paid: throw PaymentRefusal.invoiceAlreadyPaid(invoice.id)
      case .reserved: throw PaymentRefusal.invoiceReserved(invoice.id)
      }
    }
  }

  /// Does to the attempt that holds an invoice beyond its time what the next due run would do.
  ///
  /// An attempt whose time is not up, or that another server has moved meanwhile, is left alone.
  private func release(_ invoice: InvoiceID, at instant: Date) async throws {
    let machine = attempts.machine
    let system = Context(instant: instant, principal: .system)
    guard let holder = try await attempts.store.holder(of: .reservation(of: invoice)),
      var record = try await attempts.store.load(holder),
      !machine.isReserved(invoice, by: record.state, at: instant)
    else { return }
    do {
      while record.state.standing.isLive, let deadline = machine.deadline(of: record.state), deadline.instant <= instant
      {
        record = try await attempts.send(deadline.event, to: holder, expecting: record.revision, in: system).record
      }
    } catch SendRefusal.stale {}
  }
}
