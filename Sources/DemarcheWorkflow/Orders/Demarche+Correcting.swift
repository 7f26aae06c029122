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

  /// Records what an agent finds of a piece (F25); one that must come and proves nothing is asked for again, with the
  /// time of a request for correction anew.
  public func reviewPiece(
    _ key: PieceKey, _ verdict: PieceVerdict, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    var step = try reviewed(key, verdict, in: context, calendar: calendar)
    let asked = state.correction.pieces
    guard
      let piece = step.state.dossier.pieces.first(where: { piece in
        piece.key == key && piece.isDisproved && (piece.isRequired || asked.contains(key))
      })
    else { return step }
    let reason =
      switch verdict {
      case .refused(let reason): reason
      case .accepted, .outdated, .waived: state.correction.reason
      }
    let today = calendar.date(of: context.instant)
    let correction = Correction(
      pieces: asked.contains(key) ? asked : asked + [key], fields: state.correction.fields,
      doubted: state.correction.doubted, reason: reason, requested: context.instant)
    let last = dossier.lastDay(toCorrectFrom: context.instant, in: calendar)
    step.effects.append(
      .inform(
        filing.addressee, .correctionRequested(filing.number, reason, missing: [piece.label], until: last)))
    step.state = step.state.moved(to: Incomplet(clock: state.clock.suspended(on: today), correction: correction))
    return step
  }
}
