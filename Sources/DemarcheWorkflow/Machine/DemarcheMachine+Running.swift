extension DemarcheMachine {
  @inline(__always)
  func decide(
    _ demarche: Demarche<Brouillon>, on event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Transition<StoredDemarche, DemarcheEffect> {
    switch event {
    case .answer(let change):
      return try demarche.answer(
        change, under: procedure(of: demarche, for: event, in: context), in: context, calendar: calendar
      ).map {
        .brouillon($0)
      }
    case .supplyPiece(let key, let file):
      return try demarche.supplyPiece(
        key, file, under: procedure(of: demarche, for: event, in: context), in: context, calendar: calendar
      ).map { .brouillon($0) }
    case .announcePiece(let key):
      return try demarche.announcePiece(key, in: context, calendar: calendar).map { .brouillon($0) }
    case .submit(let submission):
      return try submit(demarche, submission, in: context).map { .enCours($0) }
    case .cancel(let ground):
      return try demarche.cancel(ground, in: context, calendar: calendar).map { .annule($0) }
    case .note(let text, let visibility):
      return try demarche.note(text, visibility, in: context, calendar: calendar).map { .brouillon($0) }
    case .consult:
      return try demarche.consult(in: context, calendar: calendar).map { .brouillon($0) }
    case .warn:
      return try demarche.warn(in: context, calendar: calendar).map { .brouillon($0) }
    case .open, .receivePiece, .reviewPiece, .takeUp, .requestCorrection, .resubmit, .declareComplete, .validate,
      .reject, .reopen, .close, .archive:
      throw demarche.impossible(event.name, to: context.principal)
    }
  }

  @inline(__always)
  func decide(
    _ demarche: Demarche<EnCours>, on event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Transition<StoredDemarche, DemarcheEffect> {
    switch event {
    case .answer(let change):
      return try demarche.answer(
        change, under: procedure(of: demarche, for: event, in: context), in: context, calendar: calendar
      ).map {
        .enCours($0)
      }
    case .supplyPiece(let key, let file):
      return try demarche.supplyPiece(
        key, file, under: procedure(of: demarche, for: event, in: context), in: context, calendar: calendar
      ).map { .enCours($0) }
    case .announcePiece(let key):
      return try demarche.announcePiece(key, in: context, calendar: calendar).map { .enCours($0) }
    case .receivePiece(let key):
      return try demarche.receivePiece(key, in: context, calendar: calendar).map { .enCours($0) }
    case .reviewPiece(let key, let verdict):
      return try demarche.reviewPiece(key, verdict, in: context, calendar: calendar).map { .enCours($0) }
    case .takeUp:
      return try demarche.takeUp(in: context, calendar: calendar).map { .enCours($0) }
    case .requestCorrection(let request):
      return try demarche.requestCorrection(
        request, under: procedure(of: demarche, for: event, in: context), in: context, calendar: calendar
      ).map { .incomplet($0) }
    case .declareComplete:
      return try demarche.declareComplete(in: context, calendar: calendar).map { .complet($0) }
    case .reject(let ground):
      return try demarche.reject(ground, in: context, calendar: calendar).map { .rejete($0) }
    case .cancel(let ground):
      return try demarche.cancel(ground, in: context, calendar: calendar).map { .annule($0) }
    case .note(let text, let visibility):
      return try demarche.note(text, visibility, in: context, calendar: calendar).map { .enCours($0) }
    case .consult:
      return try demarche.consult(in: context, calendar: calendar).map { .enCours($0) }
    case .open, .submit, .resubmit, .validate, .reopen, .close, .archive, .warn:
      throw demarche.impossible(event.name, to: context.principal)
    }
  }

  @inline(__always)
  func decide(
    _ demarche: Demarche<Incomplet>, on event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Transition<StoredDemarche, DemarcheEffect> {
    switch event {
    case .answer(let change):
      return try demarche.answer(
        change, under: procedure(of: demarche, for: event, in: context), in: context, calendar: calendar
      ).map {
        .incomplet($0)
      }
    case .supplyPiece(let key, let file):
      return try demarche.supplyPiece(
        key, file, under: procedure(of: demarche, for: event, in: context), in: context, calendar: calendar
      ).map { .incomplet($0) }
    case .announcePiece(let key):
      return try demarche.announcePiece(key, in: context, calendar: calendar).map { .incomplet($0) }
    case .receivePiece(let key):
      return try demarche.receivePiece(key, in: context, calendar: calendar).map { .incomplet($0) }
    case .reviewPiece(let key, let verdict):
      return try demarche.reviewPiece(key, verdict, in: context, calendar: calendar).map { .incomplet($0) }
    case .resubmit:
      return try demarche.resubmit(
        under: procedure(of: demarche, for: event, in: context), in: context, calendar: calendar
      ).map {
        .enCours($0)
      }
    case .declareComplete:
      return try demarche.declareComplete(in: context, calendar: calendar).map { .complet($0) }
    case .reject(let ground):
      return try demarche.reject(ground, in: context, calendar: calendar).map { .rejete($0) }
    case .cancel(let ground):
      return try demarche.cancel(ground, in: context, calendar: calendar).map { .annule($0) }
    case .note(let text, let visibility):
      return try demarche.note(text, visibility, in: context, calendar: calendar).map { .incomplet($0) }
    case .consult:
      return try demarche.consult(in: context, calendar: calendar).map { .incomplet($0) }
    case .open, .submit, .takeUp, .requestCorrection, .validate, .reopen, .close, .archive, .warn:
      throw demarche.impossible(event.name, to: context.principal)
    }
  }

  @inline(__always)
  func decide(
    _ demarche: Demarche<Complet>, on event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Transition<StoredDemarche, DemarcheEffect> {
    switch event {
    case .receivePiece(let key):
      return try demarche.receivePiece(key, in: context, calendar: calendar).map { .complet($0) }
    case .reviewPiece(let key, let verdict):
      return try demarche.reviewPiece(key, verdict, in: context, calendar: calendar).map { .complet($0) }
    case .requestCorrection(let request):
      return try demarche.requestCorrection(
        request, under: procedure(of: demarche, for: event, in: context), in: context, calendar: calendar
      ).map { .incomplet($0) }
    case .validate(let ground):
      return try demarche.validate(ground, in: context, calendar: calendar).map { .valide($0) }
    case .reject(let ground):
      return try demarche.reject(ground, in: context, calendar: calendar).map { .rejete($0) }
    case .cancel(let ground):
      return try demarche.cancel(ground, in: context, calendar: calendar).map { .annule($0) }
    case .note(let text, let visibility):
      return try demarche.note(text, visibility, in: context, calendar: calendar).map { .complet($0) }
    case .consult:
      return try demarche.consult(in: context, calendar: calendar).map { .complet($0) }
    case .open, .answer, .supplyPiece, .announcePiece, .submit, .takeUp, .resubmit, .declareComplete, .reopen, .close,
      .archive, .warn:
      throw demarche.impossible(event.name, to: context.principal)
    }
  }
}

extension DemarcheMachine {
  private func submit(
    _ demarche: Demarche<Brouillon>, _ submission: Submission, in context: Context
  ) throws(DemarcheRefusal) -> Transition<Demarche<EnCours>, DemarcheEffect> {
    let procedure = try procedure(of: demarche, for: .submit(submission), in: context)
    guard let desk = catalogue.desk(of: procedure.service) else { throw .unknownProcedure(procedure.id) }
    return try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: calendar)
  }
}
