public import Foundation
public import WorkflowKernel

/// One recovery of one lost password.
public struct RecoveryID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A recovery as it is stored.
///
/// One for an unknown login goes through the same states, and no letter leaves.
public enum RecoveryState: Codable, Hashable, Sendable {
  /// The question was shown.
  case asked(AskedQuestion)
  /// A secret was mailed.
  case mailed(MailedTicket)
  /// The temporary password was used to sign in: the password may be changed, once.
  case redeemed(AccountID, until: Date)
  /// It led to a new password, or to nothing.
  case over
}

/// Whose recovery it is.
public enum RecoverySubject: Codable, Hashable, Sendable {
  /// An account that can be entered, and the generation of its credentials then: once it has another, the recovery is
  /// void.
  case account(AccountID, generation: Int)
  /// Nobody's: the login is unknown or closed, or too many recoveries came from one source.
  case nobody

  /// The account, where there is one.
  public var account: AccountID? {
    switch self {
    case .account(let id, _): id
    case .nobody: nil
    }
  }
}

/// A question that waits for its answer.
public struct AskedQuestion: Codable, Hashable, Sendable {
  /// Whose recovery it is.
  public let subject: RecoverySubject
  /// The door of the login, at which wrong answers count like wrong passwords.
  public let door: DoorID
  /// How many answers may still be given.
  public internal(set) var answersLeft: Int
  /// From this instant on no answer is taken.
  public let until: Date
}

extension AskedQuestion {
  private enum CodingKeys: CodingKey { case subject, door, answersLeft, until }

  /// Reads a question; one that takes no answer, or more than any ever took, is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    subject = try container.decode(RecoverySubject.self, forKey: .subject)
    door = try container.decode(DoorID.self, forKey: .door)
    answersLeft = try container.decode(Int.self, forKey: .answersLeft, in: 1...100)
    until = try container.decode(Date.self, forKey: .until)
  }
}

/// A mailed secret that waits for its use.
public struct MailedTicket: Codable, Hashable, Sendable {
  /// Whose recovery it is.
  public let subject: RecoverySubject
  /// What was mailed.
  public let form: MailedForm
  /// What the secret is recognized by.
  public let digest: Digest
  /// From this instant on it opens nothing.
  public let until: Date
}

/// What a recovery letter brings.
public enum MailedForm: String, Name {
  /// A password for one hour that opens nothing but the change of password (F13).
  case temporaryPassword
  /// The end of a link that leads to the choice of a password.
  case link
}

/// The nonce of a secret and what the secret is recognized by, drawn together.
public struct SealedSecret: Codable, Hashable, Sendable {
  let nonce: Nonce
  let digest: Digest

  init(from source: some RandomSource, under pepper: Pepper) throws(ExhaustedRandomSource) {
    nonce = try Nonce(from: source)
    digest = MailedSecret.digest(of: MailedSecret(of: nonce, under: pepper).text.value, under: pepper)
  }
}

/// A letter to write: the secret itself is computed only then.
public struct RecoveryLetter: Codable, Hashable, Sendable {
  /// To whom, at the stored address.
  public let account: AccountID
  /// What it brings.
  public let form: MailedForm
  let nonce: Nonce
}

/// What happens to a recovery.
public enum RecoveryEvent: Codable, Hashable, Sendable {
  /// The question is shown, for a login behind this door.
  case ask(RecoverySubject, door: DoorID)
  /// A link is mailed without any question.
  case mailLink(RecoverySubject, Drawn<SealedSecret>)
  /// An answer was compared, or turned away uncompared.
  case answer(AnswerVerdict, Drawn<SealedSecret>)
  /// The letter is the last of its day: it brings a link, which lasts until the next one.
  case prolong
  /// The temporary password was used to sign in.
  case redeem
  /// The new password is being set.
  case complete
  /// Its time has passed.
  case lapse
}

/// What became of an answer.
public enum AnswerVerdict: String, Name {
  /// It is the stored one.
  case right
  /// It is another one.
  case wrong
  /// The login's door was shut, and nothing was compared.
  case turnedAway
}
