public import CivilTime
public import Foundation
public import WorkflowKernel

extension PaymentDesk {
  /// A line of the bank's statement: it settles the attempt it names, or waits as a stray payment for an agent.
  ///
  /// - Throws: ``PaymentRefusal``; `SendRefusal`; what the store throws.
  public func enter(_ line: StatementLine, in context: Context) async throws -> StatementOutcome {
    if let reference = try? PaymentReference(line.reference.value),
      let attempt = try await attempts.store.holder(of: .reference(reference))
    {
      return .attempt(try await record(line.fact(about: reference), for: attempt, in: context))
    }
    if let known = try await strays.store.load(line.id), known.state.line == line { return .stray(known) }
    return .stray(try await strays.send(.receive(line), to: line.id, in: context).record)
  }

  /// The attempts of a régie that nobody has said anything about for too long, the oldest last.
  ///
  /// - Throws: what the store throws.
  public func stuck(of regie: RegieID, at instant: Date) async throws -> [Record<PaymentAttemptMachine>] {
    try await attempts.store.all(.livePayments(of: regie)).filter {
      attempts.machine.policy.isStuck($0.state, at: instant)
    }
  }

  /// The attempts with something for the agents of a régie to resolve.
  ///
  /// - Throws: what the store throws.
  public func anomalies(of regie: RegieID) async throws -> [Record<PaymentAttemptMachine>] {
    try await attempts.store.all(.anomalies(of: regie))
  }

  /// The stray payments with something for the agents of a régie to resolve.
  ///
  /// - Throws: what the store throws.
  public func strayPayments(of regie: RegieID) async throws -> [Record<StrayPaymentMachine>] {
    try await strays.store.all(.anomalies(of: regie))
  }

  /// The ledger of a régie for some days, both ends included (F46).
  ///
  /// - Throws: ``MoneyOverflow``; what the store throws.
  public func ledger(of regie: RegieID, on days: ClosedRange<CivilDate>) async throws -> Ledger {
    let calendar = attempts.machine.calendar
    var postings: [Posting] = []
    var day = days.lowerBound
    while day <= days.upperBound {
      let page = TagLabel.ledger(of: regie, on: day)
      let books =
        try await attempts.store.all(page).map(\.state.books) + strays.store.all(page).map(\.state.books)
      postings += books.flatMap(\.postings).filter { $0.regie == regie && calendar.date(of: $0.at) == day }
      day = day.adding(days: 1)
    }
    return try Ledger(of: postings, in: calendar)
  }
}

/// What became of a line of a bank statement.
public enum StatementOutcome: Equatable, Sendable {
  /// It is about this attempt.
  case attempt(Record<PaymentAttemptMachine>)
  /// It is about nothing that is known.
  case stray(Record<StrayPaymentMachine>)
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
