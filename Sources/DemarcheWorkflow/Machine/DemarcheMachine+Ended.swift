extension DemarcheMachine {
  @inline(__always)
  func decide(
    _ demarche: Demarche<Valide>, on event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Transition<StoredDemarche, DemarcheEffect> {
    switch event {
    case .reopen(let reason):
      return try demarche.reopen(because: reason, in: context, calendar: calendar).map { .enCours($0) }
    case .close:
      return try demarche.close(in: context, calendar: calendar).map { .clos($0) }
    case .note(let text, let visibility):
      return try demarche.note(text, visibility, in: context, calendar: calendar).map { .valide($0) }
    case .consult:
      return try demarche.consult(in: context, calendar: calendar).map { .valide($0) }
    case .open, .answer, .supplyPiece, .announcePiece, .receivePiece, .reviewPiece, .submit, .takeUp,
      .requestCorrection, .resubmit, .declareComplete, .validate, .reject, .cancel, .archive, .warn:
      throw demarche.impossible(event.name, to: context.principal)
    }
  }

  @inline(__always)
  func decide(
    _ demarche: Demarche<Rejete>, on event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Transition<StoredDemarche, DemarcheEffect> {
    switch event {
    case .reopen(let reason):
      return try demarche.reopen(because: reason, in: context, calendar: calendar).map { .enCours($0) }
    case .archive(let ground):
      return try demarche.archive(ground, in: context, calendar: calendar).map { .archive($0) }
    case .note(let text, let visibility):
      return try demarche.note(text, visibility, in: context, calendar: calendar).map { .rejete($0) }
    case .consult:
      return try demarche.consult(in: context, calendar: calendar).map { .rejete($0) }
    case .open, .answer, .supplyPiece, .announcePiece, .receivePiece, .reviewPiece, .submit, .takeUp,
      .requestCorrection, .resubmit, .declareComplete, .validate, .reject, .cancel, .close, .warn:
      throw demarche.impossible(event.name, to: context.principal)
    }
  }

  @inline(__always)
  func decide(
    _ demarche: Demarche<Annule>, on event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Transition<StoredDemarche, DemarcheEffect> {
    switch event {
    case .reopen(let reason):
      return try demarche.reopen(because: reason, in: context, calendar: calendar).map { .enCours($0) }
    case .archive(let ground):
      return try demarche.archive(ground, in: context, calendar: calendar).map { .archive($0) }
    case .note(let text, let visibility):
      return try demarche.note(text, visibility, in: context, calendar: calendar).map { .annule($0) }
    case .consult:
      return try demarche.consult(in: context, calendar: calendar).map { .annule($0) }
    case .open, .answer, .supplyPiece, .announcePiece, .receivePiece, .reviewPiece, .submit, .takeUp,
      .requestCorrection, .resubmit, .declareComplete, .validate, .reject, .cancel, .close, .warn:
      throw demarche.impossible(event.name, to: context.principal)
    }
  }

  @inline(__always)
  func decide(
    _ demarche: Demarche<Clos>, on event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Transition<StoredDemarche, DemarcheEffect> {
    switch event {
    case .archive(let ground):
      return try demarche.archive(ground, in: context, calendar: calendar).map { .archive($0) }
    case .note(let text, let visibility):
      return try demarche.note(text, visibility, in: context, calendar: calendar).map { .clos($0) }
    case .consult:
      return try demarche.consult(in: context, calendar: calendar).map { .clos($0) }
    case .open, .answer, .supplyPiece, .announcePiece, .receivePiece, .reviewPiece, .submit, .takeUp,
      .requestCorrection, .resubmit, .declareComplete, .validate, .reject, .cancel, .reopen, .close, .warn:
      throw demarche.impossible(event.name, to: context.principal)
    }
  }
}
