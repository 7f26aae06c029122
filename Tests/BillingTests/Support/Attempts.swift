import Billing
import Foundation
import WorkflowTesting

extension Town {
  static let session = GatewaySession(reference: "idop-1", page: URL(filePath: "/pay"))

  static func basket(_ invoices: Invoice...) -> FilledBasket {
    do {
      var basket: Basket?
      for invoice in invoices {
        basket = try baskets.transition(from: basket, on: .add(invoice), in: citizen()).state
      }
      guard let filled = basket?.filled else { preconditionFailure("a basket needs an invoice") }
      return filled
    } catch { preconditionFailure("\(error)") }
  }

  /// An attempt to pay A (19,99 €) and B (0,29 €), reserved at noon.
  static func reserved() throws -> PaymentAttempt {
    let basket = basket(invoice("A"), invoice("B", cents: 29))
    return try attempts.transition(
      from: nil, on: .reserve(basket, reference: Drawn(reference())), in: citizen()
    ).state
  }

  static func waiting() throws -> PaymentAttempt {
    try attempts.transition(from: reserved(), on: .open(session), in: system()).state
  }

  static let total = Money(cents: 2028)
}

extension PaymentFact {
  /// What the gateway says in the attempt's own session, unless told otherwise.
  static func gateway(
    _ outcome: Outcome = .paid(Town.total, by: .card, at: nil), session: GatewayReference = "idop-1",
    mode: GatewayContract.Mode = .production, regie: RegieID = "ville",
    reference: PaymentReference = Town.reference()
  ) -> PaymentFact {
    PaymentFact(from: .gateway(session, mode: mode), regie: regie, reference: reference, outcome: outcome)
  }

  /// What a line of the bank statement says.
  static func bank(_ line: StatementLineID, _ amount: Money = Town.total) -> PaymentFact {
    PaymentFact(
      from: .statement(line), regie: "ville", reference: Town.reference(),
      outcome: .paid(amount, by: .statement, at: nil))
  }
}

extension PaymentAttempt {
  /// The attempt after these facts, and every effect on the way.
  func after(
    _ facts: PaymentFact..., alreadyPaid: [InvoiceID] = [], at instant: Date = Town.noon
  ) throws -> (state: PaymentAttempt, effects: [PaymentEffect]) {
    try facts.reduce((self, [])) { known, fact in
      let step = try Town.attempts.transition(
        from: known.0, on: .record(fact, alreadyPaid: alreadyPaid), in: Town.system(at: instant))
      return (step.state, known.1 + step.effects)
    }
  }

  func refusal(of order: PaymentAttemptOrder, in context: Context = Town.system()) -> PaymentRefusal? {
    do {
      _ = try Town.attempts.transition(from: self, on: order, in: context)
      return nil
    } catch { return error }
  }

  func balance(of regie: RegieID = "ville") throws -> LedgerBalance {
    try Ledger(of: books.postings, in: Town.calendar).balance(of: regie)
  }

  var claims: [Claim] { Town.attempts.facets(of: self).claims }
}

extension [PaymentEffect] {
  var settlements: [Settlement] {
    compactMap { if case .settle(let settlement) = $0 { settlement } else { nil } }
  }
  var receipts: [PaymentReceipt] {
    compactMap { if case .acknowledge(let receipt) = $0 { receipt } else { nil } }
  }
  var tasks: [AgentTask] {
    compactMap { if case .assign(let task) = $0 { task } else { nil } }
  }
}
