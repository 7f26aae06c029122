extension DemarcheMachine {
  /// What a principal is to a démarche; `nil` where they are nothing to it, and to one that does not exist (F15).
  ///
  /// An archive no longer says who filed it: it is left to the service in charge, and to the library.
  public func role(of principal: Principal, in state: StoredDemarche?) -> DemarcheRole? {
    switch state {
    case nil: principal == .system ? .system : nil
    case .brouillon(let demarche)?: demarche.role(of: principal)
    case .enCours(let demarche)?: demarche.role(of: principal)
    case .incomplet(let demarche)?: demarche.role(of: principal)
    case .complet(let demarche)?: demarche.role(of: principal)
    case .valide(let demarche)?: demarche.role(of: principal)
    case .rejete(let demarche)?: demarche.role(of: principal)
    case .annule(let demarche)?: demarche.role(of: principal)
    case .clos(let demarche)?: demarche.role(of: principal)
    case .archive(let archive)?: role(of: principal, in: archive)
    }
  }

  /// Why nothing of the kind can be ordered of what does not exist or is archived: strangers are not told which.
  func impossible(_ event: DemarcheEventName, in archive: Archive?, to principal: Principal) -> DemarcheRefusal {
    role(of: principal, in: archive.map { .archive($0) }) == nil
      ? .notAllowed(event) : .notPossible(event, in: archive.map { _ in .archive })
  }

  private func role(of principal: Principal, in archive: Archive) -> DemarcheRole? {
    switch principal {
    case .visitor, .citizen: nil
    case .agent(let agent): catalogue[archive.procedure].map { agent.serves($0.service) } == true ? .agentInCharge : nil
    case .system: .system
    }
  }
}
