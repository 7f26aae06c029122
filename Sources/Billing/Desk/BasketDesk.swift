public import Foundation
public import WorkflowKernel

/// Where citizens fill their basket (F42).
public struct BasketDesk: Sendable {
  /// What citizens can see and so pay.
  public let invoices: InvoiceDesk
  /// The baskets.
  public let baskets: Engine<BasketMachine>

  /// Opens the desk.
  public init(invoices: InvoiceDesk, baskets: Engine<BasketMachine>) {
    self.invoices = invoices
    self.baskets = baskets
  }

  /// Puts an invoice into the holder's basket.
  ///
  /// - Throws: ``BasketRefusal``; `SendRefusal`; what the billing system or the store throws.
  public func add(
    _ invoice: InvoiceID, for holder: AccountHolder, key: RequestKey? = nil, at instant: Date
  ) async throws -> Basket {
    let candidate = try await invoices.candidate(invoice, for: holder, at: instant)
    return try await send(.add(invoice, found: Drawn(candidate)), for: holder, key: key, at: instant)
  }

  /// Takes an invoice out.
  ///
  /// - Throws: ``BasketRefusal``; `SendRefusal`; what the store throws.
  public func remove(
    _ invoice: InvoiceID, for holder: AccountHolder, key: RequestKey? = nil, at instant: Date
  ) async throws -> Basket {
    try await send(.remove(invoice), for: holder, key: key, at: instant)
  }

  /// Takes everything out.
  ///
  /// - Throws: ``BasketRefusal``; `SendRefusal`; what the store throws.
  public func clear(for holder: AccountHolder, key: RequestKey? = nil, at instant: Date) async throws -> Basket {
    try await send(.clear, for: holder, key: key, at: instant)
  }

  /// What is in the basket; `nil` when nothing is.
  ///
  /// - Throws: what the store throws.
  public func content(for holder: AccountHolder) async throws -> FilledBasket? {
    try await baskets.store.load(holder.id)?.state.filled
  }

  /// « Accéder à votre panier »: what is in it, as it is billed today.
  ///
  /// What was paid meanwhile, here or at the counter, has left it with a word to its owner; what is no longer billed has
  /// left it, and what is billed otherwise has taken the place of what was.
  ///
  /// - Throws: `SendRefusal`; what the billing system or a store throws.
  public func review(for holder: AccountHolder, at instant: Date) async throws -> FilledBasket? {
    guard let filled = try await content(for: holder),
      case .shown(let list) = try await invoices.overview(for: holder, at: instant)
    else { return try await content(for: holder) }
    let context = Context(instant: instant, principal: .system)
    for invoice in filled.invoices where list.paid.contains(where: { $0.id == invoice.id }) {
      let payer = try await invoices.payer(of: invoice.id)
      _ = try await baskets.send(.withdraw([invoice.id], paidBy: payer), to: holder.id, in: context)
    }
    var gone: [InvoiceID] = []
    var changed: [Invoice] = []
    for invoice in filled.invoices {
      switch list.candidate(invoice.id) {
      case .unknown: gone.append(invoice.id)
      case .due(let current): if current != invoice { changed.append(current) }
      case .paid, .reserved: continue
      }
    }
    if !gone.isEmpty || !changed.isEmpty {
      _ = try await baskets.send(.revise(gone: gone, changed: changed), to: holder.id, in: context)
    }
    return try await content(for: holder)
  }

  private func send(
    _ order: BasketOrder, for holder: AccountHolder, key: RequestKey?, at instant: Date
  ) async throws -> Basket {
    let context = Context(instant: instant, principal: .citizen(holder.id))
    return try await baskets.send(order, to: holder.id, key: key, in: context).state
  }
}
