/// How many columns a terminal gives a text: each scalar counts for itself, as `wcwidth` has it.
extension String {
  var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The text without anything that could command the terminal or turn the reading direction round.
  var printable: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.isControl ? "\u{FFFD}" : scalar) }
    return String(text)
  }
}

extension Unicode.Scalar {
  var displayWidth: Int {
    switch value {
    case 0..<0x300: return 1
    // The vowels and finals of a Hangul syllable written in pieces stand in the columns of its first consonant.
    case 0x1160...0x11FF: return 0
    // Asks for the emoji of what precedes, which is one column wider.
    case 0xFE0F: return 1
    // Ideographs, kana, Hangul and their punctuation, fullwidth forms, the plane of rare ideographs.
    case 0x1100..<0x1160, 0x2329...0x232A, 0x2E80..<0x302A, 0x302E..<0x303F, 0x3041..<0x3099, 0x309B..<0xA4D0,
      0xA960..<0xA980, 0xAC00..<0xD7B0, 0xF900..<0xFB00, 0xFE10..<0xFE1A, 0xFE30..<0xFE70, 0xFF01..<0xFF61,
      0xFFE0..<0xFFE7, 0x16FE0..<0x16FE4, 0x16FF0..<0x1B300, 0x1D300..<0x1D380, 0x1F200..<0x1F300,
      0x20000..<0x3FFFE:
      return 2
    case _: break
    }
    // It is shown as one replacement character.
    if isControl { return 1 }
    if properties.isEmojiPresentation { return 2 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case _: return properties.isDefaultIgnorableCodePoint ? 0 : 1
    }
  }

  /// Control characters, line and paragraph separators, and the controls of reading direction.
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    case _: false
    }
  }
}
