import Foundation

extension Demarche where State == Incomplet {
  /// Whether the file is whole again, and all that the correction asks for has come or changed.
  var hasAllThatWasAsked: Bool {
    let correction = state.correction
    let pieces = dossier.pieces.allSatisfy { piece in
      correction.pieces.contains(piece.key) ? piece.hasCome : !piece.isRequired || piece.isProvided
    }
    return pieces && dossier.stepsComplete
      && correction.fields.allSatisfy { dossier.answers[$0] != correction.doubted[$0] }
  }
}

extension Incomplet {
  /// The same correction with one piece more, if it was not asked for, and the time anew.
  func asking(for piece: PieceKey, because reason: Reason, at instant: Date, on day: CivilDate) -> Incomplet {
    let (pieces, fields) = (correction.pieces, correction.fields)
    let renewed = Correction(
      pieces: pieces.contains(piece) ? pieces : pieces + [piece], fields: fields, doubted: correction.doubted,
      reason: reason, requested: instant)
    return Incomplet(clock: clock.suspended(on: day), correction: renewed)
  }
}
