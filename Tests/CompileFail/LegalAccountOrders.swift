import Identity

// Each order on an account in each state that accepts it: all of this compiles.

extension GivenAccount {
  func enAttente(_ account: Account<CompteEnAttente>) throws {
    _ = account.validate(at: instant)
    _ = try account.refuse(reason)
    _ = try account.signIn(generation: 1, rehashed: nil, at: instant)
    _ = try account.changePassword(to: hash, proof: .recovery(generation: 1), at: instant)
    _ = try account.warn(at: instant, under: retention)
    _ = try account.close(.byHolder(generation: 1), at: instant)
  }

  func valide(_ account: Account<CompteValide>) throws {
    _ = try account.submit(changes, at: instant)
    _ = try account.change(changes)
    _ = try account.change(contact, generation: 1)
    _ = try account.change(.firstJob, answer: hash, generation: 1)
    _ = try account.signIn(generation: 1, rehashed: nil, at: instant)
    _ = try account.changePassword(to: hash, proof: .recovery(generation: 1), at: instant)
    _ = try account.warn(at: instant, under: retention)
    _ = try account.close(.byHolder(generation: 1), at: instant)
  }

  func modifie(_ account: Account<CompteModifie>) throws {
    _ = account.accept()
    _ = try account.reject(reason)
    _ = try account.signIn(generation: 1, rehashed: nil, at: instant)
    _ = try account.changePassword(to: hash, proof: .recovery(generation: 1), at: instant)
    _ = try account.warn(at: instant, under: retention)
    _ = try account.close(.byHolder(generation: 1), at: instant)
  }

  func invalide(_ account: Account<CompteInvalide>) throws {
    _ = try account.signIn(generation: 1, rehashed: nil, at: instant)
    _ = try account.changePassword(to: hash, proof: .recovery(generation: 1), at: instant)
    _ = try account.warn(at: instant, under: retention)
    _ = try account.close(.byHolder(generation: 1), at: instant)
  }

  func ferme(_ account: Account<CompteFerme>) throws {
    _ = try account.erase(at: instant, under: retention)
  }
}
