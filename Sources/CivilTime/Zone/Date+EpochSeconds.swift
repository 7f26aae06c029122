import Foundation

extension Date {
  /// Seconds from 1970-01-01T00:00:00Z to Foundation's own reference, 2001-01-01T00:00:00Z.
  private static let referenceSeconds = 978_307_200

  /// About twenty thousand years either way: beyond the calendar, and far from the ends of `Int`.
  private static let secondsMax = 630_000_000_000.0

  /// The whole second this instant lies in, counted from 1970-01-01T00:00:00Z.
  ///
  /// Rounded down from Foundation's own reference: adding the difference first, as `timeIntervalSince1970` does, would
  /// round the last moment of a day up into the next. Not a number counts as the distant past.
  var epochSeconds: Int {
    let seconds = timeIntervalSinceReferenceDate
    guard seconds > -Self.secondsMax else { return -Int(Self.secondsMax) }
    return Int(min(seconds, Self.secondsMax).rounded(.down)) + Self.referenceSeconds
  }

  init(epochSeconds: Int) {
    self.init(timeIntervalSinceReferenceDate: Double(epochSeconds - Self.referenceSeconds))
  }
}

extension Int {
  static let secondsInDay = 86_400

  /// The quotient by a positive divisor, rounded down where `/` rounds towards zero.
  func quotientRoundedDown(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
