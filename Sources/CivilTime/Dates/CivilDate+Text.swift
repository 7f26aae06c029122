extension CivilDate: CustomStringConvertible {
  /// Reads a date written `YYYY-MM-DD` (ISO 8601), and nothing else: no sign, no blank, no time, ASCII digits only.
  ///
  /// - Throws: ``InvalidCivilDate``, `malformed` when the text has another shape.
  public init(iso text: String) throws(InvalidCivilDate) {
    guard text.utf8.count == 10 else { throw .malformed }
    var (year, month, day) = (0, 0, 0)
    for (position, byte) in text.utf8.enumerated() {
      let isDash = position == 4 || position == 7
      guard isDash ? byte == UInt8(ascii: "-") : Self.digits.contains(byte) else { throw .malformed }
      let digit = Int(byte) - Int(UInt8(ascii: "0"))
      switch position {
      case 0...3: year = year * 10 + digit
      case 5...6: month = month * 10 + digit
      case 8...9: day = day * 10 + digit
      default: continue
      }
    }
    try self.init(year: year, month: month, day: day)
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// The date written `YYYY-MM-DD` (ISO 8601).
  public var description: String {
    let (year, month, day) = components
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension CivilDate: Codable {
  /// Reads the text `YYYY-MM-DD`.
  ///
  /// - Throws: `DecodingError.dataCorrupted` for any other text, without repeating it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(InvalidCivilDate) {
      try self.init(iso: text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Writes the text `YYYY-MM-DD`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Int {
  /// The number in decimal with leading zeros, for the non-negative numbers of dates and times.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
