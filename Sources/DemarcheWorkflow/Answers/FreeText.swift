/// What can be wrong with a text that no field of a procedure bounds: a note, a reason, a name.
public enum FreeTextFault: String, Error, Hashable, Codable, Sendable, CaseIterable {
  /// It says nothing.
  case blank
  /// It has more characters than are kept.
  case tooLong = "too-long"
  /// It holds a control or a mark that would break a line, a column or the direction of what is printed around it.
  case unprintable
}

extension String {
  /// The text as it is kept, if it can be.
  ///
  /// - Parameters:
  ///   - max: the most Unicode scalars.
  ///   - lines: whether it may have several lines.
  func freeText(max: Int, lines: Bool) throws(FreeTextFault) -> String {
    let tidied = tidied
    guard !tidied.isBlank else { throw .blank }
    guard !tidied.isLonger(than: max) else { throw .tooLong }
    guard !tidied.unicodeScalars.contains(where: { $0.isUnprintable && !(lines && $0 == "\n") }) else {
      throw .unprintable
    }
    return tidied
  }
}
