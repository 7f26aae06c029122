import Foundation

/// The instants at which a town's clocks and calendars do something odd, over twenty years.
enum Landmarks {
  /// Both changes of the clock, the last of February and of December, at Paris and in UTC; the earliest first.
  static let all: [Date] = (2027...2050).flatMap { year in
    [
      lastSunday("\(year)-03-31T01:00:00Z"), lastSunday("\(year)-10-31T01:00:00Z"), instant("\(year)-12-31T23:00:00Z"),
      instant("\(year)-03-01T00:00:00Z") - 3600, instant("\(year)-03-01T00:00:00Z") - 25 * 3600,
    ]
  }.sorted()

  private static func instant(_ text: String) -> Date {
    do { return try Date(text, strategy: .iso8601) } catch { preconditionFailure(text) }
  }

  /// The last Sunday of a month, from its last day; 1 January 1970 was a Thursday.
  private static func lastSunday(_ text: String) -> Date {
    let last = instant(text)
    let days = Int(last.timeIntervalSince1970) / 86_400
    return last - Double((days + 4) % 7) * 86_400
  }
}
