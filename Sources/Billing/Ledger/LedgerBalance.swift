/// Sums of one régie: what was paid, and where every cent of it is.
public struct LedgerBalance: Hashable, Sendable {
  /// What came in.
  public private(set) var paid = Money.zero
  /// What settled invoices; negative on a day on which more was unsettled.
  public private(set) var settled = Money.zero
  /// What is kept for payers.
  public private(set) var credited = Money.zero
  /// What is ordered to be paid back.
  public private(set) var refunded = Money.zero
  /// What waits for an agent.
  public private(set) var open = Money.zero

  init() {}

  /// Whether every cent paid is in exactly one of the four places.
  public var isBalanced: Bool {
    (try? Money.sum([settled, credited, refunded, open])) == paid
  }

  mutating func move(_ amount: Money, from: LedgerAccount, to: LedgerAccount) throws(MoneyOverflow) {
    try book(Money.zero - amount, on: from)
    try book(amount, on: to)
  }

  private mutating func book(_ amount: Money, on account: LedgerAccount) throws(MoneyOverflow) {
    switch account {
    case .payers: paid = try paid - amount
    case .settled: settled = try settled + amount
    case .credited: credited = try credited + amount
    case .refunded: refunded = try refunded + amount
    case .open: open = try open + amount
    }
  }

  static func + (left: LedgerBalance, right: LedgerBalance) throws(MoneyOverflow) -> LedgerBalance {
    var sum = left
    sum.paid = try left.paid + right.paid
    sum.settled = try left.settled + right.settled
    sum.credited = try left.credited + right.credited
    sum.refunded = try left.refunded + right.refunded
    sum.open = try left.open + right.open
    return sum
  }
}
