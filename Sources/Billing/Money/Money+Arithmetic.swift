public import WorkflowKernel

/// The result does not fit in an `Int` of cents.
public struct MoneyOverflow: ExplainableRefusal {
  /// Makes the error.
  public init() {}

  /// The stable code.
  public var code: String { "money.overflow" }
}

extension Money {
  /// Adds two amounts, or throws ``MoneyOverflow``.
  public static func + (left: Money, right: Money) throws(MoneyOverflow) -> Money {
    try checked(left.cents.addingReportingOverflow(right.cents))
  }

  /// Takes one amount from another, or throws ``MoneyOverflow``.
  public static func - (left: Money, right: Money) throws(MoneyOverflow) -> Money {
    try checked(left.cents.subtractingReportingOverflow(right.cents))
  }

  /// Multiplies a unit price by a quantity, or throws ``MoneyOverflow``.
  public static func * (price: Money, quantity: Int) throws(MoneyOverflow) -> Money {
    try checked(price.cents.multipliedReportingOverflow(by: quantity))
  }

  /// Adds up any number of amounts, or throws ``MoneyOverflow``; nothing adds up to ``zero``.
  public static func sum(_ amounts: some Sequence<Money>) throws(MoneyOverflow) -> Money {
    var total = Money.zero
    for amount in amounts { total = try total + amount }
    return total
  }

  private static func checked(_ result: (partialValue: Int, overflow: Bool)) throws(MoneyOverflow) -> Money {
    guard !result.overflow else { throw MoneyOverflow() }
    return Money(cents: result.partialValue)
  }
}
