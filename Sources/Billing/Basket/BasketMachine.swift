public import Foundation
public import WorkflowKernel

/// The basket of one account; its identifier is the account's.
///
/// ```
///            add                          add (same régie, not twice)
///   empty ─────────▶ filled ◀──────────┐  remove, withdraw, revise (something stays), hold
///     ▲                 │  └───────────┘
///     └─────────────────┘  clear, expire, forget; remove, withdraw, revise (nothing stays)
/// ```
///
/// A basket whose life is over is empty to its owner and to whoever wants to pay it, whether the system has come by or
/// not, and no word of an invoice brings it back. While a payment may be under way its life does not run: refused or
/// cancelled, it is found again (F44).
public struct BasketMachine: StateMachine {
  /// Seconds without a change after which a basket is emptied.
  public let lifetimeSeconds: TimeInterval

  /// Describes the rules; by default a basket lives 60 minutes without a change.
  public init(lifetimeSeconds: TimeInterval = 60 * 60) {
    self.lifetimeSeconds = lifetimeSeconds
  }

  /// Decides about an order.
  public func transition(
    from state: Basket?, on order: BasketOrder, in context: Context
  ) throws(BasketRefusal) -> Transition<Basket, Notice> {
    var basket = try opened(state, on: order, in: context)
    let now = context.instant
    switch (order, basket.content) {
    case (.add(let id, let found), .empty):
      basket.content = .filled(FilledBasket(try invoice(id, found: found.value), at: now))
    case (.add(let id, let found), .filled(let filled)):
      basket.content = .filled(try filled.adding(try invoice(id, found: found.value), at: now))
    case (.remove(let id), .filled(let filled)) where filled.holds(id):
      basket.content = Basket.Content(filled.removing([id], at: now))
    case (.remove(let id), _):
      throw .notInBasket(id)
    case (.clear, _):
      basket.content = .empty
    case (.withdraw(let ids, let payer), .filled(let filled)):
      basket.content = Basket.Content(filled.removing(ids, at: now))
      return Transition(to: basket, effects: notices(of: filled, without: ids, paidBy: payer, to: basket.owner))
    case (.withdraw, .empty):
      break
    case (.revise(let gone, let changed), .filled(let filled)):
      basket.content = Basket.Content(try filled.revised(without: gone, changed: changed))
    case (.revise, .empty):
      break
    case (.forget, _):
      basket.content = .empty
    case (.hold(let end), .filled(let filled)):
      basket.content = .filled(filled.held(until: end))
    case (.hold, .empty):
      break
    case (.expire, .filled(let filled)) where end(of: filled) <= now:
      basket.content = .empty
    case (.expire, _):
      throw .notDue
    }
    return Transition(to: basket)
  }

  /// When a basket expires.
  public func deadline(of basket: Basket) -> Deadline<BasketOrder>? {
    basket.filled.map { Deadline(at: end(of: $0), event: .expire) }
  }

  private func end(of filled: FilledBasket) -> Date {
    filled.untouchedSince.addingTimeInterval(lifetimeSeconds)
  }

  /// Found by each invoice that it holds.
  public func facets(of basket: Basket) -> Facets {
    Facets(tags: basket.filled?.invoices.map { Tag(.baskets(holding: $0.id), at: basket.openedAt) } ?? [])
  }

  /// The basket an order is about, if the principal may give the order.
  private func opened(
    _ state: Basket?, on order: BasketOrder, in context: Context
  ) throws(BasketRefusal) -> Basket {
    switch (order, context.principal) {
    case (.add, .citizen(let account)), (.remove, .citizen(let account)), (.clear, .citizen(let account)):
      let basket = state ?? Basket(owner: account, openedAt: context.instant, content: .empty)
      guard basket.owner == account else { throw .notPermitted }
      return current(basket, at: context.instant)
    case (.hold, .system), (.withdraw, .system), (.revise, .system):
      guard let basket = state else { throw .notDue }
      return current(basket, at: context.instant)
    case (.forget, .system), (.expire, .system):
      guard let basket = state else { throw .notDue }
      return basket
    case (.add, _), (.remove, _), (.clear, _), (.withdraw, _), (.revise, _), (.forget, _), (.hold, _),
      (.expire, _):
      throw .notPermitted
    }
  }

  /// A basket without what has outlived its time.
  private func current(_ basket: Basket, at instant: Date) -> Basket {
    var basket = basket
    if let filled = basket.filled, end(of: filled) <= instant { basket.content = .empty }
    return basket
  }

  private func invoice(_ id: InvoiceID, found: Candidate) throws(BasketRefusal) -> Invoice {
    switch found {
    case .unknown: throw .unknownInvoice(id)
    case .paid: throw .paidInvoice(id)
    case .reserved: throw .reservedInvoice(id)
    case .due(let invoice):
      guard invoice.id == id else { throw .unknownInvoice(id) }
      return invoice
    }
  }

  /// A word to the owner for each invoice that somebody else has paid; who paid it themselves gets a receipt.
  private func notices(
    of filled: FilledBasket, without ids: [InvoiceID], paidBy payer: AccountID?, to owner: AccountID
  ) -> [Notice] {
    guard payer != owner else { return [] }
    return filled.invoices.filter { ids.contains($0.id) }.map {
      Notice(to: .account(owner), "basket.invoice-paid-meanwhile", arguments: [$0.subject.value, $0.amount.french])
    }
  }
}

extension BasketMachine {
  /// The flat names of the states.
  public enum StateName: String, Name {
    /// Nothing in it.
    case empty
    /// Something in it.
    case filled
  }

  /// The name of a state.
  public static func name(of basket: Basket) -> StateName {
    basket.filled == nil ? .empty : .filled
  }

  /// The name of an order.
  public static func name(of order: BasketOrder) -> BasketOrder.Name {
    switch order {
    case .add: .add
    case .remove: .remove
    case .clear: .clear
    case .withdraw: .withdraw
    case .revise: .revise
    case .forget: .forget
    case .hold: .hold
    case .expire: .expire
    }
  }

  /// The format of stored baskets.
  public static var format: RecordFormat { RecordFormat("billing.basket", version: 1) }

  /// A basket is its account's.
  public typealias ID = AccountID
}

extension Basket.Content {
  fileprivate init(_ filled: FilledBasket?) {
    self = filled.map { .filled($0) } ?? .empty
  }
}

extension TagLabel {
  /// The baskets that hold an invoice.
  public static func baskets(holding invoice: InvoiceID) -> TagLabel {
    TagLabel("basket.invoice", invoice.rawValue)
  }
}
