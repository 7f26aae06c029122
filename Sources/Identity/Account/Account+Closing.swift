public import Foundation
public import WorkflowKernel

extension Account where Stage: Terminable {
  /// The account opens nothing from now on; passwords and answers are forgotten at once.
  ///
  /// - Throws: ``AccountRefusal/reasonMissing``.
  public func close(_ closing: Closing, at instant: Date) throws(AccountRefusal) -> Transition<Account<Ferme>, Notice> {
    switch closing {
    case .byTown(let reason): _ = try reason.given()
    case .byHolder, .unused: break
    }
    return Transition(
      to: moved(to: Ferme(closedAt: instant, closing: closing)), effects: [letter("account.closed")])
  }
}

extension Account where Stage: Erasable {
  /// Everything personal goes at the end of the retention; what is left says only that the account existed.
  ///
  /// - Throws: ``AccountRefusal/notDue``.
  public func erase(
    at instant: Date, under retention: RetentionPolicy
  ) throws(AccountRefusal) -> Transition<Efface, Notice> {
    guard instant >= retention.erasure(ofClosedAt: stage.closedAt) else { throw .notDue }
    return Transition(to: Efface(openedAt: openedAt, closedAt: stage.closedAt, erasedAt: instant))
  }
}
