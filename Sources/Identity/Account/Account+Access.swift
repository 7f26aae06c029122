public import Foundation
public import WorkflowKernel

extension Account where Stage: Live {
  /// The holder has signed in: the account is in use, and a warning of its closing is void.
  ///
  /// - Throws: ``AccountRefusal/accessChanged`` when the password shown is no longer the current one.
  public func signIn(
    generation: Int, rehashed: PasswordHash?, at instant: Date
  ) throws(AccountRefusal) -> Transition<Account, Notice> {
    guard generation == stage.access.generation else { throw .accessChanged }
    return Transition(
      to: with {
        $0.stage.access.usedAt = max(instant, $0.stage.access.usedAt)
        $0.stage.access.warnedAt = nil
        if let rehashed { $0.stage.access.password = rehashed }
      })
  }

  /// The holder has another password: sessions opened under the old one are over, and a notice is mailed (F10).
  ///
  /// - Throws: ``AccountRefusal/accessChanged`` when the password shown is no longer the current one.
  public func changePassword(
    to password: PasswordHash, proof: PasswordProof, at instant: Date
  ) throws(AccountRefusal) -> Transition<Account, Notice> {
    switch proof {
    case .current(let generation):
      guard generation == stage.access.generation else { throw .accessChanged }
    case .recovery: break
    }
    let after = with {
      $0.stage.access.password = password
      $0.stage.access.generation += 1
      $0.stage.access.usedAt = max(instant, $0.stage.access.usedAt)
      $0.stage.access.warnedAt = nil
    }
    return Transition(to: after, effects: [letter("account.password-changed")])
  }

  /// The holder is told on which day the account will be closed unused.
  ///
  /// - Throws: ``AccountRefusal/notDue`` before the day of the warning, or when it was given already.
  public func warn(
    at instant: Date, under retention: RetentionPolicy
  ) throws(AccountRefusal) -> Transition<Account, Notice> {
    guard stage.access.warnedAt == nil, instant >= retention.warning(of: stage.access) else { throw .notDue }
    let after = with { $0.stage.access.warnedAt = instant }
    let day = retention.closing(of: after.stage.access).map { retention.calendar.date(of: $0).frenchLong }
    return Transition(to: after, effects: [letter("account.closing-announced", arguments: [day ?? ""])])
  }
}
