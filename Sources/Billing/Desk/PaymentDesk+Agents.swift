public import CivilTime
public import Foundation
public import WorkflowKernel

extension PaymentDesk {
  /// The attempts of a régie that nobody has said anything about for too long, the oldest last.
  ///
  /// - Throws: ``PaymentRefusal/notPermitted`` for an agent of another régie (F15); what the store throws.
  public func stuck(
    of regie: RegieID, by agent: Agent, at instant: Date
  ) async throws -> [Record<PaymentAttemptMachine>] {
    try checkIsInCharge(agent, of: regie)
    return try await attempts.store.all(.livePayments(of: regie)).filter {
      attempts.machine.policy.isStuck($0.state, at: instant)
    }
  }

  /// The attempts with something for the agents of a régie to resolve.
  ///
  /// - Throws: ``PaymentRefusal/notPermitted`` for an agent of another régie (F15); what the store throws.
  public func anomalies(of regie: RegieID, by agent: Agent) async throws -> [Record<PaymentAttemptMachine>] {
    try checkIsInCharge(agent, of: regie)
    return try await attempts.store.all(.anomalies(of: regie))
  }

  /// The stray payments with something for the agents of a régie to resolve.
  ///
  /// - Throws: ``PaymentRefusal/notPermitted`` for an agent of another régie (F15); what the store throws.
  public func strayPayments(of regie: RegieID, by agent: Agent) async throws -> [Record<StrayPaymentMachine>] {
    try checkIsInCharge(agent, of: regie)
    return try await strays.store.all(.anomalies(of: regie))
  }

  /// The ledger of a régie for some days, both ends included, at most the 366 of a leap year: each day is looked up
  /// (F46).
  ///
  /// - Throws: ``PaymentRefusal/notPermitted`` for an agent of another régie (F15); ``PaymentRefusal/periodTooLong``;
  ///   ``MoneyOverflow``; what the store throws.
  public func ledger(
    of regie: RegieID, on days: ClosedRange<CivilDate>, by agent: Agent
  ) async throws -> Ledger {
    try checkIsInCharge(agent, of: regie)
    let count = days.lowerBound.days(until: days.upperBound) + 1
    guard count <= 366 else { throw PaymentRefusal.periodTooLong }
    let calendar = attempts.machine.calendar
    var postings: [Posting] = []
    for offset in 0..<count {
      let day = days.lowerBound.adding(days: offset)
      let page = TagLabel.ledger(of: regie, on: day)
      let books =
        try await attempts.store.all(page).map(\.state.books) + strays.store.all(page).map(\.state.books)
      postings += books.flatMap(\.postings).filter { $0.regie == regie && calendar.date(of: $0.at) == day }
    }
    return try Ledger(of: postings, in: calendar)
  }

  private func checkIsInCharge(_ agent: Agent, of regie: RegieID) throws(PaymentRefusal) {
    guard attempts.machine.isInCharge(agent, of: regie) else { throw .notPermitted }
  }
}

extension Store {
  /// Every record of a list, page by page.
  func all(_ label: TagLabel) async throws -> [Record<Machine>] {
    var records: [Record<Machine>] = []
    var cursor: PageCursor?
    repeat {
      let page = try await find(label, after: cursor, limit: 100)
      records += page.records
      cursor = page.next
    } while cursor != nil
    return records
  }
}
