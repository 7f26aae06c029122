import DemarcheWorkflow

// Each order in each state that accepts it: all of this compiles.

extension Given {
  func brouillon(_ demarche: Demarche<Brouillon>) throws {
    _ = try demarche.answer(change, under: procedure, in: context, calendar: town)
    _ = try demarche.supplyPiece(piece, file, under: procedure, in: context, calendar: town)
    _ = try demarche.announcePiece(piece, in: context, calendar: town)
    _ = try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: town)
    _ = try demarche.cancel(.withdrawal, in: context, calendar: town)
    _ = try demarche.note(text, .public, in: context, calendar: town)
    _ = try demarche.consult(in: context, calendar: town)
    _ = try demarche.warn(in: context, calendar: town)
  }

  func enCours(_ demarche: Demarche<EnCours>) throws {
    _ = try demarche.answer(change, under: procedure, in: context, calendar: town)
    _ = try demarche.supplyPiece(piece, file, under: procedure, in: context, calendar: town)
    _ = try demarche.announcePiece(piece, in: context, calendar: town)
    _ = try demarche.receivePiece(piece, in: context, calendar: town)
    _ = try demarche.reviewPiece(piece, .accepted, in: context, calendar: town)
    _ = try demarche.takeUp(in: context, calendar: town)
    _ = try demarche.requestCorrection(request, under: procedure, in: context, calendar: town)
    _ = try demarche.declareComplete(in: context, calendar: town)
    _ = try demarche.reject(.silence, in: context, calendar: town)
    _ = try demarche.cancel(.withdrawal, in: context, calendar: town)
    _ = try demarche.note(text, .public, in: context, calendar: town)
    _ = try demarche.consult(in: context, calendar: town)
    _ = demarche.postSlip
  }

  func incomplet(_ demarche: Demarche<Incomplet>) throws {
    _ = try demarche.answer(change, under: procedure, in: context, calendar: town)
    _ = try demarche.supplyPiece(piece, file, under: procedure, in: context, calendar: town)
    _ = try demarche.announcePiece(piece, in: context, calendar: town)
    _ = try demarche.receivePiece(piece, in: context, calendar: town)
    _ = try demarche.reviewPiece(piece, .accepted, in: context, calendar: town)
    _ = try demarche.resubmit(under: procedure, in: context, calendar: town)
    _ = try demarche.declareComplete(in: context, calendar: town)
    _ = try demarche.reject(.silence, in: context, calendar: town)
    _ = try demarche.cancel(.withdrawal, in: context, calendar: town)
    _ = try demarche.note(text, .public, in: context, calendar: town)
    _ = try demarche.consult(in: context, calendar: town)
    _ = demarche.postSlip
  }

  func complet(_ demarche: Demarche<Complet>) throws {
    _ = try demarche.receivePiece(piece, in: context, calendar: town)
    _ = try demarche.reviewPiece(piece, .accepted, in: context, calendar: town)
    _ = try demarche.requestCorrection(request, under: procedure, in: context, calendar: town)
    _ = try demarche.validate(.decision, in: context, calendar: town)
    _ = try demarche.reject(.silence, in: context, calendar: town)
    _ = try demarche.cancel(.withdrawal, in: context, calendar: town)
    _ = try demarche.note(text, .public, in: context, calendar: town)
    _ = try demarche.consult(in: context, calendar: town)
    _ = demarche.postSlip
  }

  func valide(_ demarche: Demarche<Valide>) throws {
    _ = try demarche.reopen(because: reason, in: context, calendar: town)
    _ = try demarche.close(in: context, calendar: town)
    _ = try demarche.note(text, .public, in: context, calendar: town)
    _ = try demarche.consult(in: context, calendar: town)
  }

  func rejete(_ demarche: Demarche<Rejete>) throws {
    _ = try demarche.reopen(because: reason, in: context, calendar: town)
    _ = try demarche.archive(.retention, in: context, calendar: town)
    _ = try demarche.note(text, .public, in: context, calendar: town)
    _ = try demarche.consult(in: context, calendar: town)
  }

  func annule(_ demarche: Demarche<Annule>) throws {
    _ = try demarche.reopen(because: reason, in: context, calendar: town)
    _ = try demarche.archive(.retention, in: context, calendar: town)
    _ = try demarche.note(text, .public, in: context, calendar: town)
    _ = try demarche.consult(in: context, calendar: town)
  }

  func clos(_ demarche: Demarche<Clos>) throws {
    _ = try demarche.archive(.retention, in: context, calendar: town)
    _ = try demarche.note(text, .public, in: context, calendar: town)
    _ = try demarche.consult(in: context, calendar: town)
  }
}
