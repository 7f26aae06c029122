public import Foundation

/// One attempt to pay the invoices of a basket, and everything that was ever said about it.
public struct PaymentAttempt: Hashable, Codable, Sendable {
  /// What is to be paid, by whom, to which régie.
  public internal(set) var order: PaymentOrder
  /// The greatest of the facts (F45).
  public internal(set) var standing: Standing = .initialised
  /// The citizen's visit at the gateway; `nil` until the gateway has answered.
  public internal(set) var session: GatewaySession?
  /// When the session was opened, which may be long after the reservation; `nil` until then, and in records of before
  /// this was kept.
  public internal(set) var openedAt: Date?
  /// When the reservation of the invoices ended without a payment; a late payment does not bring it back.
  public internal(set) var releasedAt: Date?
  /// When the gateway was last asked.
  public internal(set) var inquiredAt: Date?
  /// The money that came in, each payment once, however often it was told.
  public internal(set) var payments: [Payment] = []
  /// The invoices that it has settled.
  public internal(set) var settled: [InvoiceID] = []
  /// What became of the money.
  public internal(set) var books = Books()

  init(_ order: PaymentOrder) {
    self.order = order
  }

  /// Reads an attempt; an end without a payment that released nothing, or an invoice settled that it does not have, are
  /// errors.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    order = try container.decode(PaymentOrder.self, forKey: .order)
    standing = try container.decode(Standing.self, forKey: .standing)
    session = try container.decodeIfPresent(GatewaySession.self, forKey: .session)
    openedAt = try container.decodeIfPresent(Date.self, forKey: .openedAt)
    releasedAt = try container.decodeIfPresent(Date.self, forKey: .releasedAt)
    inquiredAt = try container.decodeIfPresent(Date.self, forKey: .inquiredAt)
    payments = try container.decode([Payment].self, forKey: .payments)
    settled = try container.decode([InvoiceID].self, forKey: .settled)
    books = try container.decode(Books.self, forKey: .books)
    let isReleased = standing.isLive || standing == .paid || releasedAt != nil
    try container.require(isReleased, forKey: .releasedAt, "ended and not released")
    let isOwn = Set(settled).count == settled.count && Set(settled).isSubset(of: order.lines.map(\.invoice))
    try container.require(isOwn, forKey: .settled, "an invoice twice, or of another payment")
    try container.require(standing == .paid || settled.isEmpty, forKey: .settled, "settled and not paid")
  }

  /// What to ask the gateway; `nil` while it has opened no session.
  public var inquiry: Inquiry? {
    session.map {
      Inquiry(
        regie: order.regie, contract: order.contract, reference: order.reference, session: $0.reference,
        openedAt: startedAt)
    }
  }

  /// What the times of an attempt count from: the opening of its session or, before that, the reservation.
  var startedAt: Date { openedAt ?? order.reservedAt }
}
