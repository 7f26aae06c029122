public import Foundation
import WorkflowKernel

extension BasketDesk {
  /// « Accéder à votre panier »: what is in it, as it is billed today.
  ///
  /// What was paid meanwhile, here or at the counter, has left it with a word to its owner; what can no longer be paid
  /// has left it with the reason, and what is billed otherwise has taken the place of what was.
  ///
  /// - Throws: `SendRefusal`; what the billing system or a store throws.
  public func review(for holder: AccountHolder, at instant: Date) async throws -> BasketReview {
    guard let found = try await content(for: holder, at: instant) else { return BasketReview(content: nil) }
    let list = try await invoices.overview(for: holder, at: instant).list
    try await withdraw(paid: list, from: found, of: holder, at: instant)
    var gone: [InvoiceID] = []
    var changed: [Invoice] = []
    var departures: [BasketDeparture] = []
    for invoice in found.invoices {
      switch list?.candidate(invoice.id) ?? .unknown {
      case .unknown:
        gone.append(invoice.id)
        departures.append(.noLongerVisible(invoice))
      case .due(let current) where current != invoice:
        changed.append(current)
        if current.regie != found.regie { departures.append(.otherRegie(current)) }
      case .due, .paid, .reserved: continue
      }
    }
    if !gone.isEmpty || !changed.isEmpty {
      let context = Context(instant: instant, principal: .system)
      _ = try await baskets.send(.revise(gone: gone, changed: changed), to: holder.id, in: context)
    }
    return BasketReview(content: try await content(for: holder, at: instant), left: departures)
  }

  /// Takes what was paid out of the basket, with a word to its owner; the rest waits for their look.
  func withdrawPaid(for holder: AccountHolder, at instant: Date) async throws {
    guard let found = try await content(for: holder, at: instant) else { return }
    let list = try await invoices.overview(for: holder, at: instant).list
    try await withdraw(paid: list, from: found, of: holder, at: instant)
  }

  private func withdraw(
    paid list: InvoiceList?, from basket: FilledBasket, of holder: AccountHolder, at instant: Date
  ) async throws {
    for invoice in basket.invoices where list?.candidate(invoice.id) == .paid {
      let order = BasketOrder.withdraw([invoice.id], paidBy: try await invoices.payer(of: invoice.id))
      _ = try await baskets.send(order, to: holder.id, in: Context(instant: instant, principal: .system))
    }
  }
}

extension InvoiceOverview {
  /// What shows; `nil` where nothing does, and so nothing can be paid.
  fileprivate var list: InvoiceList? {
    switch self {
    case .shown(let list): list
    case .nothing: nil
    }
  }
}
