import Foundation

extension String {
  /// NFC, trimmed, every run of blanks one space.
  var tidied: String {
    precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Tidied and without case, for comparing what people type with what they typed before.
  var folded: String { tidied.lowercased().precomposedStringWithCanonicalMapping }

  /// Whether nothing but blanks stands in a line; more than a line holds is too long rather than blank.
  var isBlank: Bool { utf8.count <= Self.lineBytesMax && allSatisfy(\.isWhitespace) }

  /// Whether every scalar can be seen: no control, no mark that turns the direction of writing, no filler or selector
  /// that programs pass over, nothing unassigned.
  var isVisible: Bool {
    unicodeScalars.allSatisfy { scalar in
      // The Braille pattern without a dot is a sign by its category and a blank to the eye.
      guard !scalar.properties.isDefaultIgnorableCodePoint, scalar != "\u{2800}" else { return false }
      return switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator: false
      case _: true
      }
    }
  }

  /// More bytes of a line are not even looked at: 100 code points have 1,200 at most, and blanks are forgiven.
  static let lineBytesMax = 4096

  /// A line of a form: tidied, visible, of 100 code points at most.
  ///
  /// - Throws: ``ProfileRefusal/invisibleCharacter``, ``ProfileRefusal/tooLong``.
  func checkedLine() throws(ProfileRefusal) -> String {
    guard utf8.count <= Self.lineBytesMax else { throw .tooLong }
    let line = tidied
    guard line.isVisible else { throw .invisibleCharacter }
    guard line.unicodeScalars.count <= 100 else { throw .tooLong }
    return line
  }
}
