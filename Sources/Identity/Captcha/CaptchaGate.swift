public import Foundation
public import WorkflowKernel

/// A captcha that was found fit for everybody: with one form only there is no gate.
public struct CaptchaGate: Sendable {
  private let captcha: any Captcha

  /// Checks a captcha's forms.
  ///
  /// - Throws: ``TooFewModalities`` for fewer than two different ones.
  public init(_ captcha: some Captcha) throws(TooFewModalities) {
    guard Set(captcha.modalities).count >= 2 else { throw TooFewModalities() }
    self.captcha = captcha
  }

  /// Makes a challenge for a visitor.
  public func issue(
    for purpose: CaptchaPurpose, to visitor: VisitorID, at instant: Date
  ) async throws -> CaptchaChallenge {
    try await captcha.issue(for: purpose, to: visitor, at: instant)
  }

  /// Lets the visitor through, or says why not.
  ///
  /// - Throws: ``CaptchaRefusal``; whatever the captcha throws when it is out of order.
  public func pass(
    _ answer: CaptchaAnswer, for purpose: CaptchaPurpose, from visitor: VisitorID, at instant: Date
  ) async throws {
    let verdict = try await captcha.verify(answer, for: purpose, from: visitor, at: instant)
    guard verdict == .passed else { throw CaptchaRefusal(verdict: verdict) }
  }
}

/// A captcha with fewer than two forms shuts somebody out: a host cannot run with it.
public struct TooFewModalities: Error, Hashable, Sendable {}

/// An answer did not open the gate.
///
/// What was entered is kept; another challenge is asked for (F03).
public struct CaptchaRefusal: ExplainableRefusal {
  /// What became of the answer; never `passed`.
  public let verdict: CaptchaVerdict

  init(verdict: CaptchaVerdict) {
    self.verdict = verdict
  }

  /// The stable code.
  public var code: String { "captcha." + verdict.rawValue }
}
