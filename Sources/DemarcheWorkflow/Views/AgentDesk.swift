/// What an agent sees: the démarches of their services, and no other (F15).
///
/// An agent's orders go to the engine itself: its answer is the whole record, the internal notes included.
public struct AgentDesk: Sendable {
  private let engine: Engine<DemarcheMachine>

  /// Opens the desk on an engine.
  public init(_ engine: Engine<DemarcheMachine>) {
    self.engine = engine
  }

  /// What was submitted to one of the agent's services, the newest first; lines only, which show no dossier.
  ///
  /// - Throws: ``DemarcheRefusal/notAllowed(_:)`` for another service; what the store throws.
  public func inbox(
    of service: ServiceID, for agent: Agent, after cursor: PageCursor? = nil, limit: Int = 50
  ) async throws -> DemarchePage {
    guard agent.services.contains(service) else { throw DemarcheRefusal.notAllowed(.consult) }
    let page = try await engine.store.find(.service(service), after: cursor, limit: limit)
    return DemarchePage(rows: page.records.compactMap(engine.machine.row), next: page.next)
  }

  /// Reads a dossier, and journals that the agent has read it: the line is written before anything is shown.
  ///
  /// - Returns: the dossier, and the revision to decide on: `send(…, expecting:)`.
  /// - Throws: ``DemarcheRefusal/notAllowed(_:)`` for another service's démarche; what the store throws.
  public func read(_ id: DemarcheID, in context: Context) async throws -> Record<DemarcheMachine> {
    try await engine.send(.consult, to: id, in: context).record
  }

  /// The journal of a démarche, archived or not.
  ///
  /// Reading it is not journaled: its lines say who ordered what and when, and show nothing of the dossier.
  ///
  /// - Throws: ``DemarcheRefusal/notAllowed(_:)`` for another service's démarche as for one that does not exist; what
  ///   the store throws.
  public func journal(of id: DemarcheID, for agent: Agent) async throws -> [JournalEntry<DemarcheMachine>] {
    try await engine.require(.agentInCharge, .agent(agent), of: id)
    return try await engine.store.journal(of: id)
  }
}
