public import Foundation

/// Why an agent decides against somebody: a stable code for the journal, and the words the applicant reads.
public struct Reason: Hashable, Codable, Sendable {
  /// Lower-case letters, digits and hyphens, at most 40, such as `hors-secteur`; it says nothing personal.
  public let code: String
  /// What the applicant reads.
  public let text: Personal<String>

  /// States a reason.
  ///
  /// - Throws: ``InvalidReason`` when the text is blank or longer than 4,000 characters, or the code is malformed.
  public init(_ code: String, _ text: String) throws(InvalidReason) {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    guard (1...40).contains(code.count), code.allSatisfy(allowed.contains) else { throw .malformedCode }
    let tidied = text.tidied
    guard !tidied.isEmpty else { throw .blankText }
    guard !tidied.isLonger(than: 4000) else { throw .textTooLong }
    self.code = code
    self.text = Personal(tidied)
  }

  /// Reads a reason, and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      try container.decode(String.self, forKey: .code), try container.decode(String.self, forKey: .text))
  }

  private enum CodingKeys: CodingKey { case code, text }
}

/// What is wrong with a reason.
public enum InvalidReason: String, ExplainableRefusal, CaseIterable {
  /// The code is empty, too long, or has other characters than lower-case letters, digits and hyphens.
  case malformedCode = "reason.malformed-code"
  /// Nothing is said.
  case blankText = "reason.blank"
  /// The text has more than 4,000 characters.
  case textTooLong = "reason.too-long"

  /// The stable code.
  public var code: String { rawValue }
}

/// Who accepts a démarche.
public enum Acceptance: Hashable, Codable, Sendable {
  /// An agent in charge.
  case decision
  /// Silence, where it accepts (CRPA L231-1).
  case silence
}

/// Who rejects a démarche, and why.
public enum Rejection: Hashable, Codable, Sendable {
  /// An agent in charge, for a reason.
  case decision(Reason)
  /// Silence, where it rejects (CRPA L231-4).
  case silence
}

/// Who ends a démarche without a decision, and why.
public enum Cancellation: Hashable, Codable, Sendable {
  /// The applicant.
  case withdrawal
  /// An agent in charge, for a reason.
  case decision(Reason)
  /// The system: a draft was left, or a request for correction was never answered.
  case expiry
}

/// Why the personal content of a démarche is erased.
public enum Erasure: Hashable, Codable, Sendable {
  /// The term of its retention has come.
  case retention
  /// The person has asked for it, and the town has checked that it may be done (GDPR art. 17).
  case request
}

/// What an applicant was asked for.
public struct Correction: Hashable, Codable, Sendable {
  /// The pieces to supply again.
  public let pieces: [PieceKey]
  /// The fields to answer again.
  public let fields: [FieldKey]
  /// Why.
  public let reason: Reason
  /// When it was asked for.
  public let requested: Date
}
