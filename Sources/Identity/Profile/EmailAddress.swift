import Foundation
public import WorkflowKernel

/// An e-mail address; its domain in lower case, everything else as typed.
public struct EmailAddress: Hashable, Sendable {
  /// The address.
  public let address: Personal<String>

  /// Checks the form of an address: whether somebody reads it, only a letter can tell.
  ///
  /// - Throws: ``ProfileRefusal/invalidEmail``.
  public init(_ typed: String) throws(ProfileRefusal) {
    guard typed.utf8.count <= Self.typedBytesMax else { throw .invalidEmail }
    let parts = typed.tidied.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let local = parts.first, let domain = parts.last, Self.isLocal(local),
      Self.isDomain(domain)
    else { throw .invalidEmail }
    let kept = local + "@" + domain.lowercased().precomposedStringWithCanonicalMapping
    // Small letters may take more bytes than capitals, so it is the kept form that must fit (RFC 5321 §4.5.3.1.3).
    guard kept.utf8.count <= 254 else { throw .invalidEmail }
    address = Personal(kept)
  }

  /// More bytes are not even looked at: no decomposed spelling of 254 has as many.
  private static let typedBytesMax = 1024

  /// What could lead a letter elsewhere, or carry another header into it, quoted or not.
  private static let separators: Set<Unicode.Scalar> = [
    ",", ";", ":", "<", ">", "(", ")", "[", "]", "\"", "\\",
  ]

  private static func isLocal(_ text: String) -> Bool {
    beginsWithSign(text) && text.isVisible
      && !text.unicodeScalars.contains { separators.contains($0) || $0.properties.isWhitespace }
  }

  private static func isDomain(_ text: String) -> Bool {
    let labels = text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return labels.count >= 2 && labels.allSatisfy(isLocal)
  }

  /// A mark that stands on nothing would stand on the `@` or the dot before it.
  private static func beginsWithSign(_ text: String) -> Bool {
    switch text.unicodeScalars.first?.properties.generalCategory {
    case nil, .nonspacingMark, .spacingMark, .enclosingMark: false
    case _: true
    }
  }
}

extension EmailAddress: Codable {
  /// Reads an address as older records hold it, which asks only that something stands on both sides of an `@`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let stored = try container.decode(String.self)
    let at = stored.unicodeScalars.firstIndex(of: "@")
    guard let at, at > stored.startIndex, stored.unicodeScalars.index(after: at) < stored.endIndex else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an e-mail address")
    }
    address = Personal(stored)
  }

  /// Writes the address.
  public func encode(to encoder: any Encoder) throws { try address.encode(to: encoder) }
}
