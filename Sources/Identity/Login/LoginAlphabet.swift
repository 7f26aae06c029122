import Foundation

/// The characters of a login: Latin letters with their accents, a short list of letters that do not decompose, digits
/// and `.`, `-`, `'`.
///
/// Letters of other scripts that look alike cannot stand in a login at all.
enum LoginAlphabet {
  /// Letters of French and neighboring spellings without a canonical decomposition.
  static let undecomposed: Set<Unicode.Scalar> = [
    "æ", "Æ", "œ", "Œ", "ß", "ø", "Ø", "ł", "Ł", "đ", "Đ", "ð", "Ð", "þ", "Þ",
  ]

  /// The ordinary form of a full-width character (RFC 8265 §3.3.1, width mapping), and the apostrophe of typewriters for
  /// those that telephones and word processors type; every other scalar as it is.
  static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2019, 0x02BC: "'"
    case _: scalar
    }
  }

  /// Whether a scalar may be a part of a spelling: a cheap test that spares composing the million others.
  static func mayCompose(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // ASCII, Latin-1 letters to Latin Extended-B, combining marks, Latin Extended Additional, Kelvin and Ångström.
    case 0x21...0x7E, 0xC0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0x212A, 0x212B: true
    case _: false
    }
  }

  /// Whether a composed text is spelt with this alphabet, each mark standing on a letter.
  static func spells(_ text: String) -> Bool {
    var letterBefore = false
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z": letterBefore = true
      case "\u{300}"..."\u{36F}": guard letterBefore else { return false }
      case "0"..."9", ".", "-", "'": letterBefore = false
      case let scalar where undecomposed.contains(scalar): letterBefore = true
      case _: return false
      }
    }
    return true
  }

  /// A text without its accents: what two logins share that differ by accents alone.
  static func withoutAccents(_ text: String) -> String {
    let letters = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      !(0x300...0x36F).contains($0.value)
    }
    return String(String.UnicodeScalarView(letters))
  }
}
