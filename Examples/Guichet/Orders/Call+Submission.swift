import DemarcheWorkflow
import Identity

extension Call {
  /// Draws a number, and for a visitor a secret code, which is shown once.
  func submit(in town: TownHall) async throws -> Outcome {
    let holder = try await town.knownPerson(context.principal)
    let identity = try ApplicantIdentity(
      lastName: arguments.optionalString("lastName") ?? holder?.lastName ?? "",
      firstName: arguments.optionalString("firstName") ?? holder?.firstName ?? "")
    let number = try town.random.draw { try RequestNumber(serial: Int.random(in: 0..<100_000_000, using: &$0)) }
    let code = town.random.draw { VisitorCode(using: &$0) }
    let visitor = try visitorSubmission(codeHash: code.hash(for: number))
    let submission = Submission(
      number: number, identity: identity, visitor: visitor, household: holder?.household)
    try await passCaptcha(for: submission, in: town)
    var outcome = try await demarche(
      .submit(submission), in: town, saying: "Demande envoyée sous le n°\u{A0}\(number).")
    // The code of a repeat was drawn anew and opens nothing: only the first answer can show one.
    if visitor != nil, case .object(var result) = outcome.result, result["repeat"] == false {
      result["code"] = .string(code.secret.value)
      outcome.result = .object(result)
      outcome.lines.append("Code secret, à conserver\u{A0}: \(code.secret.value)")
    }
    return outcome
  }

  /// What a visitor adds; `nil` where no captcha is answered, and the order will be refused for it.
  private func visitorSubmission(codeHash: Digest) throws -> VisitorSubmission? {
    guard case .visitor = context.principal else { return nil }
    let email = try arguments.string("email")
    guard let captcha = arguments.optionalString("captcha"), arguments.optionalString("answer") != nil else {
      return nil
    }
    return VisitorSubmission(contact: .email(Personal(email)), solvedCaptcha: captcha, codeHash: codeHash)
  }

  /// Has the captcha verified, once: not for the repeat of an accepted order, nor for one that is refused anyhow.
  private func passCaptcha(for submission: Submission, in town: TownHall) async throws {
    guard case .visitor(let visitor) = context.principal, let proof = submission.visitor,
      let typed = arguments.optionalString("answer")
    else { return }
    if let key, try await town.demarches.store.entry(for: key) != nil { return }
    let state = try await town.demarches.store.load(DemarcheID(arguments.string("id")))?.state
    do {
      _ = try town.demarches.machine.transition(from: state, on: .submit(submission), in: context)
    } catch { return }
    try await renewingCaptcha(for: .submission, in: town) {
      try await town.captcha.pass(
        CaptchaAnswer(typed, to: CaptchaID(proof.solvedCaptcha.value)), for: .submission, from: visitor,
        at: context.instant)
    }
  }
}
