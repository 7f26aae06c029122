import DemarcheWorkflow

// Each order in each state that does not accept it: every marked line fails with that message, and no other line does.

extension Given {
  func brouillon(_ demarche: Demarche<Brouillon>) throws {
    _ = try demarche.receivePiece(piece, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.reviewPiece(piece, .accepted, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.takeUp(in: context, calendar: town)  // error: Takable
    _ = try demarche.requestCorrection(request, under: procedure, in: context, calendar: town)  // error: Correctable
    _ = try demarche.resubmit(under: procedure, in: context, calendar: town)  // error: Resubmittable
    _ = try demarche.declareComplete(in: context, calendar: town)  // error: Completable
    _ = try demarche.validate(.decision, in: context, calendar: town)  // error: Validatable
    _ = try demarche.reject(.silence, in: context, calendar: town)  // error: Rejectable
    _ = try demarche.reopen(because: reason, in: context, calendar: town)  // error: Reopenable
    _ = try demarche.close(in: context, calendar: town)  // error: Closable
    _ = try demarche.archive(.retention, in: context, calendar: town)  // error: Archivable
    _ = demarche.postSlip  // error: Filed
  }

  func enCours(_ demarche: Demarche<EnCours>) throws {
    _ = try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: town)  // error: Submittable
    _ = try demarche.resubmit(under: procedure, in: context, calendar: town)  // error: Resubmittable
    _ = try demarche.validate(.decision, in: context, calendar: town)  // error: Validatable
    _ = try demarche.reopen(because: reason, in: context, calendar: town)  // error: Reopenable
    _ = try demarche.close(in: context, calendar: town)  // error: Closable
    _ = try demarche.archive(.retention, in: context, calendar: town)  // error: Archivable
    _ = try demarche.warn(in: context, calendar: town)  // error: Expiring
  }

  func incomplet(_ demarche: Demarche<Incomplet>) throws {
    _ = try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: town)  // error: Submittable
    _ = try demarche.takeUp(in: context, calendar: town)  // error: Takable
    _ = try demarche.requestCorrection(request, under: procedure, in: context, calendar: town)  // error: Correctable
    _ = try demarche.validate(.decision, in: context, calendar: town)  // error: Validatable
    _ = try demarche.reopen(because: reason, in: context, calendar: town)  // error: Reopenable
    _ = try demarche.close(in: context, calendar: town)  // error: Closable
    _ = try demarche.archive(.retention, in: context, calendar: town)  // error: Archivable
    _ = try demarche.warn(in: context, calendar: town)  // error: Expiring
  }

