import Foundation

extension Demarche where State: Answerable {
  /// Saves answers and clears others: nothing wrong is saved, shown or not (F22).
  ///
  /// Only what is sent now is judged: an answer saved earlier, and wrong since, keeps nobody from going on; it is told
  /// when the file is sent. A draft, and a file that is being corrected, may be left half done; what the town has in
  /// hand stays complete.
  ///
  /// - Throws: every wrong answer at once.
  public func answer(
    _ change: AnswerChange, under procedure: Procedure, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try require(procedure)
    try permit(.answer, in: context, calendar: calendar)
    let today = calendar.date(of: context.instant)
    let answered = try answered(change, under: procedure, on: judgingDay(today, in: calendar))
    // What is sent again as it was, or taken back, does not make the town's silence last longer.
    let grown = answered.addsTo(dossier) ? answered.gathering(on: today) : answered
    return Transition(to: grown.following(on: today))
  }

  /// Supplies a piece as a file.
  ///
  /// - Throws: the piece is unknown, settled, or not as the procedure takes it.
  public func supplyPiece(
    _ key: PieceKey, _ file: PieceFile, under procedure: Procedure, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try require(procedure)
    try permit(.supplyPiece, in: context, calendar: calendar)
    guard let requirement = procedure.piece(key) else { throw .unknownPiece(key) }
    let today = calendar.date(of: context.instant)
    let file = try requirement.checked(file, on: today)
    let isThere = dossier.pieces.contains { $0.key == key && $0.file?.digest == file.digest }
    let grown = isThere ? self : gathering(key, on: today)
    return try grown.changingPiece(key, on: today) { piece throws(DemarcheRefusal) in
      try piece.supply(.file(file), at: context.instant)
    }
  }

  /// Announces a piece by post; paper never blocks (F24).
  ///
  /// - Throws: the piece is unknown or settled.
  public func announcePiece(
    _ key: PieceKey, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try permit(.announcePiece, in: context, calendar: calendar)
    let today = calendar.date(of: context.instant)
    // A disproved piece kept silence from accepting: once another is announced, silence counts anew.
    let isDisproved = dossier.pieces.contains { $0.key == key && $0.isDisproved }
    let grown = isDisproved ? gathering(on: today) : self
    return try grown.changingPiece(key, on: today) { piece throws(DemarcheRefusal) in
      try piece.announce(at: context.instant)
    }
  }
}

extension Demarche {
  /// The day by which answers are judged: that of reception once there was one, for what was right then stays right.
  func judgingDay(_ today: CivilDate, in calendar: TownCalendar) -> CivilDate {
    filed.map { calendar.date(of: $0.received) } ?? today
  }

  /// A démarche is filled under the very revision it was opened with (F21).
  func require(_ procedure: Procedure) throws(DemarcheRefusal) {
    guard procedure.reference == dossier.procedure else { throw .unknownProcedure(procedure.id) }
  }

  func answered(
    _ change: AnswerChange, under procedure: Procedure, on today: CivilDate
  ) throws(DemarcheRefusal) -> Demarche {
    let household = change.household ?? dossier.household
    for key in change.cleared where procedure.field(key) == nil { throw .unknownField(key) }
    let (kept, wrong) = procedure.judge(change.answers, on: today, household: household)
    var all = dossier.answers
    for key in change.cleared + change.answers.keys { all[key] = kept[key] }
    let (relevant, problems) = procedure.examine(all, on: today, household: household)
    let missing = State.self is any Takable.Type ? problems.filter { $0.fault == .missing } : []
    guard wrong.isEmpty, missing.isEmpty else { throw .answers(wrong + missing) }
    let answered = changed { dossier in
      // A draft remembers what is hidden for now; a submitted file holds only what was asked (F21).
      dossier.answers = filed == nil ? all : relevant
      dossier.household = household
      dossier.stepsComplete = problems.isEmpty
      let required = Set(procedure.requiredPieces(among: relevant).map(\.key))
      for index in dossier.pieces.indices {
        dossier.pieces[index].isRequired = required.contains(dossier.pieces[index].key)
      }
    }
    if State.self is any Takable.Type { try answered.requireProvidedPieces(for: .answer) }
    return answered
  }

  /// Changes one piece; a file that is replaced or refused is erased by the host.
  func changingPiece(
    _ key: PieceKey, _ change: (inout PieceJustificative) throws(DemarcheRefusal) -> Void
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    guard let index = dossier.pieces.firstIndex(where: { $0.key == key }) else { throw .unknownPiece(key) }
    let before = dossier.pieces[index].file?.content.value
    let changed = try changed { dossier throws(DemarcheRefusal) in try change(&dossier.pieces[index]) }
    let kept = Set(changed.dossier.pieces.compactMap(\.file?.content.value))
    let gone = before.map { kept.contains($0) ? [] : [$0] } ?? []
    return Transition(
      to: changed, effects: gone.isEmpty ? [] : [.eraseContents(gone)])
  }
}

extension Demarche {
  /// Whether an answer has come that was not there before, or less is asked for since one was taken back.
  fileprivate func addsTo(_ before: Dossier) -> Bool {
    if dossier.answers == before.answers { return false }
    let isNew = dossier.answers.keys.contains { dossier.answers[$0] != before.answers[$0] }
    return isNew || dossier.stepsComplete != before.stepsComplete || dossier.pieces != before.pieces
  }
}

extension Demarche where State: Gathering {
  /// Changes one piece, and what the state makes of it.
  func changingPiece(
    _ key: PieceKey, on day: CivilDate, _ change: (inout PieceJustificative) throws(DemarcheRefusal) -> Void
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try changingPiece(key, change).map { $0.following(on: day) }
  }

  func following(on day: CivilDate) -> Demarche { moved(to: state.following(self, on: day)) }

  func gathering(on day: CivilDate) -> Demarche { moved(to: state.gathering(on: day)) }

  /// Only a piece without which the file is not complete makes the town's silence last longer: one that is required,
  /// asked for, or disproved.
  func gathering(_ key: PieceKey, on day: CivilDate) -> Demarche {
    let completes = dossier.pieces.contains { piece in
      piece.key == key && (piece.isRequired || piece.isDisproved || piece.isAskedFor)
    }
    return completes ? gathering(on: day) : self
  }

  /// What is there already adds nothing when its paper comes too, or when the town does without.
  func gathering(missing key: PieceKey, on day: CivilDate) -> Demarche {
    dossier.pieces.contains { $0.key == key && $0.hasCome } ? self : gathering(key, on: day)
  }
}

extension PieceRequirement {
  /// The file as it is kept, if the procedure takes it.
  func checked(_ file: PieceFile, on today: CivilDate) throws(DemarcheRefusal) -> PieceFile {
    guard formats.contains(file.mediaType) else { throw .pieceFormat(key, label: label) }
    var kept = file
    do { kept.name = Personal(try file.name.value.freeText(max: 255, lines: false)) } catch {
      throw .pieceName(key, label: label, error)
    }
    guard file.bytes > 0, file.bytes <= bytesMax else { throw .pieceSize(key, label: label, bytesMax: bytesMax) }
    if let months = validityMonths {
      guard let issued = file.issued, issued <= today, issued >= today.subtracting(months: months) else {
        throw .pieceAge(key, label: label, months: months)
      }
    }
    return kept
  }
}
