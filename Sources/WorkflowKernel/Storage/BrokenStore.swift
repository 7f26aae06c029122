/// A store does not keep a promise of its contract: a fault of the adapter, not of whoever gave the order.
@nonexhaustive
public enum BrokenStore: String, Error, Hashable, Sendable, CustomStringConvertible {
  /// It took an order without a request key for a repeat.
  case duplicateWithoutKey
  /// A page of what is due ends where it began, so that reading on would never end.
  case cursorStandsStill

  /// The broken promise, for operators.
  public var description: String { "the store is broken: \(rawValue)" }
}
