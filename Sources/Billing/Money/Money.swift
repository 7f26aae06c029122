/// An amount in euros, counted in whole cents (F43).
///
/// There is no floating point anywhere in this module: 19,99 € is the integer 1999 and can be nothing else.
/// Arithmetic is checked and throws ``MoneyOverflow``; it never wraps, saturates or traps.
public struct Money: Hashable, Sendable, Codable {
  /// The whole amount in cents; negative for what is owed the other way.
  public let cents: Int

  /// Makes an amount of whole cents.
  public init(cents: Int) {
    self.cents = cents
  }

  /// Nothing at all: 0,00 €.
  public static let zero = Money(cents: 0)

  /// Whether there is something to pay: zero and negative amounts are not.
  public var isPositive: Bool { cents > 0 }
}

extension Money: Comparable {
  /// Orders amounts from the smallest to the largest.
  public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }
}

extension Money: CustomStringConvertible {
  /// The amount as a French reader writes it, see ``french``.
  public var description: String { french }
}
