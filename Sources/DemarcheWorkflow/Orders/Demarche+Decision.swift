import Foundation

extension Demarche where State: Validatable {
  /// Accepts: an agent decides, or the system by silence once its limit has come.
  public func validate(
    _ ground: Acceptance, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<Valide>, DemarcheEffect> {
    try permit(.validate, only: ground.role, in: context, calendar: calendar)
    let decided = effective(.validate, in: context, calendar: calendar)
    return Transition(
      to: moved(to: Valide(ground: ground, decided: decided)),
      effects: [.inform(filing.addressee, .validated(filing.number, ground))],
      reason: ground == .silence ? "silence" : nil)
  }
}

extension Demarche where State: Rejectable {
  /// Rejects: an agent decides for a reason, or the system by silence once its limit has come.
  public func reject(
    _ ground: Rejection, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<Rejete>, DemarcheEffect> {
    try permit(.reject, only: ground.role, in: context, calendar: calendar)
    let decided = effective(.reject, in: context, calendar: calendar)
    return Transition(
      to: moved(to: Rejete(ground: ground, decided: decided)),
      effects: [.inform(filing.addressee, .rejected(filing.number, ground))],
      reason: ground.reasonCode)
  }
}

extension Demarche where State: Cancellable {
  /// Ends the démarche without a decision.
  public func cancel(
    _ ground: Cancellation, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<Annule>, DemarcheEffect> {
    try permit(.cancel, only: ground.role, in: context, calendar: calendar)
    let decided = effective(.cancel, in: context, calendar: calendar)
    return Transition(
      to: Demarche<Annule>(Annule(ground: ground, decided: decided), filed, dossier),
      effects: farewell(ground), reason: ground.reasonCode)
  }

  /// Who withdraws a draft is looking at it; who left one is told, where they can be reached.
  private func farewell(_ ground: Cancellation) -> [DemarcheEffect] {
    if let filing = filed { return [.inform(filing.addressee, .canceled(filing.number, ground))] }
    guard case .citizen(let account) = dossier.applicant else { return [] }
    return switch ground {
    case .withdrawal: []
    case .decision(let reason): [.inform(.account(account), .draftCanceled(label: dossier.terms.label, reason))]
    case .expiry: [.inform(.account(account), .draftRemoved(label: dossier.terms.label))]
    }
  }
}

extension Demarche where State: Reopenable {
  /// Takes a decision back: the démarche is *en cours* again, and the silence clock starts anew.
  public func reopen(
    because reason: Reason, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<EnCours>, DemarcheEffect> {
    try permit(.reopen, in: context, calendar: calendar)
    guard let filing = filed else { throw .guards(.reopen, [.wasFiled], because: []) }
    let clock = SilenceClock(startedOn: calendar.date(of: context.instant))
    var dossier = dossier
    dossier.stopAsking()
    return Transition(
      to: Demarche<EnCours>(EnCours(clock: clock, takenUpBy: nil), filing, dossier),
      effects: [.inform(filing.addressee, .reopened(filing.number, reason))], reason: reason.code)
  }
}

extension Demarche where State: Closable {
  /// Closes what was accepted.
  public func close(
    in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<Clos>, DemarcheEffect> {
    try permit(.close, in: context, calendar: calendar)
    let closed = effective(.close, in: context, calendar: calendar)
    return Transition(to: moved(to: Clos(closed: closed)))
  }
}

extension Acceptance {
  var role: DemarcheRole {
    switch self {
    case .decision: .agentInCharge
    case .silence: .system
    }
  }
}

extension Rejection {
  var role: DemarcheRole {
    switch self {
    case .decision: .agentInCharge
    case .silence: .system
    }
  }

  var reasonCode: String {
    switch self {
    case .decision(let reason): reason.code
    case .silence: "silence"
    }
  }
}

extension Cancellation {
  var role: DemarcheRole {
    switch self {
    case .withdrawal: .applicant
    case .decision: .agentInCharge
    case .expiry: .system
    }
  }

  var reasonCode: String? {
    switch self {
    case .withdrawal: nil
    case .decision(let reason): reason.code
    case .expiry: "expiry"
    }
  }
}
