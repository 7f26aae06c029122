import Foundation

extension DemarcheMachine: ExplainingMachine {
  /// Everything that stands between a principal and an order now, without trying it.
  public func obstacles(
    to event: DemarcheEventName, in state: StoredDemarche?, for context: Context
  ) -> [Obstacle<DemarcheGuard>] {
    guard let state else {
      switch context.principal {
      case .visitor, .citizen: return event == .open ? [] : [.principal]
      case .agent: return [.principal]
      case .system: return event == .open ? [.principal] : [.state]
      }
    }
    guard role(of: context.principal, in: state) != nil else { return [.principal] }
    return switch state {
    case .brouillon(let demarche):
      // Only sending depends on what the answers are worth today.
      (event == .submit ? current(demarche, in: context) : demarche)
        .obstacles(to: event, in: context, calendar: calendar)
    case .enCours(let demarche): demarche.obstacles(to: event, in: context, calendar: calendar)
    case .incomplet(let demarche): demarche.obstacles(to: event, in: context, calendar: calendar)
    case .complet(let demarche): demarche.obstacles(to: event, in: context, calendar: calendar)
    case .valide(let demarche): demarche.obstacles(to: event, in: context, calendar: calendar)
    case .rejete(let demarche): demarche.obstacles(to: event, in: context, calendar: calendar)
    case .annule(let demarche): demarche.obstacles(to: event, in: context, calendar: calendar)
    case .clos(let demarche): demarche.obstacles(to: event, in: context, calendar: calendar)
    case .archive: [.state]
    }
  }

  /// What an order would be refused with because of one obstacle.
  public func refusal(
    of event: DemarcheEventName, in state: StoredDemarche?, because obstacle: Obstacle<DemarcheGuard>
  ) -> DemarcheRefusal {
    switch obstacle {
    case .state: .notPossible(event, in: state?.name)
    case .principal: .notAllowed(event)
    case .guard(let condition): .guards(event, [condition], because: state?.details(of: condition) ?? [])
    }
  }

  /// What was complete when it was saved may be so no longer: the day decides, as it will when the file is sent.
  private func current(_ demarche: Demarche<Brouillon>, in context: Context) -> Demarche<Brouillon> {
    guard let procedure = catalogue[demarche.dossier.procedure] else { return demarche }
    return demarche.rechecked(under: procedure, at: context.instant, in: calendar).demarche
  }
}

extension StoredDemarche {
  fileprivate func details(of condition: DemarcheGuard) -> [RefusalReason] {
    switch self {
    case .brouillon(let demarche): demarche.details(of: condition)
    case .enCours(let demarche): demarche.details(of: condition)
    case .incomplet(let demarche): demarche.details(of: condition)
    case .complet(let demarche): demarche.details(of: condition)
    case .valide(let demarche): demarche.details(of: condition)
    case .rejete(let demarche): demarche.details(of: condition)
    case .annule(let demarche): demarche.details(of: condition)
    case .clos(let demarche): demarche.details(of: condition)
    case .archive: []
    }
  }
}
