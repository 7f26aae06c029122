/// What became of an applicant's order, as the applicant may read it.
public struct CitizenAnswer: Hashable, Sendable {
  /// The démarche as it is now, without the internal notes of the agents.
  public let state: StoredDemarche
  /// The revision to decide on next.
  public let revision: Revision
  /// Whether the order had been accepted before, and nothing changed now.
  public let isRepeat: Bool
}
