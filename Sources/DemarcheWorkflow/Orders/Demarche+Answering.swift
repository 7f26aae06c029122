import Foundation

extension Demarche where State: Answerable {
  /// Saves answers and clears others; a step may be left half done, but nothing wrong is saved (F22).
  ///
  /// - Throws: every wrong answer at once.
  public func answer(
    _ change: AnswerChange, under procedure: Procedure, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try permit(.answer, in: context, calendar: calendar)
    try require(procedure)
    let today = calendar.date(of: context.instant)
    return Transition(to: try gathering(on: today).answered(change, under: procedure, on: today))
  }

  /// Supplies a piece as a file.
  ///
  /// - Throws: the piece is unknown, settled, or not as the procedure takes it.
  public func supplyPiece(
    _ key: PieceKey, _ file: PieceFile, under procedure: Procedure, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try permit(.supplyPiece, in: context, calendar: calendar)
    try require(procedure)
    guard let requirement = procedure.piece(key) else { throw .unknownPiece(key) }
    let today = calendar.date(of: context.instant)
    try requirement.check(file, on: today)
    return try gathering(on: today).changingPiece(key) { piece throws(DemarcheRefusal) in
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
    return try changingPiece(key) { piece throws(DemarcheRefusal) in try piece.announce(at: context.instant) }
  }
}

extension Demarche {
  /// A démarche is filled under the very revision it was opened with (F21).
  func require(_ procedure: Procedure) throws(DemarcheRefusal) {
    guard procedure.reference == dossier.procedure else { throw .unknownProcedure(procedure.id) }
  }

  func answered(
    _ change: AnswerChange, under procedure: Procedure, on today: CivilDate
  ) throws(DemarcheRefusal) -> Demarche {
    let household = change.household ?? dossier.household
    var all = dossier.answers.merging(change.answers)
    for key in change.cleared {
      guard procedure.field(key) != nil else { throw .unknownField(key) }
      all[key] = nil
    }
    let problems = procedure.check(all, on: today, household: household)
    let wrong = problems.filter { $0.fault != .missing }
    guard wrong.isEmpty else { throw .answers(wrong) }
    return Demarche(
      state,
      shared.changed { dossier in
        dossier.answers = all
        dossier.household = household
        dossier.stepsComplete = problems.isEmpty
        let required = Set(procedure.requiredPieces(for: all).map(\.key))
        for index in dossier.pieces.indices {
          dossier.pieces[index].isRequired = required.contains(dossier.pieces[index].key)
        }
      })
  }

  /// Changes one piece; a file that is replaced or refused is erased by the host.
  func changingPiece(
    _ key: PieceKey, _ change: (inout PieceJustificative) throws(DemarcheRefusal) -> Void
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    guard let index = dossier.pieces.firstIndex(where: { $0.key == key }) else { throw .unknownPiece(key) }
    let before = dossier.pieces[index].file?.digest
    let changed = try shared.changed { dossier throws(DemarcheRefusal) in try change(&dossier.pieces[index]) }
    let kept = Set(changed.value.pieces.compactMap(\.file?.digest))
    let gone = before.map { kept.contains($0) ? [] : [$0] } ?? []
    return Transition(
      to: Demarche(state, changed), effects: gone.isEmpty ? [] : [.eraseContents(gone)])
  }
}

extension Demarche where State: Gathering {
  func gathering(on day: CivilDate) -> Demarche { Demarche(state.gathering(on: day), shared) }
}

extension PieceRequirement {
  func check(_ file: PieceFile, on today: CivilDate) throws(DemarcheRefusal) {
    guard formats.contains(file.mediaType) else { throw .pieceFormat(key, label: label) }
    guard file.bytes > 0, file.bytes <= bytesMax else { throw .pieceSize(key, label: label, bytesMax: bytesMax) }
    if let months = validityMonths {
      guard let issued = file.issued, issued <= today, issued >= today.subtracting(months: months) else {
        throw .pieceAge(key, label: label, months: months)
      }
    }
  }
}
