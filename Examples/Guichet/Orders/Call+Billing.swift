import Billing
import Foundation

extension Call {
  /// The citizen who speaks, as billing knows them.
  func holder(in town: TownHall) async throws -> AccountHolder {
    try await town.accountHolder(try account(), at: context.instant)
  }

  /// The régie named in the line.
  func regie(in town: TownHall) throws -> Regie {
    let id = try arguments.string("regie")
    guard let regie = town.billing.regies.first(where: { $0.id.rawValue == id }) else {
      throw LineFault.unknownThing("La régie", id)
    }
    return regie
  }

  func money(_ name: String) throws -> Money { try Money(french: try arguments.string(name)) }

  /// Opens a payment; the attempt and its reference are drawn.
  func pay(in town: TownHall) async throws -> Outcome {
    let drawn = town.random.draw {
      (Int.random(in: 0..<1_000_000_000, using: &$0), UInt64.random(in: 0...UInt64.max, using: &$0))
    }
    let reference = try PaymentReference("P" + String(1_000_000_000 + drawn.0))
    let account = try account()
    let visit = PaymentVisit(
      email: Personal(arguments.optionalString("email") ?? "\(account)@exemple.fr"),
      returnPage: BillingOffice.returnPage, notificationPage: BillingOffice.notificationPage)
    let wish = if let key { key } else { try RequestKey(String(drawn.1, radix: 16)) }
    let session = try await town.billing.payments.pay(
      for: try await holder(in: town), visit: visit, attempt: AttemptID(reference.rawValue), reference: reference,
      key: wish, at: context.instant)
    guard let attempt = try await town.billing.payments.attempts.store.holder(of: .session(session.reference)),
      let order = try await town.billing.payments.attempts.store.load(attempt)?.state.order
    else { throw PaymentRefusal.unknownPayment }
    return Outcome(
      [
        "attempt": .string(attempt.rawValue), "session": .string(session.reference.rawValue),
        "reference": .string(order.reference.rawValue), "amount": .integer(order.amount.cents),
        "page": .string(session.page.value.absoluteString),
      ],
      "\(order.amount) à payer sous la référence \(order.reference).", "Page de paiement\u{A0}: \(session.page.value)")
  }
}

extension Outcome {
  init(_ record: Record<PaymentAttemptMachine>) {
    let attempt = record.state
    self.init(
      [
        "attempt": .string(record.id.rawValue), "standing": .string(attempt.standing.rawValue),
        "anomalies": .integer(attempt.books.openAnomalies.count),
      ], "Paiement \(attempt.order.reference)\u{A0}: \(attempt.standing.label).")
  }

  init(_ basket: Basket) {
    let invoices = basket.filled?.invoices ?? []
    self.init(
      [
        "invoices": .array(invoices.map { .string($0.id.rawValue) }),
        "total": .integer(basket.filled?.total.cents ?? 0),
      ], "Votre panier\u{A0}: " + invoices.count.counted("facture", "factures") + ", \(basket.filled?.total ?? .zero).")
  }
}
