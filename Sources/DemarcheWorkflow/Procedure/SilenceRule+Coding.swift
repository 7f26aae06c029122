extension SilenceRule: Codable {
  private enum Tag: String, CodingKey {
    case acceptance, rejection, none
  }

  private struct Period: Codable {
    let months: Int

    enum CodingKeys: String, CodingKey {
      case months
    }

    init(months: Int) {
      self.months = months
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
      months = try container.decode(Int.self, forKey: .months)
    }
  }

  /// Reads `{"acceptance": {"months": 2}}`, `{"rejection": {"months": 2}}` or `"none"`; anything else is an error.
  public init(from decoder: any Decoder) throws {
    let tagged = try decoder.tagged(by: Tag.self)
    switch tagged.tag {
    case .acceptance: self = .acceptance(months: try tagged.content(Period.self).months)
    case .rejection: self = .rejection(months: try tagged.content(Period.self).months)
    case .none: self = try tagged.bare(SilenceRule.none)
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .acceptance(let months): try encoder.encode(Period(months: months), under: Tag.acceptance)
    case .rejection(let months): try encoder.encode(Period(months: months), under: Tag.rejection)
    case .none: try encoder.encode(bare: Tag.none)
    }
  }
}
