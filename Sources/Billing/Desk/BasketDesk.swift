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
  @discardableResult
  public func add(
    _ invoice: InvoiceID, for holder: AccountHolder, key: RequestKey? = nil, at instant: Date
  ) async throws -> Basket {
    let candidate = try await invoices.candidate(invoice, for: holder, at: instant)
    return try await send(.add(invoice, found: Drawn(candidate)), for: holder, key: key, at: instant)
  }

  /// Takes an invoice out.
  ///
  /// - Throws: ``BasketRefusal``; `SendRefusal`; what the store throws.
  @discardableResult
  public func remove(
    _ invoice: InvoiceID, for holder: AccountHolder, key: RequestKey? = nil, at instant: Date
  ) async throws -> Basket {
    try await send(.remove(invoice), for: holder, key: key, at: instant)
  }

  /// Takes everything out.
  ///
  /// - Throws: ``BasketRefusal``; `SendRefusal`; what the store throws.
  @discardableResult
  public func clear(for holder: AccountHolder, key: RequestKey? = nil, at instant: Date) async throws -> Basket {
    try await send(.clear, for: holder, key: key, at: instant)
  }

  /// What is in the basket; `nil` when nothing is, or when its life is over.
  ///
  /// - Throws: what the store throws.
  public func content(for holder: AccountHolder, at instant: Date) async throws -> FilledBasket? {
    // What an order would find: the system may not have come by yet.
    try await baskets.store.load(holder.id).flatMap { baskets.machine.settled($0.state, at: instant).filled }
  }

  private func send(
    _ order: BasketOrder, for holder: AccountHolder, key: RequestKey?, at instant: Date
  ) async throws -> Basket {
    let context = Context(instant: instant, principal: .citizen(holder.id))
    return try await baskets.send(order, to: holder.id, key: key, in: context).state
  }
}
