import Foundation

extension PaymentAttempt {
  mutating func open(_ session: GatewaySession, at instant: Date) throws(PaymentRefusal) {
    guard self.session == nil || self.session == session else { throw .alreadyOpen }
    guard standing.isLive else { throw .ended }
    // The same word again does not make the session younger.
    if self.session == nil { openedAt = instant }
    self.session = session
    join(.waiting, at: instant)
  }

  /// The only way the standing changes: upwards.
  ///
  /// The invoices are released by the first end that is no payment.
  mutating func join(_ fact: Standing, at instant: Date) {
    standing = standing.joined(with: fact)
    if releasedAt == nil, !standing.isLive, standing != .paid { releasedAt = instant }
  }

  /// What an outcome without money says against a payment; a session that was forgotten says nothing.
  func contradiction(by fact: Standing) -> Anomaly.Kind? {
    switch fact {
    case .cancelled, .refused: standing == .paid ? .contradicted(by: fact) : nil
    case .initialised, .waiting, .expired, .paid: nil
    }
  }

  mutating func unsettle(_ invoice: InvoiceID, at instant: Date) throws(PaymentRefusal) -> Anomaly {
    guard let index = settled.firstIndex(of: invoice),
      let line = order.lines.first(where: { $0.invoice == invoice })
    else { throw .notSettled(invoice) }
    settled.remove(at: index)
    return books.reopen(.invoiceAlreadyPaid(invoice), amount: line.amount, of: order.regie, at: instant)
  }
}

extension PaymentFact {
  /// A test moves no money, except that of a régie whose whole contract is a test.
  func movesMoney(under contract: GatewayContract) -> Bool {
    switch source {
    case .gateway(_, .test): contract.mode == .test
    case .gateway(_, .activation), .gateway(_, .production), .statement: true
    }
  }
}
