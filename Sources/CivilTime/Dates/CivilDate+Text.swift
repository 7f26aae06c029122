extension CivilDate: CustomStringConvertible {
  /// Reads a date written `YYYY-MM-DD` (ISO 8601), and nothing else: no sign, no blank, no time, ASCII digits only.
  ///
  /// - Throws: ``InvalidCivilDate``, `malformed` when the text has another shape.
  public init(iso text: String) throws(InvalidCivilDate) {
    var numbers = (0, 0, 0)
    var position = 0
    for byte in text.utf8 {
      let isDash = position == 4 || position == 7
      guard position < 10, isDash ? byte == UInt8(ascii: "-") : Self.digits.contains(byte) else { throw .malformed }
      let digit = Int(byte) - Int(UInt8(ascii: "0"))
      switch position {
      case 0...3: numbers.0 = numbers.0 * 10 + digit
      case 5...6: numbers.1 = numbers.1 * 10 + digit
      case 8...9: numbers.2 = numbers.2 * 10 + digit
      default: break
      }
      position += 1
    }
    guard position == 10 else { throw .malformed }
    try self.init(year: numbers.0, month: numbers.1, day: numbers.2)
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
