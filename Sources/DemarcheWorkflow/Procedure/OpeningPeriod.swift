public import CivilTime

/// Days during which a procedure is open, the last one included (F21).
public struct OpeningPeriod: Hashable, Sendable {
  /// The first day.
  public var first: CivilDate
  /// The last day, open until its last moment.
  public var last: CivilDate

  /// Describes a period.
  public init(first: CivilDate, last: CivilDate) {
    self.first = first
    self.last = last
  }

  /// Whether the procedure is open on that day.
  public func contains(_ day: CivilDate) -> Bool {
    first <= day && day <= last
  }
}

extension [OpeningPeriod] {
  /// Whether a day is in one of the periods; no period at all means always.
  func admit(_ day: CivilDate) -> Bool {
    isEmpty || contains { $0.contains(day) }
  }
}

extension OpeningPeriod: Codable {
  private enum CodingKeys: String, CodingKey {
    case first, last
  }

  /// Reads a period; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      first: try container.decode(CivilDate.self, forKey: .first),
      last: try container.decode(CivilDate.self, forKey: .last)
    )
  }
}
