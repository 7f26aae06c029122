import Foundation

extension Demarche where State: Reviewable {
  /// Records that a piece has come on paper.
  public func receivePiece(
    _ key: PieceKey, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try permit(.receivePiece, in: context, calendar: calendar)
    let today = calendar.date(of: context.instant)
    return try gathering(missing: key, on: today).changingPiece(key, on: today) { piece throws(DemarcheRefusal) in
      try piece.receive(at: context.instant)
    }
  }

  /// Records what an agent finds of a piece (F25).
  ///
  /// One that must come for a correction and proves nothing is asked for again, with the time anew.
  public func reviewPiece(
    _ key: PieceKey, _ verdict: PieceVerdict, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try permit(.reviewPiece, in: context, calendar: calendar)
    let today = calendar.date(of: context.instant)
    var grown = self
    // What the town does without completes the file that very day, as if it had come.
    if case .waived = verdict { grown = gathering(missing: key, on: today) }
    var step = try grown.changingPiece(key, on: today) { piece throws(DemarcheRefusal) in
      try piece.review(verdict, at: context.instant)
    }
    step.reason = verdict.reason?.code
    guard let filing = filed, let piece = step.state.dossier.pieces.first(where: { $0.key == key && $0.isDisproved })
    else { return step }
    if let incomplet = state as? Incomplet, piece.isRequired || incomplet.correction.pieces.contains(key) {
      let reason = verdict.reason ?? incomplet.correction.reason
      let renewed = incomplet.asking(for: key, because: reason, at: context.instant, on: today)
      let news = DemarcheNews.correctionRequested(
        filing.number, reason, missing: [piece.label],
        until: dossier.lastDay(toCorrectFrom: context.instant, in: calendar))
      step.effects.append(.inform(filing.addressee, news))
      if let renewed = renewed as? State { step.state = step.state.moved(to: renewed) }
    } else if state is Complet || state is Incomplet {
      // Nobody need send it again, but silence would have accepted the file as it was: nothing else tells the applicant
      // that it no longer does.
      step.effects.append(.inform(filing.addressee, .pieceDisproved(filing.number, label: piece.label)))
    }
    return step
  }
}

extension PieceVerdict {
  fileprivate var reason: Reason? {
    switch self {
    case .refused(let reason), .waived(let reason): reason
    case .accepted, .outdated: nil
    }
  }
}

extension Demarche where State: Takable {
  /// Takes the démarche up; another agent may take it over.
  public func takeUp(
    in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<EnCours>, DemarcheEffect> {
    try permit(.takeUp, in: context, calendar: calendar)
    guard case .agent(let agent) = context.principal else { throw .notAllowed(.takeUp) }
    return Transition(to: moved(to: EnCours(clock: state.clock, takenUpBy: agent.id)))
  }
}

extension Demarche where State: Correctable {
  /// Asks the applicant for what is missing: the silence clock stands still (CRPA L114-5).
  ///
  /// - Throws: nothing is named, or something the procedure does not ask this applicant for.
  public func requestCorrection(
    _ request: CorrectionRequest, under procedure: Procedure, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<Incomplet>, DemarcheEffect> {
    try require(procedure)
    try permit(.requestCorrection, in: context, calendar: calendar)
    guard !request.pieces.isEmpty || !request.fields.isEmpty else { throw .nothingMissing }
    let relevant = procedure.relevant(dossier.answers)
    let fields = try request.fields.withoutRepeats.map { key throws(DemarcheRefusal) in
      guard let field = procedure.field(key), field.isShown(for: relevant) else { throw .unknownField(key) }
      return field
    }
    let pieces = try request.pieces.withoutRepeats.map { key throws(DemarcheRefusal) in
      guard let piece = dossier.pieces.first(where: { $0.key == key }) else { throw .unknownPiece(key) }
      return piece
    }
    var demanded = changed { $0.stopAsking() }
    var effects: [DemarcheEffect] = []
    for key in pieces.map(\.key) {
      let step = try demanded.changingPiece(key) { piece throws(DemarcheRefusal) in
        try piece.demand(because: request.reason, at: context.instant)
      }
      demanded = step.state
      effects += step.effects
    }
    let correction = Correction(
      pieces: pieces.map(\.key), fields: fields.map(\.key), doubted: dossier.answers.only(fields.map(\.key)),
      reason: request.reason, requested: context.instant)
    let clock = state.clock.suspended(on: calendar.date(of: context.instant))
    let news = DemarcheNews.correctionRequested(
      filing.number, request.reason, missing: pieces.map(\.label) + fields.map(\.label),
      until: dossier.lastDay(toCorrectFrom: context.instant, in: calendar))
    return Transition(
      to: demanded.moved(to: Incomplet(clock: clock, correction: correction)),
      effects: [.inform(filing.addressee, news)] + effects, reason: request.reason.code)
  }
}

extension Demarche where State: Completable {
  /// Declares the file complete.
  ///
  /// - Throws: the required pieces that are neither accepted nor waived.
  public func declareComplete(
    in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<Complet>, DemarcheEffect> {
    try permit(.declareComplete, in: context, calendar: calendar)
    let today = calendar.date(of: context.instant)
    // What was asked for and did not come is given up today: only now is the file complete.
    let isGivenUp =
      (state as? Incomplet)?.isAnswered == false || dossier.pieces.contains(where: \.isAskedForInVain)
    let clock = isGivenUp ? state.clock.resumed(on: today).elementCame(on: today) : state.clock.resumed(on: today)
    let complete = isGivenUp ? changed { $0.stopAsking() } : self
    return Transition(
      to: complete.moved(to: Complet(clock: clock, declared: context.instant)),
      effects: [.inform(filing.addressee, .completed(filing.number))])
  }
}

extension Dossier {
  /// What a correction asked for has come, is given up, or makes room for what another asks for.
  mutating func stopAsking(where isOver: (PieceJustificative) -> Bool = { _ in true }) {
    for index in pieces.indices where isOver(pieces[index]) { pieces[index].isAskedFor = false }
  }
}

extension Array where Element: Hashable {
  fileprivate var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
