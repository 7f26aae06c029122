public import CivilTime
public import WorkflowKernel

/// The first word of each statement line, stored under the line: `told` to an attempt, or `received` → `resolved`.
///
/// A line has one record, and so one word: of two servers that enter it differently, one is refused, before either has
/// booked anything.
public struct StrayPaymentMachine: StateMachine {
  /// The régies of the town.
  public let regies: [RegieID: Regie]
  /// The town's days, by which the ledger is kept.
  public let calendar: TownCalendar
  /// Months for which the payer of money is kept, with the pieces of accounting it belongs to.
  public let retentionMonths: Int

  /// Describes the régies of a town; one that is described in two ways is unknown.
  ///
  /// By default what the bank wrote about a payer is kept for 10 years, see ``PaymentPolicy/paidRetentionMonths``.
  public init(regies: [Regie], calendar: TownCalendar, retentionMonths: Int = 120) {
    self.retentionMonths = retentionMonths
    self.regies = regies.byID
    self.calendar = calendar
  }

  /// Decides about an order.
  public func transition(
    from state: StrayPayment?, on order: StrayPaymentOrder, in context: Context
  ) throws(PaymentRefusal) -> Transition<StrayPayment, StrayPaymentEffect> {
    switch order {
    case .receive(let line, let named):
      let regie = try regie(line.regie, for: context.principal)
      if let known = state {
        guard known.line == line else { throw .lineAlreadyEntered(line.id) }
        return Transition(to: known)
      }
      guard PaymentFact.possibleAmounts.contains(line.amount) else { throw .impossibleAmount(line.amount) }
      if let attempt = named?.value, let reference = line.paymentReference {
        let told = StrayPayment(line, toldTo: attempt)
        return Transition(to: told, effects: [.tell(attempt, line.fact(about: reference))])
      }
      var stray = StrayPayment(line, toldTo: nil)
      let anomaly = stray.books.notice(.unknownReference, amount: line.amount, of: line.regie, at: context.instant)
      let alert = anomaly.map {
        StrayPaymentEffect.look(
          PaymentAlert(service: regie.service, payment: line.id.rawValue, subject: .anomaly($0)))
      }
      return Transition(
        to: stray, effects: alert.map { [$0] } ?? [], reason: Anomaly.Kind.unknownReference.code)
    case .resolve(let outcome):
      guard var stray = state else { throw .unknownPayment }
      let regie = try regie(stray.line.regie, for: context.principal)
      guard case .agent(let agent) = context.principal else { throw .notPermitted }
      do {
        let anomaly = try stray.books.resolve(1, as: outcome, by: agent.id, at: context.instant)
        let refund = RefundOrder(
          service: regie.service, regie: regie.id, payment: stray.line.id.rawValue, payer: nil, amount: anomaly.amount,
          anomaly: anomaly.number)
        return Transition(
          to: stray, effects: outcome == .refunded ? [.refund(refund)] : [], reason: outcome.code)
      } catch {
        throw .anomaly(error)
      }
    case .forget:
      guard case .system = context.principal else { throw .notPermitted }
      guard var stray = state else { throw .unknownPayment }
      guard let deadline = deadline(of: stray), deadline.instant <= context.instant else { throw .notDue }
      stray.line = stray.line.withoutReference
      return Transition(to: stray)
    }
  }

  /// When a reference that is no payment's is forgotten: at the term of the last movement of its money.
  public func deadline(of stray: StrayPayment) -> Deadline<StrayPaymentOrder>? {
    guard stray.attempt == nil, stray.books.openAnomalies.isEmpty, !stray.line.reference.value.isEmpty,
      let last = stray.books.postings.last
    else { return nil }
    let end = calendar.firstInstant(afterMonths: retentionMonths, from: calendar.date(of: last.at))
    return Deadline(at: end, event: .forget)
  }

  /// Found among the anomalies of its régie while open, and on the pages of the ledger it has a line on.
  public func facets(of stray: StrayPayment) -> Facets {
    guard let first = stray.books.anomalies.first else { return Facets() }
    let open = stray.books.openAnomalies.map { TagLabel.anomalies(of: $0.regie) }
    return Facets(tags: (open + stray.books.ledgerLabels(in: calendar)).map { Tag($0, at: first.noticedAt) })
  }

  /// The régie, if the principal may speak for its account: its agents, or the system reading a file of the bank.
  private func regie(_ id: RegieID, for principal: Principal) throws(PaymentRefusal) -> Regie {
    switch principal {
    case .citizen, .visitor: throw .notPermitted
    case .agent, .system: break
    }
    guard let regie = regies[id] else { throw .unknownRegie(id) }
    if case .agent(let agent) = principal, !agent.serves(regie.service) { throw .notPermitted }
    return regie
  }
}

extension StrayPaymentMachine {
  /// A stray payment is its statement line's.
  public typealias ID = StatementLineID

  /// The flat names of the states.
  public enum StateName: String, Name {
    /// It names a payment, and was told to its attempt.
    case told
    /// An agent is to decide.
    case received
    /// An agent has decided.
    case resolved
  }

  /// The name of a state.
  public static func name(of stray: StrayPayment) -> StateName {
    if stray.attempt != nil { return .told }
    return stray.books.openAnomalies.isEmpty ? .resolved : .received
  }

  /// The name of an order.
  public static func name(of order: StrayPaymentOrder) -> StrayPaymentOrder.Name {
    switch order {
    case .receive: .receive
    case .resolve: .resolve
    case .forget: .forget
    }
  }

  /// The format of stored stray payments.
  public static var format: RecordFormat { RecordFormat("billing.stray-payment", version: 1) }
}
