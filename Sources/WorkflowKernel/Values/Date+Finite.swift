public import Foundation

extension Date {
  /// This instant, or the distant past or future in the place of one that no clock shows.
  ///
  /// No store can keep an infinite instant, and what is no number has no place in any order; it counts as the distant
  /// past, as in the calendar of `CivilTime`. The values of the kernel let none in.
  @usableFromInline
  var finite: Date {
    let seconds = timeIntervalSinceReferenceDate
    return seconds.isFinite ? self : seconds > 0 ? .distantFuture : .distantPast
  }
}
