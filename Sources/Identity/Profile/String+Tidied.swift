import Foundation

extension String {
  /// NFC, trimmed, every run of blanks one space.
  var tidied: String {
    precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Tidied and without case, for comparing what people type with what they typed before.
  var folded: String { tidied.lowercased().precomposedStringWithCanonicalMapping }

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

  /// A line of a form: tidied, visible, of 100 code points at most.
  ///
  /// - Throws: ``ProfileRefusal/invisibleCharacter``, ``ProfileRefusal/tooLong``.
  func checkedLine() throws(ProfileRefusal) -> String {
    let line = tidied
    guard line.isVisible else { throw .invisibleCharacter }
    guard line.unicodeScalars.count <= 100 else { throw .tooLong }
    return line
  }
}
