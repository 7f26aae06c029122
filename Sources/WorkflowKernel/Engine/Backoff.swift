public import Foundation

/// A wait that doubles from one failed try to the next, up to a bound.
public struct Backoff: Hashable, Sendable {
  /// Seconds after the first failed try.
  public let firstSeconds: Double
  /// Seconds at most.
  public let mostSeconds: Double

  private static let secondsMax = 366.0 * 86_400

  /// Describes a schedule; by default from one minute to six hours.
  ///
  /// No wait is longer than a year: an effect is put off, never hidden for ever. One that is negative or no number is
  /// none at all.
  public init(firstSeconds: Double = 60, mostSeconds: Double = 6 * 3600) {
    self.firstSeconds = firstSeconds > 0 ? min(firstSeconds, Self.secondsMax) : 0
    self.mostSeconds = mostSeconds > 0 ? min(mostSeconds, Self.secondsMax) : 0
  }

  /// When to try again after so many failed tries.
  public func nextTry(afterAttempts attempts: Int, at instant: Date) -> Date {
    // Beyond the largest exponent the product is infinite, and the bound applies.
    let doublings = min(max(attempts, 1) - 1, Double.greatestFiniteMagnitude.exponent)
    let seconds = Double(sign: .plus, exponent: doublings, significand: firstSeconds)
    return instant.addingTimeInterval(min(seconds, mostSeconds))
  }
}
