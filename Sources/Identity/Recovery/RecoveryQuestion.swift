public import WorkflowKernel

/// A question of the town's list: its text is the wording `question.<rawValue>`.
///
/// Nobody writes their own.
public enum RecoveryQuestion: String, Name {
  /// The first school.
  case firstSchool = "first-school"
  /// The street of childhood.
  case childhoodStreet = "childhood-street"
  /// The first pet.
  case firstPet = "first-pet"
  /// A grandparent's first name.
  case grandparent
  /// The first trip abroad.
  case firstTrip = "first-trip"
  /// The first job.
  case firstJob = "first-job"

  /// The code of the wording.
  public var code: String { "question." + rawValue }

  /// The question shown for a login that opens nothing: always the same one for the same login (F13).
  static func decoy(for login: Digest) -> RecoveryQuestion {
    let place = Int(login.hexadecimal.suffix(8), radix: 16) ?? 0
    return allCases[place % allCases.count]
  }
}

/// An answer in the form that is hashed: NFC, trimmed, inner blanks one space, case folded (F11).
///
/// Accents count.
public struct RecoveryAnswer: Hashable, Sendable {
  /// The normalized text, hashed like a password.
  public let text: Password

  /// Normalizes an answer that somebody chooses.
  ///
  /// - Throws: ``RecoveryAnswerRefusal``.
  public init(
    choosing typed: String, login: Login? = nil, email: EmailAddress? = nil, password: String? = nil
  ) throws(RecoveryAnswerRefusal) {
    guard typed.utf8.count <= Self.bytesMax else { throw .tooLong }
    let folded = typed.folded
    guard folded.unicodeScalars.count >= 3 else { throw .tooShort }
    guard folded.unicodeScalars.count <= 100 else { throw .tooLong }
    guard let text = try? Password(enforcing: folded) else { throw .invisibleCharacter }
    // The answer opens the account like the password, so it may not be the password.
    let known = [login?.text.value, email?.address.value, password].map { $0?.folded }
    guard !Self.tooCommon.contains(folded), !known.contains(folded) else { throw .tooCommon }
    self.text = text
  }

  /// Normalizes an answer that somebody gives; what no one could have chosen becomes an answer that never fits.
  init(given typed: String) {
    let fits = typed.utf8.count <= Self.bytesMax
    text = (fits ? try? Password(enforcing: typed.folded) : nil) ?? Password(unchecked: "?")
  }

  /// More bytes are not even looked at; answers chosen before there was a bound keep within it.
  private static let bytesMax = 4096

  /// What people answer to every question (OWASP, Choosing and Using Security Questions).
  private static let tooCommon: Set<String> = [
    "123", "1234", "12345", "123456", "abc", "azerty", "password", "motdepasse", "mot de passe", "aucun", "aucune",
    "rien", "non", "oui", "test",
  ]
}

/// Why an answer is not taken, in the order in which it is looked at.
@nonexhaustive
public enum RecoveryAnswerRefusal: ExplainableRefusal, CaseIterable {
  /// Fewer than three characters are left after normalizing.
  case tooShort
  /// More than 100 code points are left after normalizing.
  case tooLong
  /// The answer holds a character that nobody sees.
  case invisibleCharacter
  /// The answer is one that everybody tries first, or the login, the e-mail address or the password.
  case tooCommon

  /// The stable code.
  public var code: String {
    switch self {
    case .tooShort: "answer.too-short"
    case .tooLong: "answer.too-long"
    case .invisibleCharacter: "answer.invisible-character"
    case .tooCommon: "answer.too-common"
    }
  }
}
