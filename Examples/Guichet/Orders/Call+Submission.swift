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
    let visitor = try await visitorSubmission(codeHash: code.hash(for: number), in: town)
    let submission = Submission(number: number, identity: identity, visitor: visitor)
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

  /// What a visitor adds, once the captcha is solved.
  ///
  /// `nil` where the order will be refused without it: the file is not ready, so no captcha is used up, or none was
  /// solved.
  private func visitorSubmission(codeHash: Digest, in town: TownHall) async throws -> VisitorSubmission? {
    guard case .visitor(let visitor) = context.principal else { return nil }
    let email = try arguments.string("email")
    let state = try await town.demarches.store.load(DemarcheID(arguments.string("id")))?.state
    guard let captcha = arguments.optionalString("captcha"), let typed = arguments.optionalString("answer") else {
      return nil
    }
    // The repeat of an accepted order needs no other captcha, as for the creation of an account.
    let isRepeat = if let key { try await town.demarches.store.entry(for: key) != nil } else { false }
    if !isRepeat {
      guard town.demarches.machine.obstacles(to: .submit, in: state, for: context).isEmpty else { return nil }
      try await renewingCaptcha(for: .submission, in: town) {
        try await town.captcha.pass(
          CaptchaAnswer(typed, to: CaptchaID(captcha)), for: .submission, from: visitor, at: context.instant)
      }
    }
    return VisitorSubmission(contact: .email(Personal(email)), solvedCaptcha: captcha, codeHash: codeHash)
  }
}
