import Foundation

extension String {
  /// NFC, trimmed, every run of blanks one space.
  var tidied: String {
    precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Tidied and without case, for comparing what people type with what they typed before.
  var folded: String { tidied.lowercased().precomposedStringWithCanonicalMapping }
}
