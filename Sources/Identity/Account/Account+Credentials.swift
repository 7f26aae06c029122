public import Foundation
public import WorkflowKernel

extension Account where Stage: Live {
  /// The holder has signed in: the account is in use, and a warning of its closing is void.
  ///
  /// - Throws: ``AccountRefusal/accessChanged`` when the password shown is no longer the current one.
  public func signIn(
    generation: Int, rehashed: PasswordHash?, at instant: Date
  ) throws(AccountRefusal) -> Transition<Account, Notice> {
    guard generation == stage.credentials.generation else { throw .accessChanged }
    return Transition(
      to: with {
        $0.stage.credentials.usedAt = max(instant, $0.stage.credentials.usedAt)
        $0.stage.credentials.warnedAt = nil
        if let rehashed { $0.stage.credentials.password = rehashed }
      })
  }

  /// The holder has another password: sessions opened under the old one are over, and a notice is mailed (F10).
  ///
  /// - Throws: ``AccountRefusal/accessChanged`` when the password shown, or the one whose recovery was begun, is no
  ///   longer the current one.
  public func changePassword(
    to password: PasswordHash, proof: PasswordProof, at instant: Date
  ) throws(AccountRefusal) -> Transition<Account, Notice> {
    guard proof.generation == stage.credentials.generation else { throw .accessChanged }
    let after = with {
      $0.stage.credentials.password = password
      $0.stage.credentials.generation += 1
      $0.stage.credentials.usedAt = max(instant, $0.stage.credentials.usedAt)
      $0.stage.credentials.warnedAt = nil
    }
    let reason =
      switch proof {
      case .current: "proof.current"
      case .recovery: "proof.recovery"
      }
    return Transition(to: after, effects: [letter("account.password-changed")], reason: reason)
  }

  /// The holder is told on which day the account will be closed unused.
  ///
  /// - Throws: ``AccountRefusal/notDue`` before the day of the warning, or when it was given already.
  public func warn(
    at instant: Date, under retention: RetentionPolicy
  ) throws(AccountRefusal) -> Transition<Account, Notice> {
    guard stage.credentials.warnedAt == nil, instant >= retention.warning(of: stage.credentials) else { throw .notDue }
    let after = with { $0.stage.credentials.warnedAt = instant }
    let day = retention.closing(of: after.stage.credentials).map { retention.calendar.date(of: $0).frenchLong }
    return Transition(to: after, effects: [letter("account.closing-announced", arguments: [day ?? ""])])
  }
}
