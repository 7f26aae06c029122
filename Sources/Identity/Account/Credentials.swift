public import Foundation

/// How an account is entered: hashes only, never what was typed.
public struct Credentials: Codable, Hashable, Sendable {
  /// The stored password.
  public internal(set) var password: PasswordHash
  /// The question for recovery.
  public internal(set) var question: RecoveryQuestion
  /// The stored answer.
  public internal(set) var answer: PasswordHash
  /// Counts what the account was entered and recovered by: each other password, e-mail address or question adds one.
  ///
  /// A session that was opened under an earlier one is over, and a secret that was mailed opens nothing.
  public internal(set) var generation: Int
  /// When somebody signed in last, or when the account was created.
  public internal(set) var usedAt: Date
  /// When the holder was warned that the account will be closed unused, if they were.
  public internal(set) var warnedAt: Date?

  init(password: PasswordHash, question: RecoveryQuestion, answer: PasswordHash, at instant: Date) {
    self.password = password
    self.question = question
    self.answer = answer
    generation = 1
    usedAt = instant
  }
}

extension Credentials {
  private enum CodingKeys: CodingKey { case password, question, answer, generation, usedAt, warnedAt }

  /// Reads credentials; a generation that no account reaches is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    password = try container.decode(PasswordHash.self, forKey: .password)
    question = try container.decode(RecoveryQuestion.self, forKey: .question)
    answer = try container.decode(PasswordHash.self, forKey: .answer)
    generation = try container.decode(Int.self, forKey: .generation, in: 1...1_000_000_000)
    usedAt = try container.decode(Date.self, forKey: .usedAt)
    warnedAt = try container.decodeIfPresent(Date.self, forKey: .warnedAt)
  }
}
