import Foundation

extension Demarche where State: Submittable {
  /// Sends the draft to the town: it becomes *en cours*, with a number and an acknowledgement (F23, F32).
  ///
  /// - Throws: everything that is missing; a member who has left the household; a visitor without captcha, or whom no
  ///   message would reach; a desk that the acknowledgement cannot name.
  public func submit(
    _ submission: Submission, under procedure: Procedure, at desk: ServiceDesk, in context: Context,
    calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<EnCours>, DemarcheEffect> {
    let household = submission.household?.value ?? dossier.household
    let complete = try changed { $0.household = household }
      .checked(.submit, under: procedure, in: context, calendar: calendar)
    if case .member(let member) = dossier.subject, submission.household != nil,
      !household.contains(where: { $0.id == member.id })
    {
      throw .subjectNotAccepted(procedure.subject)
    }
    let addressee: Addressee
    let visitor: VisitorSubmission?
    switch dossier.applicant {
    case .citizen(let account):
      addressee = .account(account)
      // Nobody asks a signed-in citizen for a captcha, and their account is their key (F14).
      visitor = nil
    case .visitor:
      guard let proof = submission.visitor, !proof.solvedCaptcha.value.isBlank else { throw .visitorProofMissing }
      guard let contact = proof.contact.kept else { throw .contactUnreachable }
      addressee = .contact(contact)
      visitor = proof
    }
    let filing = Filing(
      number: submission.number.value, received: context.instant, identity: submission.identity,
      addressee: addressee, visitorCode: visitor?.codeHash.value, captcha: visitor?.solvedCaptcha.value)
    let clock = SilenceClock(startedOn: calendar.date(of: context.instant))
    let acknowledgement = AccuseDeReception(
      number: filing.number, terms: dossier.terms, desk: desk, clock: clock)
    guard let acknowledgement else { throw .serviceUnreachable }
    return Transition(
      to: Demarche<EnCours>(EnCours(clock: clock, takenUpBy: nil), filing, complete.dossier),
      effects: [.acknowledge(acknowledgement, to: addressee)])
  }
}

extension Demarche where State: Resubmittable {
  /// Sends what was missing: the démarche is *en cours* again, and the silence clock runs again (CRPA L114-5).
  ///
  /// - Throws: everything that is still missing.
  public func resubmit(
    under procedure: Procedure, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<EnCours>, DemarcheEffect> {
    let complete = try checked(.resubmit, under: procedure, in: context, calendar: calendar)
    let today = calendar.date(of: context.instant)
    // What was answered before it is sent again has come already, and the clock runs since.
    let isAnswered = (complete.state as? Incomplet)?.isAnswered == true
    let clock = isAnswered ? state.clock : state.clock.resumed(on: today).elementCame(on: today)
    // What has come for the correction is a piece like any other now; what was only announced is still asked for.
    let sent = complete.changed { $0.stopAsking { piece in piece.hasCome } }
    return Transition(to: sent.moved(to: EnCours(clock: clock, takenUpBy: nil)))
  }
}

extension Demarche {
  /// What was right when it was saved may have become wrong since: answers are checked again on the day they are sent,
  /// and what is missing is told field by field, beside the pieces.
  fileprivate func checked(
    _ event: DemarcheEventName, under procedure: Procedure, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Demarche {
    try require(procedure)
    let (checked, problems) = rechecked(under: procedure, at: context.instant, in: calendar)
    do {
      try checked.permit(event, in: context, calendar: calendar)
    } catch .guards(let event, let guards, let because) {
      throw .guards(event, guards, because: because + problems.map(\.reason))
    }
    return checked
  }

  func rechecked(
    under procedure: Procedure, at instant: Date, in calendar: TownCalendar
  ) -> (demarche: Demarche, problems: [FieldProblem]) {
    let day = judgingDay(calendar.date(of: instant), in: calendar)
    let (relevant, problems) = procedure.examine(dossier.answers, on: day, household: dossier.household)
    let checked = changed { dossier in
      dossier.answers = relevant
      dossier.stepsComplete = problems.isEmpty
    }
    return (checked, problems)
  }
}
