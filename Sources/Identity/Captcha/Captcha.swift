public import Foundation
public import WorkflowKernel

/// Tells people from programs (F14), in at least two forms for different senses (WCAG 1.1.1).
///
/// Called when an account is created and when a visitor submits; never for a signed-in citizen. An implementation
/// keeps these promises: a challenge is bound to its purpose and visitor; the first answer consumes it, **before** it
/// is compared, right or wrong; it expires; answers are compared normalized and in constant time, and never leave the
/// port; a visitor has a limited number of tries. A fake is ``InMemoryCaptcha``.
public protocol Captcha: Sendable {
  /// The forms in which every challenge can be met.
  var modalities: [CaptchaModality] { get }

  /// Makes a challenge for a visitor.
  func issue(for purpose: CaptchaPurpose, to visitor: VisitorID, at instant: Date) async throws -> CaptchaChallenge

  /// Consumes the challenge, then compares.
  func verify(
    _ answer: CaptchaAnswer, for purpose: CaptchaPurpose, from visitor: VisitorID, at instant: Date
  ) async throws -> CaptchaVerdict
}

/// A form of a challenge.
public enum CaptchaModality: String, Name {
  /// Distorted characters.
  case image
  /// Characters read aloud.
  case sound
  /// A question in words.
  case text
  /// A computation done by the browser, without a question.
  case proofOfWork = "proof-of-work"
}

/// What a challenge protects.
public enum CaptchaPurpose: String, Name {
  /// Creating an account.
  case registration
  /// Submitting a démarche without an account.
  case submission
}

/// One challenge, for one visitor.
public struct CaptchaID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// What a visitor is shown.
public struct CaptchaChallenge: Hashable, Sendable {
  /// Which challenge it is.
  public let id: CaptchaID
  /// The challenge in each form: a question, a file's address, the task of a computation.
  public let renderings: [CaptchaModality: String]
  /// From this instant on it can no longer be met.
  public let expiresAt: Date

  /// Describes a challenge.
  public init(id: CaptchaID, renderings: [CaptchaModality: String], expiresAt: Date) {
    self.id = id
    self.renderings = renderings
    self.expiresAt = expiresAt
  }
}

/// What a visitor typed.
public struct CaptchaAnswer: Hashable, Sendable {
  /// The challenge.
  public let id: CaptchaID
  /// The answer.
  public let text: Personal<String>

  /// Describes an answer.
  public init(_ text: String, to id: CaptchaID) {
    self.id = id
    self.text = Personal(text)
  }
}

/// What became of an answer.
public enum CaptchaVerdict: String, Name {
  /// The answer is right.
  case passed
  /// The answer is wrong.
  case wrong
  /// The challenge has expired.
  case expired
  /// Another answer came before.
  case alreadyUsed = "already-used"
  /// No such challenge was made for this visitor and purpose.
  case unknown
  /// The visitor has tried too often.
  case tooManyTries = "too-many-tries"
}
