import Foundation
public import WorkflowKernel

/// A first and a last name, neither blank.
public struct PersonName: Hashable, Sendable {
  /// The first name.
  public let first: Personal<String>
  /// The last name.
  public let last: Personal<String>

  /// Tidies two names: composed, trimmed, one space between words.
  ///
  /// A digit is refused: the digits behind a login are the town's (F05).
  ///
  /// - Throws: ``ProfileRefusal/blankFirstName``, ``ProfileRefusal/blankLastName``, ``ProfileRefusal/digitInName``,
  ///   ``ProfileRefusal/invisibleCharacter``, ``ProfileRefusal/tooLong``.
  public init(first: String, last: String) throws(ProfileRefusal) {
    // Before any work: names are read at every look at a form.
    guard first.utf8.count <= String.lineBytesMax, last.utf8.count <= String.lineBytesMax else { throw .tooLong }
    try self.init(stored: first, last)
    guard !full.value.unicodeScalars.contains(where: { $0.properties.generalCategory == .decimalNumber }) else {
      throw .digitInName
    }
    _ = try first.checkedLine()
    _ = try last.checkedLine()
  }

  /// Takes a name as older records hold it, which asks only that neither part is blank.
  private init(stored first: String, _ last: String) throws(ProfileRefusal) {
    let (first, last) = (first.tidied, last.tidied)
    guard !first.isEmpty else { throw .blankFirstName }
    guard !last.isEmpty else { throw .blankLastName }
    self.first = Personal(first)
    self.last = Personal(last)
  }

  /// First name, space, last name, as letters and lists show it.
  public var full: Personal<String> { Personal(first.value + " " + last.value) }
}

extension PersonName: Codable {
  private enum CodingKeys: CodingKey { case first, last }

  /// Reads two names; a blank one is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      stored: try container.decode(String.self, forKey: .first), try container.decode(String.self, forKey: .last))
  }
}