  func complet(_ demarche: Demarche<Complet>) throws {
    _ = try demarche.answer(change, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.supplyPiece(piece, file, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.announcePiece(piece, in: context, calendar: town)  // error: Answerable
    _ = try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: town)  // error: Submittable
    _ = try demarche.takeUp(in: context, calendar: town)  // error: Takable
    _ = try demarche.resubmit(under: procedure, in: context, calendar: town)  // error: Resubmittable
    _ = try demarche.declareComplete(in: context, calendar: town)  // error: Completable
    _ = try demarche.reopen(because: reason, in: context, calendar: town)  // error: Reopenable
    _ = try demarche.close(in: context, calendar: town)  // error: Closable
    _ = try demarche.archive(.retention, in: context, calendar: town)  // error: Archivable
    _ = try demarche.warn(in: context, calendar: town)  // error: Expiring
  }

  func valide(_ demarche: Demarche<Valide>) throws {
    _ = try demarche.answer(change, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.supplyPiece(piece, file, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.announcePiece(piece, in: context, calendar: town)  // error: Answerable
    _ = try demarche.receivePiece(piece, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.reviewPiece(piece, .accepted, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: town)  // error: Submittable
    _ = try demarche.takeUp(in: context, calendar: town)  // error: Takable
    _ = try demarche.requestCorrection(request, under: procedure, in: context, calendar: town)  // error: Correctable
    _ = try demarche.resubmit(under: procedure, in: context, calendar: town)  // error: Resubmittable
    _ = try demarche.declareComplete(in: context, calendar: town)  // error: Completable
    _ = try demarche.validate(.decision, in: context, calendar: town)  // error: Validatable
    _ = try demarche.reject(.silence, in: context, calendar: town)  // error: Rejectable
    _ = try demarche.cancel(.withdrawal, in: context, calendar: town)  // error: Cancellable
    _ = try demarche.archive(.retention, in: context, calendar: town)  // error: Archivable
    _ = try demarche.warn(in: context, calendar: town)  // error: Expiring
    _ = demarche.postSlip  // error: Filed
  }

  func rejete(_ demarche: Demarche<Rejete>) throws {
    _ = try demarche.answer(change, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.supplyPiece(piece, file, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.announcePiece(piece, in: context, calendar: town)  // error: Answerable
    _ = try demarche.receivePiece(piece, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.reviewPiece(piece, .accepted, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: town)  // error: Submittable
    _ = try demarche.takeUp(in: context, calendar: town)  // error: Takable
    _ = try demarche.requestCorrection(request, under: procedure, in: context, calendar: town)  // error: Correctable
    _ = try demarche.resubmit(under: procedure, in: context, calendar: town)  // error: Resubmittable
    _ = try demarche.declareComplete(in: context, calendar: town)  // error: Completable
    _ = try demarche.validate(.decision, in: context, calendar: town)  // error: Validatable
    _ = try demarche.reject(.silence, in: context, calendar: town)  // error: Rejectable
    _ = try demarche.cancel(.withdrawal, in: context, calendar: town)  // error: Cancellable
    _ = try demarche.close(in: context, calendar: town)  // error: Closable
    _ = try demarche.warn(in: context, calendar: town)  // error: Expiring
    _ = demarche.postSlip  // error: Filed
  }

  func annule(_ demarche: Demarche<Annule>) throws {
    _ = try demarche.answer(change, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.supplyPiece(piece, file, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.announcePiece(piece, in: context, calendar: town)  // error: Answerable
    _ = try demarche.receivePiece(piece, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.reviewPiece(piece, .accepted, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: town)  // error: Submittable
    _ = try demarche.takeUp(in: context, calendar: town)  // error: Takable
    _ = try demarche.requestCorrection(request, under: procedure, in: context, calendar: town)  // error: Correctable
    _ = try demarche.resubmit(under: procedure, in: context, calendar: town)  // error: Resubmittable
    _ = try demarche.declareComplete(in: context, calendar: town)  // error: Completable
    _ = try demarche.validate(.decision, in: context, calendar: town)  // error: Validatable
    _ = try demarche.reject(.silence, in: context, calendar: town)  // error: Rejectable
    _ = try demarche.cancel(.withdrawal, in: context, calendar: town)  // error: Cancellable
    _ = try demarche.close(in: context, calendar: town)  // error: Closable
    _ = try demarche.warn(in: context, calendar: town)  // error: Expiring
    _ = demarche.postSlip  // error: Filed
  }

  func clos(_ demarche: Demarche<Clos>) throws {
    _ = try demarche.answer(change, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.supplyPiece(piece, file, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.announcePiece(piece, in: context, calendar: town)  // error: Answerable
    _ = try demarche.receivePiece(piece, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.reviewPiece(piece, .accepted, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: town)  // error: Submittable
    _ = try demarche.takeUp(in: context, calendar: town)  // error: Takable
    _ = try demarche.requestCorrection(request, under: procedure, in: context, calendar: town)  // error: Correctable
    _ = try demarche.resubmit(under: procedure, in: context, calendar: town)  // error: Resubmittable
    _ = try demarche.declareComplete(in: context, calendar: town)  // error: Completable
    _ = try demarche.validate(.decision, in: context, calendar: town)  // error: Validatable
    _ = try demarche.reject(.silence, in: context, calendar: town)  // error: Rejectable
    _ = try demarche.cancel(.withdrawal, in: context, calendar: town)  // error: Cancellable
    _ = try demarche.reopen(because: reason, in: context, calendar: town)  // error: Reopenable
    _ = try demarche.close(in: context, calendar: town)  // error: Closable
    _ = try demarche.warn(in: context, calendar: town)  // error: Expiring
    _ = demarche.postSlip  // error: Filed
  }

  func archive(_ demarche: Demarche<Archive>) throws {
    _ = try demarche.answer(change, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.supplyPiece(piece, file, under: procedure, in: context, calendar: town)  // error: Answerable
    _ = try demarche.announcePiece(piece, in: context, calendar: town)  // error: Answerable
    _ = try demarche.receivePiece(piece, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.reviewPiece(piece, .accepted, in: context, calendar: town)  // error: Reviewable
    _ = try demarche.submit(submission, under: procedure, at: desk, in: context, calendar: town)  // error: Submittable
    _ = try demarche.takeUp(in: context, calendar: town)  // error: Takable
    _ = try demarche.requestCorrection(request, under: procedure, in: context, calendar: town)  // error: Correctable
    _ = try demarche.resubmit(under: procedure, in: context, calendar: town)  // error: Resubmittable
    _ = try demarche.declareComplete(in: context, calendar: town)  // error: Completable
    _ = try demarche.validate(.decision, in: context, calendar: town)  // error: Validatable
    _ = try demarche.reject(.silence, in: context, calendar: town)  // error: Rejectable
    _ = try demarche.cancel(.withdrawal, in: context, calendar: town)  // error: Cancellable
    _ = try demarche.reopen(because: reason, in: context, calendar: town)  // error: Reopenable
    _ = try demarche.close(in: context, calendar: town)  // error: Closable
    _ = try demarche.archive(.retention, in: context, calendar: town)  // error: Archivable
    _ = try demarche.note(text, .public, in: context, calendar: town)  // error: Living
    _ = try demarche.consult(in: context, calendar: town)  // error: Living
    _ = try demarche.warn(in: context, calendar: town)  // error: Expiring
    _ = demarche.postSlip  // error: Filed
  }
}
