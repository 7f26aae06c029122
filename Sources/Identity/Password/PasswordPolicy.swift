public import WorkflowKernel

/// Which passwords may be chosen.
///
/// Nothing is asked of their composition, and they never expire (NIST SP 800-63B-4).
public struct PasswordPolicy: Hashable, Sendable {
  /// Code points at least; never below 12.
  public let lengthMin: Int
  /// Code points at most; never below 64, and nothing is ever cut to fit.
  public let lengthMax: Int
  /// Passwords nobody may choose; compared whole, case folded.
  private let blocked: Set<String>

  /// Describes a policy.
  ///
  /// - Parameters:
  ///   - lengthMin: 12 with throttling and an e-mail recovery, 15 where the password stands alone.
  ///   - lengthMax: 64 to 4,096.
  ///   - blocked: the town's name, and a list of the most used passwords (3,000 at least, ASVS 6.2.4); the login and
  ///     the holder's name are always added.
  /// - Throws: ``WeakPolicy`` for bounds below those of the reference or above 4,096, or a list without one entry of the
  ///   town's own.
  public init(lengthMin: Int = 12, lengthMax: Int = 128, blocked: some Sequence<String>) throws(WeakPolicy) {
    guard lengthMin >= 12, (64...Password.longestMax).contains(lengthMax), lengthMin <= lengthMax else {
      throw WeakPolicy()
    }
    self.lengthMin = lengthMin
    self.lengthMax = lengthMax
    self.blocked = Set(blocked.map(\.folded)).subtracting([""])
    guard !self.blocked.isEmpty else { throw WeakPolicy() }
  }

  /// Judges a new password.
  ///
  /// - Parameters:
  ///   - password: what was chosen.
  ///   - login: the login it opens, where it is known already.
  ///   - name: the holder's name, where it is known already.
  /// - Throws: ``PasswordRefusal``.
  public func check(_ password: Password, login: Login?, name: PersonName?) throws(PasswordRefusal) {
    let chosen = password.text.value.folded
    if let login, Self.withoutNumber(chosen) == Self.withoutNumber(login.text.value.folded) { throw .equalsLogin }
    guard password.count >= lengthMin else { throw .tooShort(lengthMin) }
    guard password.count <= lengthMax else { throw .tooLong(lengthMax) }
    // Blanks alone are what a paper shows of no password.
    guard !chosen.isEmpty, !blocked.contains(chosen), !Self.spellings(of: name).contains(chosen) else { throw .blocked }
  }

  /// A login without the number that the town adds to it, which is not known before the account is opened.
  private static func withoutNumber(_ login: String) -> String {
    let digits = login.unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }.count
    return String(String.UnicodeScalarView(login.unicodeScalars.dropLast(digits)))
  }

  private static func spellings(of name: PersonName?) -> [String] {
    guard let name else { return [] }
    let (first, last) = (name.first.value.folded, name.last.value.folded)
    return ["", " ", ".", "-"].flatMap { [first + $0 + last, last + $0 + first] }
  }
}

/// A policy or a key weaker than the reference allows: a host cannot run with it.
public struct WeakPolicy: Error, Hashable, Sendable {}

/// Why a password is not taken, in the order in which it is looked at.
@nonexhaustive
public enum PasswordRefusal: ExplainableRefusal {
  /// Nothing was typed.
  case empty
  /// A control character, or another one that nobody sees.
  case forbiddenCharacter
  /// The password and its confirmation differ.
  case confirmationDiffers
  /// The password is the login, whatever the number behind it.
  case equalsLogin
  /// Fewer code points than the policy's.
  case tooShort(Int)
  /// More code points than the policy's.
  case tooLong(Int)
  /// The password is in the block list, is the holder's name, or is blank.
  case blocked

  /// The stable code.
  public var code: String {
    switch self {
    case .empty: "password.empty"
    case .forbiddenCharacter: "password.forbidden-character"
    case .confirmationDiffers: "password.confirmation-differs"
    case .equalsLogin: "password.equals-login"
    case .tooShort: "password.too-short"
    case .tooLong: "password.too-long"
    case .blocked: "password.blocked"
    }
  }

  /// The bound that the sentence shows.
  public var arguments: [Personal<String>] {
    switch self {
    case .tooShort(let bound), .tooLong(let bound): [Personal(String(bound))]
    case .empty, .forbiddenCharacter, .confirmationDiffers, .equalsLogin, .blocked: []
    }
  }
}
