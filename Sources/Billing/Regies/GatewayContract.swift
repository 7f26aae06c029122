/// The contract of one régie with the payment gateway; money paid under it goes to that régie and no other (F44).
public struct GatewayContract: Hashable, Sendable, Codable {
  /// The number of the contract; for PayFiP the NUMCLI, 6 digits.
  public let number: String
  /// Whether payments are real.
  public let mode: Mode
  /// The smallest amount the gateway takes, included.
  public let minimum: Money
  /// The largest amount the gateway takes, included.
  public let maximum: Money

  /// Describes a contract.
  ///
  /// The bounds are by default those that every implementation of PayFiP agrees on: 1,00 € to 99 999,99 €.
  public init(
    number: String, mode: Mode = .production, minimum: Money = Money(cents: 100),
    maximum: Money = Money(cents: 99_999_99)
  ) {
    self.number = number
    self.mode = mode
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Whether money moves when a payment succeeds.
  public enum Mode: String, CaseIterable, Hashable, Codable, Sendable {
    /// Nothing moves: such a result never settles an invoice of a contract in production.
    case test
    /// The first real payments, made by the town to open the contract.
    case activation
    /// Real payments.
    case production
  }
}
