/// The least that a lifecycle can cost: one hand-written switch over numbers, with a role and one condition.
///
/// It keeps the lifecycle of a démarche and none of its facts.
public enum Switch: Sendable {
  case enCours(since: Int)
  case incomplet(since: Int)
  case complet(since: Int)
  case valide(since: Int)
  case rejete(since: Int)
  case annule(since: Int)
  case clos(since: Int)
  case archive(since: Int)

  /// What is ordered.
  public enum Order: Sendable {
    case requestCorrection, resubmit, declareComplete, validate, reject, cancel, reopen, close, archive
  }

  /// Who orders.
  public enum Role: Sendable { case applicant, agent, system }

  /// Why not.
  public enum Refused: Error { case impossible, forbidden, disproved }

  /// Decides.
  @inline(never)
  public func decide(
    _ order: Order, by role: Role, at now: Int, isDisproved: Bool
  ) throws(Refused) -> Switch {
    switch (self, order) {
    case (.enCours, .requestCorrection), (.complet, .requestCorrection):
      guard role == .agent else { throw .forbidden }
      return .incomplet(since: now)
    case (.incomplet, .resubmit):
      guard role == .applicant else { throw .forbidden }
      return .enCours(since: now)
    case (.enCours, .declareComplete), (.incomplet, .declareComplete):
      guard role == .agent else { throw .forbidden }
      return .complet(since: now)
    case (.complet(let since), .validate):
      guard role != .applicant else { throw .forbidden }
      guard !isDisproved, since <= now else { throw .disproved }
      return .valide(since: now)
    case (.enCours, .reject), (.incomplet, .reject), (.complet, .reject):
      guard role != .applicant else { throw .forbidden }
      return .rejete(since: now)
    case (.enCours, .cancel), (.incomplet, .cancel), (.complet, .cancel): return .annule(since: now)
    case (.valide, .reopen), (.rejete, .reopen), (.annule, .reopen):
      guard role == .agent else { throw .forbidden }
      return .enCours(since: now)
    case (.valide, .close):
      guard role != .applicant else { throw .forbidden }
      return .clos(since: now)
    case (.rejete, .archive), (.annule, .archive), (.clos, .archive):
      guard role == .system else { throw .forbidden }
      return .archive(since: now)
    case (.enCours, _), (.incomplet, _), (.complet, _), (.valide, _), (.rejete, _), (.annule, _), (.clos, _),
      (.archive, _):
      throw .impossible
    }
  }
}
