/// Something a person must be told: to whom, under which code, with what filled in.
///
/// A machine produces notices as effects; the ``Wordings`` turn one into a ``Letter``, a ``MessageTransport`` sends it.
public struct Notice: Hashable, Codable, Sendable {
  /// Who is told.
  public let addressee: Addressee
  /// The stable code, such as `demarche.received`; wordings are found by it.
  public let code: String
  /// What fills `{0}`, `{1}`… of the text.
  public let arguments: [Personal<String>]

  /// Describes a notice.
  public init(to addressee: Addressee, _ code: String, arguments: [String] = []) {
    self.addressee = addressee
    self.code = code
    self.arguments = arguments.map { Personal($0) }
  }
}

/// Who is told something: an account, reached by its chosen means of contact, or an address given for one matter.
public enum Addressee: Hashable, Codable, Sendable {
  /// The holder of an account.
  case account(AccountID)
  /// Somebody without an account.
  case contact(ContactPoint)
}

/// Where a message arrives.
public enum ContactPoint: Hashable, Codable, Sendable {
  /// An e-mail address.
  case email(Personal<String>)
  /// A telephone number.
  case telephone(Personal<String>)
}

/// A notice in words.
public struct Letter: Hashable, Sendable {
  /// One line: shown where the text is not, in lists and on locked telephones, so its wording leaves names out.
  public let subject: String
  /// The text.
  public let body: Personal<String>

  /// Makes a letter; line breaks and other control characters of the subject become a blank.
  ///
  /// A line break in a subject would let whoever chose a part of it write headers of the message.
  public init(subject: String, body: Personal<String>) {
    self.subject = subject.unicodeScalars.split(whereSeparator: \.breaksLine).map { String($0) }.joined(separator: " ")
    self.body = body
  }
}

/// Sends letters: by e-mail from an address that takes no reply and marked as automatic (RFC 3834), or by telephone.
///
/// Called by the host while it drains an outbox. A fake keeps the letters in an array.
public protocol MessageTransport: Sendable {
  /// Sends one letter, at least once; a transport that remembers `key` sends it once.
  ///
  /// - Throws: whatever kept the letter from leaving; it is then tried again later.
  func send(_ letter: Letter, to contact: ContactPoint, key: String) async throws
}

extension Unicode.Scalar {
  fileprivate var breaksLine: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
