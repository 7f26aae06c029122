import Foundation
public import WorkflowKernel

/// Decides about accounts: who may order what, and what becomes of it.
///
/// Read the life of an account in `AccountLifecycle.swift`, and here which order does what in which state.
public struct AccountMachine: StateMachine {
  /// What the town decided.
  public let policy: AccountPolicy

  /// Configures the machine of one town.
  public init(policy: AccountPolicy) {
    self.policy = policy
  }

  /// A consultation changes nothing that another agent has before their eyes (F15).
  public static func isOnlyRecorded(_ event: AccountEvent.EventName) -> Bool { event == .consult }

  /// Decides.
  public func transition(
    from state: AccountState?, on event: AccountEvent, in context: Context
  ) throws(AccountRefusal) -> Transition<AccountState, Notice> {
    guard isAllowed(event, on: state, to: context.principal) else { throw .notAllowed }
    let now = context.instant
    switch state {
    case nil:
      guard case .open(let opening) = event else { throw .unknown }
      return Account<CompteEnAttente>.open(opening, at: now).map(AccountState.enAttente)

    case .enAttente(let account):
      switch event {
      case .validate: return account.validate(at: now).map(AccountState.valide)
      case .refuse(let reason): return try account.refuse(reason).map(AccountState.invalide)
      case .changePassword(let hash, let proof):
        try admitBeforeValidation(proof)
        return try account.changePassword(to: hash.value, proof: proof, at: now).map(AccountState.enAttente)
      case .signIn(let generation, let rehashed):
        return try account.signIn(generation: generation, rehashed: rehashed?.value, at: now)
          .map(AccountState.enAttente)
      case .warn: return try account.warn(at: now, under: policy.retention).map(AccountState.enAttente)
      case .close(let closing): return try close(account, closing, at: now)
      case .consult: return Transition(to: .enAttente(account))
      case .submit, .changeContact, .changeQuestion: throw .notValid
      case .open, .accept, .reject, .erase: throw .impossible(in: .enAttente)
      }

    case .valide(let account):
      switch event {
      case .submit(let changes):
        switch policy.changes {
        case .reviewed: return try account.submit(changes, at: now).map(AccountState.modifie)
        case .immediate: return try account.change(changes).map(AccountState.valide)
        }
      case .changeContact(let contact, let generation):
        return try account.change(contact, generation: generation).map(AccountState.valide)
      case .changeQuestion(let question, let answer, let generation):
        return try account.change(question, answer: answer.value, generation: generation).map(AccountState.valide)
      case .changePassword(let hash, let proof):
        return try account.changePassword(to: hash.value, proof: proof, at: now).map(AccountState.valide)
      case .signIn(let generation, let rehashed):
        return try account.signIn(generation: generation, rehashed: rehashed?.value, at: now).map(AccountState.valide)
      case .warn: return try account.warn(at: now, under: policy.retention).map(AccountState.valide)
      case .close(let closing): return try close(account, closing, at: now)
      case .consult: return Transition(to: .valide(account))
      case .open, .validate, .refuse, .accept, .reject, .erase: throw .impossible(in: .valide)
      }

    case .modifie(let account):
      switch event {
      case .accept: return account.accept().map(AccountState.valide)
      case .reject(let reason): return try account.reject(reason).map(AccountState.valide)
      case .changePassword(let hash, let proof):
        return try account.changePassword(to: hash.value, proof: proof, at: now).map(AccountState.modifie)
      case .signIn(let generation, let rehashed):
        return try account.signIn(generation: generation, rehashed: rehashed?.value, at: now).map(AccountState.modifie)
      case .warn: return try account.warn(at: now, under: policy.retention).map(AccountState.modifie)
      case .close(let closing): return try close(account, closing, at: now)
      case .consult: return Transition(to: .modifie(account))
      case .submit, .changeContact, .changeQuestion: throw .underReview
      case .open, .validate, .refuse, .erase: throw .impossible(in: .modifie)
      }

    case .invalide(let account):
      switch event {
      case .changePassword(let hash, let proof):
        try admitBeforeValidation(proof)
        return try account.changePassword(to: hash.value, proof: proof, at: now).map(AccountState.invalide)
      case .signIn(let generation, let rehashed):
        return try account.signIn(generation: generation, rehashed: rehashed?.value, at: now)
          .map(AccountState.invalide)
      case .warn: return try account.warn(at: now, under: policy.retention).map(AccountState.invalide)
      case .close(let closing): return try close(account, closing, at: now)
      case .consult: return Transition(to: .invalide(account))
      case .submit, .changeContact, .changeQuestion: throw .notValid
      case .open, .validate, .refuse, .accept, .reject, .erase: throw .impossible(in: .invalide)
      }

    case .ferme(let account):
      switch event {
      case .erase: return try account.erase(at: now, under: policy.retention).map(AccountState.efface)
      case .consult: return Transition(to: .ferme(account))
      case .submit, .changeContact, .changeQuestion: throw .notValid
      case .open, .validate, .refuse, .accept, .reject, .changePassword, .signIn, .warn, .close:
        throw .impossible(in: .ferme)
      }

    case .efface:
      throw .impossible(in: .efface)
    }
  }

  /// The letter of the FAQ, where a town wants it: before validation nothing changes, but a recovery may end (F10).
  private func admitBeforeValidation(_ proof: PasswordProof) throws(AccountRefusal) {
    switch proof {
    case .current: guard policy.passwordChange == .anytime else { throw .notValid }
    case .recovery: break
    }
  }

  private func close(
    _ account: Account<some Terminable>, _ closing: ClosingOrder, at now: Date
  ) throws(AccountRefusal) -> Transition<AccountState, Notice> {
    if closing == .unused {
      guard let due = policy.retention.closing(of: account.stage.credentials), now >= due else { throw .notDue }
    }
    return try account.close(closing, at: now).map(AccountState.ferme)
  }
}
