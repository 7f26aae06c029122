import Foundation

extension Demarche {
  /// What a principal is to this démarche; `nil` where they are nothing to it (F15).
  @inline(__always)
  public func role(of principal: Principal) -> DemarcheRole? {
    switch principal {
    case .visitor(let id): dossier.applicant == .visitor(id) ? .applicant : nil
    case .citizen(let id): dossier.applicant == .citizen(id) ? .applicant : nil
    case .agent(let agent): agent.serves(dossier.terms.service) ? .agentInCharge : nil
    case .system: .system
    }
  }

  /// Why an order does not exist in this state; whoever is nothing to the démarche is not told the state (F15).
  func impossible(_ event: DemarcheEventName, to principal: Principal) -> DemarcheRefusal {
    role(of: principal) == nil ? .notAllowed(event) : .notPossible(event, in: State.name)
  }

  /// Everything that stands between a principal and an order, the state included.
  func obstacles(
    to event: DemarcheEventName, in context: Context, calendar: TownCalendar
  ) -> [Obstacle<DemarcheGuard>] {
    guard event.isPossible(in: State.name) else { return [.state] }
    guard let role = role(of: context.principal), let guards = event.guardSet(for: role) else {
      return [.principal]
    }
    return failing(of: guards, for: event, at: context.instant, in: calendar).map { .guard($0) }
  }

  /// Refuses an order whose role or conditions do not hold; the state is right already, by its type.
  @inline(__always)
  func permit(
    _ event: DemarcheEventName, only expected: DemarcheRole? = nil, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) {
    guard let role = role(of: context.principal), expected == nil || role == expected,
      let guards = event.guardSet(for: role)
    else { throw .notAllowed(event) }
    if !guards.isEmpty { try require(guards, for: event, at: context.instant, in: calendar) }
  }

  // Kept apart from the orders without guards, which are the most.
  @inline(never)
  private func require(
    _ guards: GuardSet, for event: DemarcheEventName, at instant: Date, in calendar: TownCalendar
  ) throws(DemarcheRefusal) {
    let failed = failing(of: guards, for: event, at: instant, in: calendar)
    guard failed.isEmpty else { throw .guards(event, failed, because: failed.flatMap(details)) }
  }

  private func failing(
    of guards: GuardSet, for event: DemarcheEventName, at instant: Date, in calendar: TownCalendar
  ) -> [DemarcheGuard] {
    DemarcheGuard.allCases.filter {
      guards.contains(GuardSet($0)) && !holds($0, for: event, at: instant, in: calendar)
    }
  }

  /// Refuses what would leave the town with a file that lacks a required piece.
  func requireProvidedPieces(for event: DemarcheEventName) throws(DemarcheRefusal) {
    let because = details(of: .piecesProvided)
    guard because.isEmpty else { throw .guards(event, [.piecesProvided], because: because) }
  }

  /// The pieces that must still come: the required ones, and those that a correction asks for, required or not.
  var owedPieces: [PieceJustificative] {
    let asked = (state as? Incomplet)?.correction.pieces ?? []
    return dossier.pieces.filter { ($0.isRequired || asked.contains($0.key)) && !$0.isProvided }
  }

  private func holds(
    _ condition: DemarcheGuard, for event: DemarcheEventName, at instant: Date, in calendar: TownCalendar
  ) -> Bool {
    switch condition {
    case .notTakenUp: (state as? EnCours)?.takenUpBy == nil
    case .openToday: dossier.terms.openings.admit(calendar.date(of: instant))
    case .stepsComplete: dossier.stepsComplete
    case .piecesProvided: owedPieces.isEmpty
    case .piecesSettled: dossier.pieces.allSatisfy { !$0.isRequired || $0.isSettled }
    case .noPieceDisproved: !dossier.pieces.contains(where: \.isDisproved)
    case .wasFiled: filed != nil
    case .limitReached:
      state.timeLimits(of: self, in: calendar).contains { $0.kind.order == event && $0.instant <= instant }
    }
  }

  /// When an order takes effect: at once for people; for the system at the limit it acts upon, however late the host
  /// lets it act, but not before the file was declared complete.
  func effective(_ event: DemarcheEventName, in context: Context, calendar: TownCalendar) -> Date {
    guard case .system = context.principal else { return context.instant }
    guard let limit = limit(for: event, in: calendar) else { return context.instant }
    return min(max(limit, (state as? Complet)?.declared ?? limit), context.instant)
  }

  private func limit(for event: DemarcheEventName, in calendar: TownCalendar) -> Date? {
    state.timeLimits(of: self, in: calendar).first { $0.kind.order == event }?.instant
  }

  /// Which pieces exactly make a condition fail.
  func details(of condition: DemarcheGuard) -> [RefusalReason] {
    let pieces =
      switch condition {
      case .piecesProvided: owedPieces
      case .piecesSettled: dossier.pieces.filter { $0.isRequired && !$0.isSettled }
      case .noPieceDisproved: dossier.pieces.filter(\.isDisproved)
      case .notTakenUp, .openToday, .stepsComplete, .wasFiled, .limitReached: [PieceJustificative]()
      }
    return pieces.map { RefusalReason("demarche.piece", at: $0.key.rawValue, arguments: [Personal($0.label)]) }
  }
}

extension DemarcheEventName {
  /// Whether the order exists in a state.
  func isPossible(in state: DemarcheStateName) -> Bool {
    Self.possible[state]?.contains(self) ?? false
  }

  /// The orders of each state, read off what its type conforms to: once, for a look into conformances costs a
  /// hundred times a look into a table.
  private static let possible: [DemarcheStateName: Set<DemarcheEventName>] = {
    let states: [any DemarcheState.Type] = [
      Brouillon.self, EnCours.self, Incomplet.self, Complet.self, Valide.self, Rejete.self, Annule.self, Clos.self,
      Archive.self,
    ]
    return Dictionary(
      states.map { state in (state.name, Set(allCases.filter { $0.isOrdered(of: state) })) },
      uniquingKeysWith: { first, _ in first })
  }()

  private func isOrdered(of state: any DemarcheState.Type) -> Bool {
    switch self {
    case .open: false
    case .answer, .supplyPiece, .announcePiece: state is any Answerable.Type
    case .receivePiece, .reviewPiece: state is any Reviewable.Type
    case .submit: state is any Submittable.Type
    case .takeUp: state is any Takable.Type
    case .requestCorrection: state is any Correctable.Type
    case .resubmit: state is any Resubmittable.Type
    case .declareComplete: state is any Completable.Type
    case .validate: state is any Validatable.Type
    case .reject: state is any Rejectable.Type
    case .cancel: state is any Cancellable.Type
    case .reopen: state is any Reopenable.Type
    case .close: state is any Closable.Type
    case .archive: state is any Archivable.Type
    case .note, .consult: state is any Living.Type
    case .warn: state is any Expiring.Type
    }
  }
}
