/// How long a text may be, in Unicode scalars, and what it is made of.
public struct TextLimits: Hashable, Sendable {
  /// The smallest length of an answer.
  public var min: Int
  /// The largest length of an answer.
  public var max: Int
  /// What the text is made of; anything printable without it.
  public var pattern: TextPattern?

  /// The longest text that a field may ask for.
  static let lengthMax = 20_000

  /// Describes limits.
  public init(min: Int = 1, max: Int, pattern: TextPattern? = nil) {
    self.min = min
    self.max = max
    self.pattern = pattern
  }
}

extension TextLimits: Codable {
  private enum CodingKeys: String, CodingKey {
    case min, max, pattern
  }

  /// Reads `{"min": 2, "max": 80, "pattern": "name"}`: `min` is 1 when left out; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      min: try container.decodeIfPresent(Int.self, forKey: .min) ?? 1,
      max: try container.decode(Int.self, forKey: .max),
      pattern: try container.decodeIfPresent(TextPattern.self, forKey: .pattern)
    )
  }
}

/// What a text is made of.
public enum TextPattern: String, CaseIterable, Hashable, Codable, Sendable {
  /// A name of a person or a place: letters of any language, blanks, hyphens, apostrophes, full stops.
  case name
  /// The digits 0 to 9.
  case digits
  /// Latin letters without accent, and digits.
  case alphanumeric
}
