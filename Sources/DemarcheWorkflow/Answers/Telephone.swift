/// A telephone number of the French numbering plan.
public struct Telephone: Hashable, Sendable {
  /// The nine digits after the leading zero.
  private let digits: String
  /// The country code: 33, or that of an overseas territory.
  private let country: String

  /// Reads ten digits, or nine after `+33` or `0033`, with blanks, full stops, hyphens or slashes between them.
  public init?(_ text: String) {
    guard text.utf8.count <= Self.bytesMax, let written = Self.compact(text) else { return nil }
    for prefix in ["+", "00"] where written.hasPrefix(prefix) {
      self.init(international: written.dropFirst(prefix.count))
      return
    }
    guard written.hasPrefix("0") else { return nil }
    self.init(significant: written.dropFirst())
  }

  private init?(international written: Substring) {
    for (code, numbers) in Self.overseas where written.hasPrefix(code) {
      let rest = written.dropFirst(code.count).withoutTrunkZero
      guard numbers.contains(String(rest.prefix(3))) else { return nil }
      self.init(significant: rest)
      return
    }
    guard written.hasPrefix(Self.mainland) else { return nil }
    self.init(significant: written.dropFirst(Self.mainland.count).withoutTrunkZero)
  }

  private init?(significant digits: Substring) {
    guard digits.count == Self.digitsCount, digits.first != "0", digits.utf8.allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    self.digits = String(digits)
    let number = String(digits.prefix(3))
    country = Self.overseas.first { $0.numbers.contains(number) }?.code ?? Self.mainland
  }

  /// The international form, `+33199001234` (ITU-T E.164).
  public var e164: String { "+" + country + digits }

  /// The form that is dialed and printed in France, `01 99 00 12 34`.
  public var national: String {
    let all = Array("0" + digits)
    return stride(from: 0, to: all.count, by: 2).map { String(all[$0..<min($0 + 2, all.count)]) }
      .joined(separator: " ")
  }

  /// The text without its separators; `nil` when it holds anything but digits, separators and a leading plus.
  private static func compact(_ text: String) -> String? {
    var compact = ""
    for scalar in text.unicodeScalars where !scalar.isBlank {
      switch scalar {
      case ".", "/", "(", ")": continue
      case _ where scalar.properties.isDash: continue
      case "+" where compact.isEmpty: compact.unicodeScalars.append(scalar)
      case "0"..."9": compact.unicodeScalars.append(scalar)
      default: return nil
      }
    }
    return compact
  }

  private static let bytesMax = 40
  private static let digitsCount = 9
  private static let mainland = "33"

  /// The overseas territories have country codes of their own, though ten digits are dialed there as anywhere
  /// (numbering plan of the Arcep, decision 2018-0881).
  private static let overseas: [(code: String, numbers: Set<String>)] = [
    ("262", ["262", "263", "269", "639", "692", "693"]),
    ("508", ["508", "708"]),
    ("590", ["590", "690", "691"]),
    ("594", ["594", "694"]),
    ("596", ["596", "696", "697"]),
  ]
}

extension Substring {
  /// "+33 (0)6 12…" is often written, though the zero is not dialed.
  fileprivate var withoutTrunkZero: Substring { hasPrefix("0") ? dropFirst() : self }
}

extension UInt8 {
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
