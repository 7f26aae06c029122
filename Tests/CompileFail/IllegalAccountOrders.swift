import Identity

// Each order on an account in each state that does not accept it: every marked line fails with that message.

extension GivenAccount {
  func enAttente(_ account: Account<CompteEnAttente>) throws {
    _ = try account.submit(changes, at: instant)  // error: 'CompteValide' be equivalent
    _ = try account.change(changes)  // error: Changeable
    _ = try account.change(contact, generation: 1)  // error: Changeable
    _ = try account.change(.firstJob, answer: hash, generation: 1)  // error: Changeable
    _ = account.accept()  // error: ChangeReviewable
    _ = try account.reject(reason)  // error: ChangeReviewable
    _ = try account.erase(at: instant, under: retention)  // error: Erasable
  }

  func valide(_ account: Account<CompteValide>) throws {
    _ = account.validate(at: instant)  // error: Verifiable
    _ = try account.refuse(reason)  // error: Verifiable
    _ = account.accept()  // error: ChangeReviewable
    _ = try account.reject(reason)  // error: ChangeReviewable
    _ = try account.erase(at: instant, under: retention)  // error: Erasable
  }

  func modifie(_ account: Account<CompteModifie>) throws {
    _ = account.validate(at: instant)  // error: Verifiable
    _ = try account.refuse(reason)  // error: Verifiable
    _ = try account.submit(changes, at: instant)  // error: 'CompteValide' be equivalent
    _ = try account.change(changes)  // error: Changeable
    _ = try account.change(contact, generation: 1)  // error: Changeable
    _ = try account.change(.firstJob, answer: hash, generation: 1)  // error: Changeable
    _ = try account.erase(at: instant, under: retention)  // error: Erasable
  }

  func invalide(_ account: Account<CompteInvalide>) throws {
    _ = account.validate(at: instant)  // error: Verifiable
    _ = try account.refuse(reason)  // error: Verifiable
    _ = try account.submit(changes, at: instant)  // error: 'CompteValide' be equivalent
    _ = try account.change(changes)  // error: Changeable
    _ = try account.change(contact, generation: 1)  // error: Changeable
    _ = try account.change(.firstJob, answer: hash, generation: 1)  // error: Changeable
    _ = account.accept()  // error: ChangeReviewable
    _ = try account.reject(reason)  // error: ChangeReviewable
    _ = try account.erase(at: instant, under: retention)  // error: Erasable
  }

  func ferme(_ account: Account<CompteFerme>) throws {
    _ = account.validate(at: instant)  // error: Verifiable
    _ = try account.refuse(reason)  // error: Verifiable
    _ = try account.submit(changes, at: instant)  // error: 'CompteValide' be equivalent
    _ = try account.change(changes)  // error: Changeable
    _ = try account.change(contact, generation: 1)  // error: Changeable
    _ = try account.change(.firstJob, answer: hash, generation: 1)  // error: Changeable
    _ = account.accept()  // error: ChangeReviewable
    _ = try account.reject(reason)  // error: ChangeReviewable
    _ = try account.signIn(generation: 1, rehashed: nil, at: instant)  // error: Live
    _ = try account.changePassword(to: hash, proof: .recovery(generation: 1), at: instant)  // error: Live
    _ = try account.warn(at: instant, under: retention)  // error: Live
    _ = try account.close(.byHolder(generation: 1), at: instant)  // error: Terminable
  }
}
