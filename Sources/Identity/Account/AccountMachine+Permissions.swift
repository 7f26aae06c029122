public import WorkflowKernel

/// What must hold beyond the state and the principal.
public enum AccountGuard: String, Name {
  /// The instant of the order has come.
  case due
}

extension AccountMachine: ExplainingMachine {
  /// Everything that stands between a principal and an order now.
  public func obstacles(
    to event: AccountEvent.EventName, in state: AccountState?, for context: Context
  ) -> [Obstacle<AccountGuard>] {
    var obstacles: [Obstacle<AccountGuard>] = []
    if !accepts(event, in: state) { obstacles.append(.state) }
    if !isAllowed(event, on: state, to: context.principal) { obstacles.append(.principal) }
    if obstacles.isEmpty, context.principal == .system, let state {
      let isDue = deadline(of: state).map { Self.name(of: $0.event) == event && $0.instant <= context.instant }
      if isDue != true { obstacles.append(.guard(.due)) }
    }
    return obstacles
  }

  /// What an order would be refused with because of one obstacle.
  public func refusal(
    of event: AccountEvent.EventName, in state: AccountState?, because obstacle: Obstacle<AccountGuard>
  ) -> AccountRefusal {
    switch obstacle {
    case .state: state.map { .impossible(in: $0.name) } ?? .unknown
    case .principal: .notAllowed
    case .guard(.due): .notDue
    }
  }

  /// Whether an order exists in a state: read off the protocols that the state's type conforms to.
  func accepts(_ event: AccountEvent.EventName, in state: AccountState?) -> Bool {
    guard let stage = state?.stage else { return state == nil && event == .open }
    return switch event {
    case .open: false
    case .validate, .refuse: stage is any Verifiable.Type
    case .submit, .changeContact, .changeQuestion: stage is any Changeable.Type
    case .accept, .reject: stage is any ChangeReviewable.Type
    case .signIn, .warn: stage is any Live.Type
    case .changePassword:
      stage is any Live.Type && (policy.passwordChange == .anytime || stage is any Validated.Type)
    case .close: stage is any Terminable.Type
    case .erase: stage is any Erasable.Type
    case .consult: true
    }
  }

  /// Whose order it is.
  func isAllowed(_ event: AccountEvent, on state: AccountState?, to principal: Principal) -> Bool {
    switch (event, principal) {
    case (.close(.byTown), .citizen), (.close(.unused), .citizen), (.close(.byHolder), .agent),
      (.close(.unused), .agent), (.close(.byHolder), .system), (.close(.byTown), .system):
      false
    case _:
      isAllowed(Self.name(of: event), on: state, to: principal)
    }
  }

  private func isAllowed(_ event: AccountEvent.EventName, on state: AccountState?, to principal: Principal) -> Bool {
    switch event {
    case .open: principal.kind == .visitor
    case .validate, .refuse, .accept, .reject, .consult: isInCharge(principal)
    case .submit, .changeContact, .changeQuestion, .changePassword, .signIn: isHolder(principal, of: state)
    case .warn, .erase: principal == .system
    case .close: principal == .system || isInCharge(principal) || isHolder(principal, of: state)
    }
  }

  func isInCharge(_ principal: Principal) -> Bool {
    switch principal {
    case .agent(let agent): policy.services.contains(where: agent.serves)
    case .visitor, .citizen, .system: false
    }
  }

  func isHolder(_ principal: Principal, of state: AccountState?) -> Bool {
    switch principal {
    case .citizen(let id): id == state?.id
    case .visitor, .agent, .system: false
    }
  }
}

extension AccountState {
  /// The type of the state, whose protocols say what may be ordered.
  var stage: (any AccountStage.Type)? {
    switch self {
    case .enAttente: CompteEnAttente.self
    case .valide: CompteValide.self
    case .modifie: CompteModifie.self
    case .invalide: CompteInvalide.self
    case .ferme: CompteFerme.self
    case .efface: nil
    }
  }
}
