/// What a clock on the wall shows, to the minute: 14:05.
public struct TimeOfDay: Hashable, Sendable {
  /// The hour, 0…23.
  public let hour: Int

  /// The minute, 0…59.
  public let minute: Int

  /// The first minute of a day, 00:00.
  public static let midnight = TimeOfDay(secondsSinceMidnight: 0)

  /// Makes the time of that hour and minute.
  ///
  /// - Throws: ``InvalidTimeOfDay`` outside 00:00…23:59. There is no 24:00: it is the next day's midnight.
  public init(hour: Int, minute: Int) throws(InvalidTimeOfDay) {
    guard (0...23).contains(hour) else { throw .hourOutOfRange }
    guard (0...59).contains(minute) else { throw .minuteOutOfRange }
    self.hour = hour
    self.minute = minute
  }

  /// For a number of seconds already known to be less than a day.
  init(secondsSinceMidnight seconds: Int) {
    hour = seconds / 3600
    minute = seconds / 60 % 60
  }
}

extension TimeOfDay: Comparable {
  /// Whether the first time comes before the second in a day.
  public static func < (earlier: TimeOfDay, later: TimeOfDay) -> Bool {
    (earlier.hour, earlier.minute) < (later.hour, later.minute)
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// The time written `HH:MM` (ISO 8601).
  public var description: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2))" }
}

/// Why numbers are not a time of the day, in order of precedence.
public enum InvalidTimeOfDay: Error, Hashable, Sendable, CaseIterable {
  /// The hour is outside 0…23.
  case hourOutOfRange
  /// The minute is outside 0…59.
  case minuteOutOfRange
}

extension InvalidTimeOfDay: CustomStringConvertible {
  /// An English sentence for operators.
  public var description: String {
    switch self {
    case .hourOutOfRange: "The hour of a time of the day is between 0 and 23."
    case .minuteOutOfRange: "The minute of a time of the day is between 0 and 59."
    }
  }
}
