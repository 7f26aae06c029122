import Foundation

extension Demarche where State == Brouillon {
  /// Opens a draft.
  ///
  /// - Throws: the applicant may not file this procedure, today, or for this subject; what is prefilled is wrong; the
  ///   name of the member cannot be printed.
  public static func open(
    _ opening: Opening, of procedure: Procedure, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<Brouillon>, DemarcheEffect> {
    let applicant: Applicant
    switch context.principal {
    case .citizen(let id): applicant = .citizen(id)
    case .visitor(let id):
      guard procedure.access == .anonymous else { throw .accountRequired }
      applicant = .visitor(id)
    case .agent, .system: throw .notAllowed(.open)
    }
    let today = calendar.date(of: context.instant)
    guard procedure.isOpen(on: today) else { throw .closedToday }
    guard procedure.subject.admits(opening.subject) else { throw .subjectNotAccepted(procedure.subject) }
    let subject = try opening.subject.checked()
    let dossier = Dossier(
      procedure: procedure.reference, terms: Terms(of: procedure), applicant: applicant, subject: subject,
      opened: context.instant, answers: Answers(), household: opening.household,
      pieces: procedure.pieces.map(PieceJustificative.init), notes: [],
      stepsComplete: false)
    let draft = Demarche(Brouillon(warned: nil), nil, dossier)
    let known = procedure.prefilled(Answers(), with: opening.known, on: today, household: opening.household)
    return Transition(to: try draft.answered(AnswerChange(known), under: procedure, on: today))
  }
}

extension Subject {
  /// The subject as it is kept.
  fileprivate func checked() throws(DemarcheRefusal) -> Subject {
    guard case .member(var member) = self else { return self }
    do { member.name = Personal(try member.name.value.freeText(max: 200, lines: false)) } catch {
      throw .subjectName(error)
    }
    return .member(member)
  }
}

extension SubjectRule {
  /// Whether a subject is one this rule speaks of.
  public func admits(_ subject: Subject) -> Bool {
    switch (self, subject) {
    case (.none, .none), (.household, .household), (.anyMember, .member): true
    case (.adult, .member(let member)): member.kind == .adult
    case (.child, .member(let member)): member.kind == .child
    case (.none, _), (.household, _), (.anyMember, _), (.adult, _), (.child, _): false
    }
  }
}

extension Terms {
  init(of procedure: Procedure) {
    self.init(
      label: procedure.label, service: procedure.service, silence: procedure.silence, openings: procedure.openings,
      draft: procedure.draft,
      correctionDays: procedure.correctionDays, retentionMonths: procedure.retentionMonths,
      seasonEnd: procedure.seasonEnd, allowsSeveral: procedure.allowsSeveral)
  }
}

extension PieceJustificative {
  init(_ requirement: PieceRequirement) {
    self.init(key: requirement.key, label: requirement.label, isRequired: false, isAskedFor: false, status: .awaited)
  }
}
