/// Money that came in once, however often and by whomever it was told.
public struct Payment: Hashable, Codable, Sendable {
  /// The régie that received it.
  public let regie: RegieID
  /// Under which reference.
  public let reference: PaymentReference
  /// How much.
  public let amount: Money
  /// Whether it is the payment the attempt was waiting for; all the others are anomalies.
  public let settles: Bool
  /// Who told: at most one session of the gateway and one line of the bank.
  public internal(set) var sources: [PaymentFact.Source]

  /// Reads a payment; one of nothing, told by nobody or by more than one session or line is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    regie = try container.decode(RegieID.self, forKey: .regie)
    reference = try container.decode(PaymentReference.self, forKey: .reference)
    amount = try container.decodePositive(forKey: .amount)
    settles = try container.decode(Bool.self, forKey: .settles)
    sources = try container.decode([PaymentFact.Source].self, forKey: .sources)
    try container.require(!sources.isEmpty, forKey: .sources, "told by nobody")
    let isToldOnce = Set(sources.map(\.isBank)).count == sources.count
    try container.require(isToldOnce, forKey: .sources, "more than one session or line")
  }

  init(
    regie: RegieID, reference: PaymentReference, amount: Money, settles: Bool, sources: [PaymentFact.Source]
  ) {
    self.regie = regie
    self.reference = reference
    self.amount = amount
    self.settles = settles
    self.sources = sources
  }

  /// Whether a source of the same kind has told of this payment.
  fileprivate func isTold(like source: PaymentFact.Source) -> Bool {
    sources.contains { $0.isBank == source.isBank }
  }
}

extension PaymentAttempt {
  /// What a fact of money is to the payments known so far.
  enum Arrival {
    /// The payment the attempt was waiting for.
    case settles
    /// Money beyond what was waited for.
    case surplus
    /// Nothing new.
    case known
  }

  /// Finds the place of a fact of money among the payments.
  ///
  /// A telling by the gateway and one by the bank, of the same amount under the same reference, are one payment: so many
  /// sessions and so many lines are as many payments as the larger of the two. The payment waited for is the first one
  /// that is told rightly, by the attempt's own session or by any line; another session never has a share in it. This
  /// makes the result the same in whatever order the facts come.
  ///
  /// - Throws: ``PaymentRefusal/lineAlreadyEntered(_:)`` for a line of the bank that has told something else.
  mutating func admit(
    _ amount: Money, from fact: PaymentFact, isExpected: Bool
  ) throws(PaymentRefusal) -> Arrival {
    let alike = payments.indices.filter {
      payments[$0].regie == fact.regie && payments[$0].reference == fact.reference && payments[$0].amount == amount
    }
    if alike.contains(where: { payments[$0].sources.contains(fact.source) }) { return .known }
    // A session may pay twice or be told of wrongly; a line of the bank is one movement of money.
    if let line = fact.source.line, payments.contains(where: { $0.sources.contains(fact.source) }) {
      throw .lineAlreadyEntered(line)
    }
    let isFirst = isExpected && !payments.contains(where: \.settles)
    if !isFirst {
      let open = alike.filter { !payments[$0].isTold(like: fact.source) && (isExpected || !payments[$0].settles) }
      if let index = open.first(where: { payments[$0].settles }) ?? open.first {
        payments[index].sources.append(fact.source)
        return .known
      }
    }
    payments.append(
      Payment(
        regie: fact.regie, reference: fact.reference, amount: amount, settles: isFirst, sources: [fact.source]))
    return isFirst ? .settles : .surplus
  }

  /// What keeps a fact from being about this attempt; `nil` when it is about it.
  func mismatch(with fact: PaymentFact) -> Anomaly.Kind? {
    if fact.regie != order.regie { return .otherRegie(expected: order.regie) }
    if fact.reference != order.reference { return .otherReference(fact.reference) }
    switch fact.source {
    case .gateway(let reference, _) where reference != session?.reference: return .otherSession(reference)
    case .gateway(_, let mode) where mode != order.contract.mode: return .otherMode
    case .gateway, .statement: break
    }
    guard case .paid(let amount, _, _) = fact.outcome, amount != order.amount else { return nil }
    return .otherAmount(expected: order.amount)
  }
}

extension PaymentFact.Source {
  /// The line of the bank's statement, where it is the bank that tells.
  var line: StatementLineID? {
    switch self {
    case .gateway: nil
    case .statement(let line): line
    }
  }

  fileprivate var isBank: Bool { line != nil }
}
