public import CivilTime

/// One end of the acceptable days: fixed, or counted from the day of the answer.
public enum DateLimit: Hashable, Sendable {
  /// That day.
  case day(CivilDate)
  /// So many days after today, or before it when negative; 0 is today.
  case days(Int)
  /// So many calendar months after today, or before it when negative.
  case months(Int)

  /// Today.
  public static let today = DateLimit.days(0)

  /// The day this is, when today is known.
  public func date(on today: CivilDate) -> CivilDate {
    switch self {
    case .day(let date): date
    case .days(let days): today.adding(days: days)
    case .months(let months) where months < 0: today.subtracting(months: months == .min ? .max : -months)
    case .months(let months): today.adding(months: months)
    }
  }
}

extension DateLimit: Codable {
  private enum Tag: String, CodingKey {
    case days, months
  }

  private static let todayText = "today"

  /// Reads `"2026-11-23"`, `"today"`, `{"days": -30}` or `{"months": -36}`; anything else is an error.
  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = text == Self.todayText ? .today : .day(try CivilDate(from: decoder))
      return
    }
    let tagged = try decoder.taggedObject(by: Tag.self)
    switch tagged.tag {
    case .days: self = .days(try tagged.content(Int.self))
    case .months: self = .months(try tagged.content(Int.self))
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .day(let date): try date.encode(to: encoder)
    case .today:
      var container = encoder.singleValueContainer()
      try container.encode(Self.todayText)
    case .days(let days): try encoder.encode(days, under: Tag.days)
    case .months(let months): try encoder.encode(months, under: Tag.months)
    }
  }
}
