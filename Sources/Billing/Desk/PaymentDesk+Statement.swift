import Foundation
public import WorkflowKernel

extension PaymentDesk {
  /// A line of the bank's statement: it settles the attempt it names, or waits as a stray payment for an agent.
  ///
  /// A line is money that came in once (F46): entered again it changes nothing, and entered with another content or for
  /// another payment it is refused. What it became the first time it stays, also when a payment of its reference is made
  /// later.
  ///
  /// - Throws: ``PaymentRefusal``; `SendRefusal`; what a store throws.
  public func enter(_ line: StatementLine, in context: Context) async throws -> StatementOutcome {
    try checkMayEnter(line, principal: context.principal)
    guard let attempt = try await firstWord(of: line, in: context), let reference = line.paymentReference else {
      return .stray(line.id)
    }
    let record = try await record(line.fact(about: reference), for: attempt, in: context)
    return .attempt(record.id, record.state.standing)
  }

  /// The attempt to which the line was told the first time, which may be now.
  ///
  /// The word is committed before the attempt hears of it: should nobody get so far, its effect tells the attempt.
  private func firstWord(of line: StatementLine, in context: Context) async throws -> AttemptID? {
    if let known = try await strays.store.load(line.id)?.state {
      guard known.line == line else { throw PaymentRefusal.lineAlreadyEntered(line.id) }
      return known.attempt
    }
    let named = try await attempt(namedBy: line)
    if let holder = try await attempts.store.holder(of: .statementLine(line.id)) {
      // Told before first words were kept, or just now by another server: the attempt knows what it was told.
      guard holder == named else { throw PaymentRefusal.lineAlreadyEntered(line.id) }
      return holder
    }
    let order = StrayPaymentOrder.receive(line, naming: named.map { Drawn($0) })
    return try await strays.send(order, to: line.id, in: context).state.attempt
  }

  private func attempt(namedBy line: StatementLine) async throws -> AttemptID? {
    guard let reference = line.paymentReference else { return nil }
    return try await attempts.store.holder(of: .reference(reference))
  }

  /// Refused first, so that nobody learns from a refusal what another régie has received.
  private func checkMayEnter(_ line: StatementLine, principal: Principal) throws(PaymentRefusal) {
    switch principal {
    case .system:
      guard attempts.machine.regies[line.regie] != nil else { throw .unknownRegie(line.regie) }
    case .agent(let agent):
      guard attempts.machine.isInCharge(agent, of: line.regie) else { throw .notPermitted }
    case .citizen, .visitor: throw .notPermitted
    }
  }
}

/// What became of a line of a bank statement; not more, for the attempt may be another régie's (F15).
public enum StatementOutcome: Hashable, Sendable {
  /// It is about this attempt, which now stands so.
  case attempt(AttemptID, Standing)
  /// It is about nothing that is known, and waits under its own identifier.
  case stray(StatementLineID)
}
