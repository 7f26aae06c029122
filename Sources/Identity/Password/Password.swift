import Foundation
public import WorkflowKernel

/// What a person chose as a secret, in its enforced form (RFC 8265 OpaqueString): the bytes that are hashed.
///
/// Spaces beyond ASCII become ordinary ones and the result is NFC, so that a Mac and a PC type the same password.
/// Nothing is trimmed, cut or folded. Enforcing twice gives the same as enforcing once.
public struct Password: Hashable, Sendable {
  /// The enforced text.
  public let text: Personal<String>

  /// Enforces what was typed.
  ///
  /// - Throws: ``PasswordRefusal/empty``, ``PasswordRefusal/tooLong(_:)`` or ``PasswordRefusal/forbiddenCharacter``.
  public init(enforcing typed: String) throws(PasswordRefusal) {
    guard !typed.isEmpty else { throw .empty }
    guard typed.utf8.count <= Self.bytesMax else { throw .tooLong(Self.longestMax) }
    var mapped = String.UnicodeScalarView()
    var isASCII = true
    for scalar in typed.unicodeScalars {
      guard Self.isFreeform(scalar) else { throw .forbiddenCharacter }
      isASCII = isASCII && scalar.isASCII
      mapped.append(!scalar.isASCII && scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
    }
    let spaced = String(mapped)
    text = Personal(isASCII ? spaced : spaced.precomposedStringWithCanonicalMapping)
  }

  /// The longest password that a policy can allow, in code points.
  static let longestMax = 4096
  /// More bytes are not even looked at: decomposed, a code point has twelve at most.
  static let bytesMax = 12 * longestMax

  /// Takes a text as it is; only for texts known to be enforced.
  init(unchecked text: String) {
    self.text = Personal(text)
  }

  /// Equal exactly when the bytes are equal.
  public static func == (left: Password, right: Password) -> Bool {
    left.text.value.utf8.elementsEqual(right.text.value.utf8)
  }

  /// How many code points the password has: each counts as one character.
  public var count: Int { text.value.unicodeScalars.count }

  /// Whether the PRECIS FreeformClass allows a scalar (RFC 8264 §9), joiners left out.
  private static func isFreeform(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: return true
    // Conjoining jamo, which NFC would compose with what stands before.
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return false
    case _: break
    }
    let properties = scalar.properties
    guard !properties.isDefaultIgnorableCodePoint, !properties.isNoncharacterCodePoint else { return false }
    switch properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: return false
    case _: return true
    }
  }
}
