import Identity

extension Call {
  /// A new captcha for the visitor who speaks; nobody who is signed in is asked for one (F14).
  func challenge(for purpose: CaptchaPurpose, in town: TownHall) async throws -> Outcome {
    guard case .visitor(let visitor) = context.principal else { throw AccountRefusal.notAllowed }
    let challenge = try await town.captcha.issue(for: purpose, to: visitor, at: context.instant)
    let question = challenge.renderings[.text] ?? ""
    return Outcome(["captcha": .string(challenge.id.rawValue), "question": .string(question)], question)
  }

  /// Does what a captcha protects; an answer that does not open the gate brings another captcha (F03).
  func renewingCaptcha<Result>(
    for purpose: CaptchaPurpose, in town: TownHall, _ act: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await act()
    } catch let refusal as CaptchaRefusal where refusal.verdict != .tooManyTries {
      throw CaptchaRenewed(
        refusal: refusal,
        challenge: try await town.captcha.issue(for: purpose, to: visitor, at: context.instant))
    }
  }
}

/// An answer did not open the gate: why, and the captcha to meet instead.
private struct CaptchaRenewed: ExplainableRefusal {
  let refusal: CaptchaRefusal
  let challenge: CaptchaChallenge

  var code: String { refusal.code }

  var reasons: [RefusalReason] {
    [
      RefusalReason(
        "captcha.renewed", at: challenge.id.rawValue, arguments: [Personal(challenge.renderings[.text] ?? "")])
    ]
  }
}
