/// The number under which the town and the applicant speak of a démarche (F23).
///
/// Nine digits, the last of which is the check digit of the Damm scheme (a totally anti-symmetric quasigroup of
/// order 10): any single wrong digit and any swap of two neighbors is caught. Shown as `123-456-789`; digits alone,
/// because they are said on the telephone.
public struct RequestNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number without its check digit, from 0 to 99,999,999.
  public let serial: Int

  /// Makes the number of a serial, which the host draws or counts.
  public init(serial: Int) throws(InvalidRequestNumber) {
    guard (0...99_999_999).contains(serial) else { throw .serialOutOfRange }
    self.serial = serial
  }

  /// Reads a number as people write it: blanks, dashes of any kind and dots around the digits do not matter.
  ///
  /// - Throws: ``InvalidRequestNumber`` when it has not nine digits, or the check digit does not fit.
  public init(_ text: String) throws(InvalidRequestNumber) {
    guard text.utf8.count <= Self.bytesMax else { throw .malformed }
    var digits: [Int] = []
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits.append(Int(scalar.value - 0x30))
      } else if !Self.isSeparator(scalar) {
        throw .malformed
      }
    }
    guard digits.count == 9 else { throw .malformed }
    guard digits.reduce(0, Self.damm) == 0 else { throw .wrongCheckDigit }
    serial = digits.dropLast().reduce(0) { $0 * 10 + $1 }
  }

  /// The nine digits, without separators.
  public var digits: String {
    let nine = String(serial * 10 + checkDigit)
    return String(repeating: "0", count: 9 - nine.utf8.count) + nine
  }

  /// What makes the number of nine digits come out as zero.
  private var checkDigit: Int {
    var (interim, rest, place) = (0, serial, 10_000_000)
    while place > 0 {
      interim = Self.damm(interim, rest / place)
      (rest, place) = (rest % place, place / 10)
    }
    return interim
  }

  /// The nine digits in groups of three, as printed on a letter.
  public var description: String {
    let digits = Array(digits)
    return [digits[0..<3], digits[3..<6], digits[6..<9]].map { String($0) }.joined(separator: "-")
  }

  /// Orders by serial.
  public static func < (left: RequestNumber, right: RequestNumber) -> Bool { left.serial < right.serial }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar.properties.isDash || scalar.properties.generalCategory == .spaceSeparator
  }

  /// Nine digits with room for separators; what is longer is no number, and is not read.
  private static let bytesMax = 60

  /// One step of the scheme: zero after all nine digits of a right number; after the first eight, the ninth.
  private static func damm(_ interim: Int, _ digit: Int) -> Int { quasigroup[interim * 10 + digit] }

  // H. Michael Damm, « Total anti-symmetrische Quasigruppen », Marburg 2004.
  private static let quasigroup = [
    0, 3, 1, 7, 5, 9, 8, 6, 4, 2,
    7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
    4, 2, 0, 6, 8, 7, 1, 3, 5, 9,
    1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
    6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
    3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
    5, 8, 6, 9, 7, 2, 0, 1, 3, 4,
    8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
    9, 4, 3, 8, 6, 1, 7, 2, 0, 5,
    2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
  ]
}

/// What is wrong with a request number.
public enum InvalidRequestNumber: String, ExplainableRefusal, CaseIterable {
  /// It has other characters than digits and separators, or not nine digits.
  case malformed = "request-number.malformed"
  /// A digit is wrong, or two have changed places.
  case wrongCheckDigit = "request-number.wrong-check-digit"
  /// The serial is negative or has more than eight digits.
  case serialOutOfRange = "request-number.serial-out-of-range"

  /// The stable code.
  public var code: String { rawValue }
}

extension RequestNumber: Codable {
  /// Reads nine digits, and checks them.
  public init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes nine digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}
