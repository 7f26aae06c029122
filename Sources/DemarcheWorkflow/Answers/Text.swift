import Foundation

extension String {
  /// Whether nothing stands here that anybody could see.
  var isBlank: Bool { unicodeScalars.allSatisfy { $0.isBlank || $0.isInvisible } }

  /// The text as it is kept: composed (NFC), without blanks around it, with `\n` as the only line break.
  ///
  /// A text far too long for any field is left alone: it will be refused for its length, at no cost.
  var tidied: String {
    guard utf8.count <= Self.tidiedBytesMax, !isPlain else { return self }
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in precomposedStringWithCanonicalMapping.unicodeScalars.trimmingBlanks() {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r": scalars.append("\n")
      case "\t": scalars.append(" ")
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    return String(scalars)
  }

  /// Whether it has more Unicode scalars than that: a letter under a thousand accents does not count for one.
  func isLonger(than limit: Int) -> Bool {
    // A scalar takes four bytes at most: a text of megabytes is refused without being read.
    utf8.count / 4 > limit || unicodeScalars.count > limit
  }

  /// Whether the text is tidy already, seen from its bytes alone, as nearly every answer is.
  ///
  /// Below U+0300, whose first byte is 0xCC, every text is composed; 0xC2 begins the controls and the blanks beyond
  /// ASCII.
  private var isPlain: Bool {
    utf8.first != 0x20 && utf8.last != 0x20
      && utf8.allSatisfy { (0x20...0x7E).contains($0) || (0x80...0xBF).contains($0) || (0xC3...0xCB).contains($0) }
  }

  private static let tidiedBytesMax = 100_000
}

extension String.UnicodeScalarView {
  fileprivate func trimmingBlanks() -> Substring.UnicodeScalarView {
    guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}

extension Unicode.Scalar {
  /// Whether this is a space of any width, a tabulation or a line break.
  var isBlank: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }

  /// Whether this is drawn as nothing: joiners, fillers, variation selectors, the empty braille cell.
  var isInvisible: Bool { !isASCII && (properties.isDefaultIgnorableCodePoint || value == 0x2800) }

  /// Whether this could break a line, a column or the direction of what is printed around it.
  var isUnprintable: Bool {
    guard !isASCII else { return value < 0x20 || value == 0x7F }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    case .format: Self.directionMarks.contains(value) || value == 0xFEFF
    default: false
    }
  }

  /// The embeddings, overrides and isolates of the bidirectional algorithm (Unicode Standard Annex 9).
  private static let directionMarks: Set<UInt32> = Set(0x202A...0x202E).union(0x2066...0x2069)
}
