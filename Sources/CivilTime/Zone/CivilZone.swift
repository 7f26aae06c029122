public import Foundation

/// The time zone of a town: where an instant becomes a day and a time on the wall, and back.
///
/// A zone is made once, when the town is configured, from Foundation's time-zone database. That costs some milliseconds;
/// each question about the years 1970 to 2100 then costs some nanoseconds, without a lock. Two zones are equal when their
/// identifiers are.
public struct CivilZone: Sendable {
  /// The identifier the zone was made with, such as `Europe/Paris` or `Indian/Reunion`.
  public let identifier: String

  private let offsets: OffsetTable

  /// Makes the zone of that identifier of the IANA database: an area and a place, or `UTC`.
  ///
  /// A name without an area is refused: `GMT+0200` has no summer time, and `CET` is no town's time.
  ///
  /// - Throws: ``UnknownZone`` when the database of this machine has no such zone.
  public init(identifier: String) throws(UnknownZone) {
    // Foundation makes a zone of any offset that it can parse.
    guard identifier == "UTC" || identifier.contains("/"), let zone = TimeZone(identifier: identifier) else {
      throw UnknownZone(identifier: identifier)
    }
    self.identifier = identifier
    offsets = OffsetTable(zone)
  }

  /// The day it is in the town at that instant.
  ///
  /// Outside the years 1…9999: ``CivilDate/earliest`` or ``CivilDate/latest``.
  public func date(of instant: Date) -> CivilDate {
    CivilDate(clampingDaysSinceEpoch: wallSeconds(at: instant).quotientRoundedDown(by: .secondsInDay))
  }

  /// The time the town's clocks show at that instant.
  public func time(of instant: Date) -> TimeOfDay {
    let seconds = wallSeconds(at: instant)
    let midnight = seconds.quotientRoundedDown(by: .secondsInDay) * .secondsInDay
    return TimeOfDay(secondsSinceMidnight: seconds - midnight)
  }

  /// The first instant of that day in the town.
  ///
  /// This is midnight, or the instant the clocks reach when they jump over midnight, or even over the whole day.
  public func firstInstant(of date: CivilDate) -> Date {
    instant(of: date, at: .midnight)
  }

  /// The first instant at which the town's clocks have reached that time of that day.
  ///
  /// A time shown twice (clocks set back) is its first showing; a time never shown (clocks set forward) is the instant
  /// of the jump.
  public func instant(of date: CivilDate, at time: TimeOfDay) -> Date {
    let wall = date.daysSinceEpoch * .secondsInDay + time.hour * 3600 + time.minute * 60
    return Date(epochSeconds: offsets.firstInstant(showing: wall))
  }

  /// Seconds from 1970-01-01 00:00 on the wall to what the wall shows now.
  private func wallSeconds(at instant: Date) -> Int {
    let seconds = instant.epochSeconds
    return seconds + offsets.offset(at: seconds)
  }
}

extension CivilZone: Hashable {
  /// Whether both zones were made with the same identifier.
  public static func == (one: CivilZone, other: CivilZone) -> Bool {
    one.identifier == other.identifier
  }

  /// Hashes the identifier.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(identifier)
  }
}

extension CivilZone: CustomStringConvertible {
  /// The identifier.
  public var description: String { identifier }
}

/// No time zone has this identifier: an error of configuration.
public struct UnknownZone: Error, Hashable, Sendable, CustomStringConvertible {
  /// The identifier that was looked for.
  public let identifier: String

  /// An English sentence for operators.
  public var description: String { "There is no time zone \"\(identifier)\"." }
}
