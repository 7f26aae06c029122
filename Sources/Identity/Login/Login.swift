import Foundation
public import WorkflowKernel

/// What a citizen types to sign in, in its enforced form: two logins are one exactly when their bytes are equal.
///
/// The form is RFC 8265 UsernameCasePreserved, narrowed to what names made by the town need: wide forms become
/// ordinary ones, and so do typographic apostrophes; the result is NFC, nothing else is mapped. Accents and case count
/// (F04). Enforcing twice gives the same as enforcing once, so a login is enforced at the border and never again.
public struct Login: Hashable, Sendable {
  /// The enforced text.
  public let text: Personal<String>

  /// Enforces what somebody typed or what the town generated.
  ///
  /// - Throws: ``LoginRefusal`` when the text is no login of this town.
  public init(enforcing typed: String) throws(LoginRefusal) {
    guard typed.utf8.count <= Self.bytesMax else { throw .tooLong }
    try self.init(unbounded: typed)
  }

  /// No login that the town makes comes near it, in whatever spelling: two names have 200 code points.
  static let bytesMax = 4096

  private init(unbounded typed: String) throws(LoginRefusal) {
    guard !typed.isEmpty else { throw .empty }
    var mapped = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      let narrow = LoginAlphabet.narrowed(scalar)
      guard LoginAlphabet.mayCompose(narrow) else { throw .foreignCharacter }
      mapped.append(narrow)
    }
    let composed = String(mapped).precomposedStringWithCanonicalMapping
    guard LoginAlphabet.spells(composed) else { throw .foreignCharacter }
    text = Personal(composed)
  }

  /// Equal exactly when the bytes are equal; Swift's own `==` would also accept an unenforced spelling.
  public static func == (left: Login, right: Login) -> Bool {
    left.text.value.utf8.elementsEqual(right.text.value.utf8)
  }
}

extension Login: Codable {
  /// Reads an enforced text; anything else is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let stored = try container.decode(String.self)
    guard let login = try? Login(unbounded: stored), login.text.value.utf8.elementsEqual(stored.utf8) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an enforced login")
    }
    self = login
  }

  /// Writes the enforced text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text.value)
  }
}

/// Why a text is no login, in the order in which it is looked at.
@nonexhaustive
public enum LoginRefusal: ExplainableRefusal {
  /// Nothing was typed.
  case empty
  /// More was typed than any login holds.
  case tooLong
  /// A character stands in no login of the town: a space, a sign, a letter of another script.
  case foreignCharacter
  /// A first or last name is missing, or has no letter a login may carry.
  case nameMissing

  /// The stable code.
  public var code: String {
    switch self {
    case .empty: "login.empty"
    case .tooLong: "login.too-long"
    case .foreignCharacter: "login.foreign-character"
    case .nameMissing: "login.name-missing"
    }
  }
}
