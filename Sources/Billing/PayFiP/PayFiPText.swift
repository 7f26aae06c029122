import Foundation

/// Text as the OBJET field takes it: letters and digits of ASCII and spaces, 100 at most.
enum PayFiPText {
  static let lengthMax = 100

  /// Accents fall off, ligatures come apart, everything else becomes a space; spaces do not repeat.
  static func folded(_ text: String) -> String {
    let ligatures = [("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE")]
    let apart = ligatures.reduce(text) { $0.replacing($1.0, with: $1.1) }.decomposedStringWithCompatibilityMapping
    let plain = apart.unicodeScalars.compactMap { scalar -> Character? in
      if scalar.properties.canonicalCombiningClass != .notReordered { return nil }
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain ? Character(scalar) : " "
    }
    let words = String(plain).split(separator: " ").joined(separator: " ")
    return String(words.prefix(lengthMax)).trimmingCharacters(in: .whitespaces)
  }
}
