public import Foundation
public import WorkflowKernel

/// Where citizens pay, and where word of their payments arrives (F44 to F46).
public struct PaymentDesk: Sendable {
  /// What citizens can pay.
  public let invoices: InvoiceDesk
  /// What they have chosen to pay.
  public let baskets: Engine<BasketMachine>
  /// Their attempts to pay.
  public let attempts: Engine<PaymentAttemptMachine>
  /// Money that fits no attempt.
  public let strays: Engine<StrayPaymentMachine>
  /// The gateway.
  public let gateway: any PaymentGateway

  /// Opens the desk.
  public init(
    invoices: InvoiceDesk, baskets: Engine<BasketMachine>, attempts: Engine<PaymentAttemptMachine>,
    strays: Engine<StrayPaymentMachine>, gateway: some PaymentGateway
  ) {
    self.invoices = invoices
    self.baskets = baskets
    self.attempts = attempts
    self.strays = strays
    self.gateway = gateway
  }

  /// Reserves the invoices of the holder's basket, all or none, and opens a session at the gateway.
  ///
  /// Repeated under its key, it goes on where it stopped: a crash, or a gateway that did not answer, costs nothing. An
  /// invoice that turns out to be paid leaves the basket with a word to its owner, and one that an attempt holds beyond
  /// its time is released first.
  ///
  /// - Parameters:
  ///   - holder: who pays.
  ///   - visit: what the gateway is to know of them.
  ///   - attempt: an identifier drawn by the host.
  ///   - reference: a reference drawn by the host.
  ///   - key: unique to this wish to pay.
  ///   - instant: when.
  /// - Returns: the session; the citizen is sent to its page.
  /// - Throws: ``PaymentRefusal``; `SendRefusal`; what the billing system or a store throws.
  public func pay(
    for holder: AccountHolder, visit: PaymentVisit, attempt: AttemptID, reference: PaymentReference, key: RequestKey,
    at instant: Date
  ) async throws -> GatewaySession {
    do {
      let record = try await reserved(for: holder, attempt: attempt, reference: reference, key: key, at: instant)
      return try await openSession(for: record, visit: visit, at: instant)
    } catch PaymentRefusal.invoiceAlreadyPaid(let invoice) {
      try await BasketDesk(invoices: invoices, baskets: baskets).withdrawPaid(for: holder, at: instant)
      throw PaymentRefusal.invoiceAlreadyPaid(invoice)
    }
  }

  /// Records what the gateway or the bank says about an attempt.
  ///
  /// That an invoice is settled once is a claim of the commit. A payment that comes too late finds it taken and is
  /// recorded all the same, with its money for that invoice waiting for an agent.
  ///
  /// - Throws: ``PaymentRefusal``; `SendRefusal`; what the store throws.
  @discardableResult
  public func record(
    _ fact: PaymentFact, for attempt: AttemptID, in context: Context
  ) async throws -> Record<PaymentAttemptMachine> {
    var alreadyPaid: [InvoiceID] = []
    while true {
      do {
        return try await attempts.send(.record(fact, alreadyPaid: alreadyPaid), to: attempt, in: context).record
      } catch PaymentRefusal.invoiceAlreadyPaid(let invoice) where !alreadyPaid.contains(invoice) {
        // Each turn takes one more invoice out, so there are at most as many turns as lines.
        alreadyPaid.append(invoice)
      }
    }
  }
}
