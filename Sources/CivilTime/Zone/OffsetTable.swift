import Foundation

/// How far a zone's clocks are ahead of UTC, at any second since 1970-01-01T00:00:00Z.
///
/// Foundation answers behind a lock; the years a town's portal lives in are therefore read once into a table.
/// Other years are asked of Foundation each time.
struct OffsetTable: Sendable {
  /// From `start` on, until the next change, the clocks are `offset` seconds ahead of UTC.
  private struct Change {
    let start: Int
    let offset: Int
  }

  private let zone: TimeZone

  /// Sorted by start; the first one starts the table.
  private let changes: [Change]

  /// 1970-01-01T00:00:00Z up to, and not including, 2101-01-01T00:00:00Z.
  private static let covered = 0..<4_133_980_800

  init(_ zone: TimeZone) {
    self.zone = zone
    var changes = [Change(start: Self.covered.lowerBound, offset: zone.offset(at: Self.covered.lowerBound))]
    // Day by day, and not by Foundation's list of daylight saving changes: a zone may also change its standard time.
    var known = changes[0]
    for second in stride(from: Self.covered.lowerBound, to: Self.covered.upperBound, by: .secondsInDay) {
      let offset = zone.offset(at: second)
      guard offset != known.offset else { continue }
      let start = Self.firstSecond(in: (second - .secondsInDay)...second) { zone.offset(at: $0) == offset }
      known = Change(start: start, offset: offset)
      changes.append(known)
    }
    self.changes = changes
  }

  /// Seconds to add to UTC to read the town's clocks.
  func offset(at second: Int) -> Int {
    guard Self.covered.contains(second) else { return zone.offset(at: second) }
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle].start <= second { low = middle } else { high = middle }
    }
    return changes[low].offset
  }

  /// The first second at which the clocks show `wall`, or more when they jump over it.
  ///
  /// `wall` is in seconds from 1970-01-01 00:00 on the clock. One change of offset at most is expected within a day
  /// on either side.
  func firstInstant(showing wall: Int) -> Int {
    // No zone is a whole day ahead of UTC, or behind.
    let window = (wall - .secondsInDay)...(wall + .secondsInDay)
    let before = offset(at: window.lowerBound)
    let after = offset(at: window.upperBound)
    guard before != after else { return wall - before }
    let change = Self.firstSecond(in: window) { offset(at: $0) == after }
    return wall - before < change ? wall - before : max(change, wall - after)
  }

  /// The first second for which the condition holds, when it holds at the end and stays true once it is.
  private static func firstSecond(in range: ClosedRange<Int>, where isReached: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if isReached(middle) { high = middle } else { low = middle + 1 }
    }
    return high
  }
}

extension TimeZone {
  fileprivate func offset(at second: Int) -> Int {
    secondsFromGMT(for: Date(epochSeconds: second))
  }
}
