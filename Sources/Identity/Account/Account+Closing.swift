public import Foundation
public import WorkflowKernel

extension Account where Stage: Terminable {
  /// The account opens nothing from now on; passwords and answers are forgotten at once.
  ///
  /// - Throws: ``AccountRefusal/reasonMissing``, ``AccountRefusal/reasonUnfit``, ``AccountRefusal/accessChanged``.
  public func close(
    _ order: ClosingOrder, at instant: Date
  ) throws(AccountRefusal) -> Transition<Account<CompteFerme>, Notice> {
    switch order {
    case .byHolder(let generation):
      guard generation == stage.credentials.generation else { throw .accessChanged }
      return closed(.byHolder, at: instant, telling: letter("account.closed"), reason: "closing.by-holder")
    case .byTown(let reason):
      let reason = try reason.given()
      return closed(
        .byTown(reason), at: instant, telling: letter("account.closed-by-town", arguments: [reason.value]),
        reason: "closing.by-town")
    case .unused:
      return closed(.unused, at: instant, telling: letter("account.closed"), reason: "closing.unused")
    }
  }

  private func closed(
    _ closing: Closing, at instant: Date, telling notice: Notice, reason: String
  ) -> Transition<Account<CompteFerme>, Notice> {
    Transition(to: moved(to: CompteFerme(closedAt: instant, closing: closing)), effects: [notice], reason: reason)
  }
}

extension Account where Stage: Erasable {
  /// Everything personal goes at the end of the retention; what is left says only that the account existed.
  ///
  /// - Throws: ``AccountRefusal/notDue``.
  public func erase(
    at instant: Date, under retention: RetentionPolicy
  ) throws(AccountRefusal) -> Transition<CompteEfface, Notice> {
    guard instant >= retention.erasure(ofClosedAt: stage.closedAt) else { throw .notDue }
    return Transition(to: CompteEfface(openedAt: openedAt, closedAt: stage.closedAt, erasedAt: instant))
  }
}
