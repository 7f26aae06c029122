/// How somebody without an account follows their démarche: with its number and the secret code (F29).
public struct VisitorFollowUp: Sendable {
  private let engine: Engine<DemarcheMachine>

  /// Opens the follow-up on an engine.
  public init(_ engine: Engine<DemarcheMachine>) {
    self.engine = engine
  }

  /// The démarche of a number, if the code is its own, without the agents' internal notes; and the visitor as whom
  /// the person now acts.
  ///
  /// - Throws: ``UnknownFollowUp``, the same for a number that does not exist and for a wrong code; what the store
  ///   throws.
  public func follow(
    number text: String, code: String
  ) async throws -> (record: Record<DemarcheMachine>, visitor: Principal) {
    guard let number = try? RequestNumber(text), let typed = VisitorCode(code),
      let id = try await engine.store.holder(of: .number(number)),
      let record = try await engine.store.load(id), let dossier = record.state.dossier,
      case .visitor(let visitor) = dossier.applicant,
      let kept = record.state.filing?.visitorCode, kept == typed.hash(for: number)
    else { throw UnknownFollowUp() }
    let seen = Record<DemarcheMachine>(
      id: id, state: record.state.withoutInternalNotes, revision: record.revision)
    return (seen, .visitor(visitor))
  }
}

/// No démarche has this number and this code.
public struct UnknownFollowUp: ExplainableRefusal {
  /// The stable code.
  public var code: String { "follow-up.unknown" }
}
