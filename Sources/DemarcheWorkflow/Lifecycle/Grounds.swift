public import Foundation

/// Why an agent decides against somebody: a stable code for the journal, and the words the applicant reads.
public struct Reason: Hashable, Codable, Sendable {
  private let shared: Shared<Words>

  private struct Words: Hashable, Codable, Sendable {
    let code: String
    let text: Personal<String>
  }

  /// Lower-case letters, digits and hyphens, at most 40, such as `hors-secteur`; it says nothing personal.
  public var code: String { shared.value.code }
  /// What the applicant reads.
  public var text: Personal<String> { shared.value.text }

  /// States a reason.
  ///
  /// - Throws: ``InvalidReason`` when the text is blank, longer than 4,000 characters or unprintable, or the code is
  ///   malformed.
  public init(_ code: String, _ text: String) throws(InvalidReason) {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    guard (1...40).contains(code.count), code.allSatisfy(allowed.contains) else { throw .malformedCode }
    do {
      shared = Shared(Words(code: code, text: Personal(try text.freeText(max: 4000, lines: true))))
    } catch {
      switch error {
      case .blank: throw .blankText
      case .tooLong: throw .textTooLong
      case .unprintable: throw .textUnprintable
      }
    }
  }

  /// Reads a reason, and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      try container.decode(String.self, forKey: .code), try container.decode(String.self, forKey: .text))
  }

  /// Writes the code and the text.
  public func encode(to encoder: any Encoder) throws { try shared.encode(to: encoder) }

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
  /// The text holds something unprintable.
  case textUnprintable = "reason.unprintable"

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
  private let shared: Shared<Facts>

  private struct Facts: Hashable, Codable, Sendable {
    let pieces: [PieceKey]
    let fields: [FieldKey]
    let doubted: Answers
    let reason: Reason
    let requested: Date
  }

  init(pieces: [PieceKey], fields: [FieldKey], doubted: Answers, reason: Reason, requested: Date) {
    shared = Shared(Facts(pieces: pieces, fields: fields, doubted: doubted, reason: reason, requested: requested))
  }

  /// The pieces to supply again.
  public var pieces: [PieceKey] { shared.value.pieces }
  /// The fields to answer again.
  public var fields: [FieldKey] { shared.value.fields }
  /// What these fields said.
  var doubted: Answers { shared.value.doubted }
  /// Why.
  public var reason: Reason { shared.value.reason }
  /// When it was asked for.
  public var requested: Date { shared.value.requested }

  /// Reads what an applicant was asked for.
  public init(from decoder: any Decoder) throws { shared = Shared(try decoder.decodeWhole(Facts.self)) }
  /// Writes what an applicant was asked for.
  public func encode(to encoder: any Encoder) throws { try shared.encode(to: encoder) }
}
