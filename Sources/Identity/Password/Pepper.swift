public import WorkflowKernel

/// A key kept outside the database: what it seals cannot be guessed back from a copy of the database alone.
public struct Pepper: Sendable {
  private let key: Personal<[UInt8]>

  /// Takes the key.
  ///
  /// - Throws: ``WeakPolicy`` when it has fewer than 32 bytes.
  public init(key: [UInt8]) throws(WeakPolicy) {
    guard key.count >= 32 else { throw WeakPolicy() }
    self.key = Personal(key)
  }

  /// Equal texts under equal purposes have equal seals.
  ///
  /// The inner hash is hashed again with the key, as in HMAC, so that no seal can be prolonged.
  func seal(_ text: String, for purpose: Purpose) -> Digest {
    let inner = Digest(sha256: key.value + Array("\(purpose.rawValue):\(text)".utf8))
    return Digest(sha256: key.value + Array(inner.hexadecimal.utf8))
  }

  /// What a seal is for; seals of different purposes have nothing in common.
  enum Purpose: String {
    case login, source, account, mailedSecret, mailedSecretDigest, session
  }
}

/// A secret that the library mails: a temporary password or the end of a link, 130 bits written with 26 characters.
///
/// It is computed from a nonce when the letter is written and stored nowhere: the state keeps its digest, the outbox
/// its nonce, and neither gives it away without the ``Pepper``.
public struct MailedSecret: Hashable, Sendable {
  /// The 26 characters.
  public let text: Personal<String>

  /// Lower-case letters and digits without `0`, `1`, `i` and `o`, which are misread on paper: 32 signs, 5 bits each.
  private static let alphabet = Array("23456789abcdefghjklmnpqrstuvwxyz".unicodeScalars)

  init(of nonce: Nonce, under pepper: Pepper) {
    let seal = Array(pepper.seal(nonce.hexadecimal.value, for: .mailedSecret).hexadecimal.unicodeScalars)
    var text = String.UnicodeScalarView()
    for index in 0..<26 {
      let byte = Int(String(String.UnicodeScalarView(seal[2 * index..<2 * index + 2])), radix: 16) ?? 0
      text.append(Self.alphabet[byte & 31])
    }
    self.text = Personal(String(text))
  }

  /// What is kept of a secret, and computed from whatever is typed in its place.
  ///
  /// 130 random bits need no slow hash (ASVS 6.5.2).
  static func digest(of typed: String, under pepper: Pepper) -> Digest {
    pepper.seal(typed, for: .mailedSecretDigest)
  }
}
