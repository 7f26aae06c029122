/// What an agent sees of the démarches of their services, and no other, and how they give their orders (F15).
public struct AgentDesk: Sendable {
  private let engine: Engine<DemarcheMachine>

  /// Opens the desk on an engine.
  public init(_ engine: Engine<DemarcheMachine>) {
    self.engine = engine
  }

  /// What was submitted to one of the agent's services, the newest first, in one state or in any.
  ///
  /// The lines name nobody: who wants to know whom a démarche is for reads it, which is journaled (F15).
  ///
  /// - Throws: ``DemarcheRefusal/notAllowed(_:)`` for another service; what the store throws.
  public func inbox(
    of service: ServiceID, in state: DemarcheStateName? = nil, for agent: Agent, after cursor: PageCursor? = nil,
    limit: Int = 50
  ) async throws -> DemarchePage {
    guard agent.serves(service) else { throw DemarcheRefusal.notAllowed(.consult) }
    let label = state.map { TagLabel.service(service, in: $0) } ?? .service(service)
    let page = try await engine.store.find(label, after: cursor, limit: limit)
    return DemarchePage(rows: page.records.compactMap(engine.machine.row).map(\.namingNobody), next: page.next)
  }

  /// Reads a dossier, and journals that the agent has read it: the line is written before anything is shown.
  ///
  /// - Returns: the dossier, and the revision to decide on: `send(…, expecting:)`.
  /// - Throws: ``DemarcheRefusal/notAllowed(_:)`` for another service's démarche; what the store throws.
  public func read(_ id: DemarcheID, in context: Context) async throws -> Record<DemarcheMachine> {
    try await order(.consult, to: id, in: context).record
  }

  /// Gives an order for an agent, and answers with the whole record, the internal notes included.
  ///
  /// - Throws: ``DemarcheRefusal/notAllowed(_:)`` for another service's démarche as for one that does not exist or was
  ///   never submitted, whatever the revision expected; what the engine throws.
  @discardableResult
  public func order(
    _ event: DemarcheEvent, to id: DemarcheID, key: RequestKey? = nil, expecting expected: Revision? = nil,
    in context: Context
  ) async throws -> Answer<DemarcheMachine> {
    try await requireFiled(id, for: context.principal, event.name)
    return try await engine.send(event, to: id, key: key, expecting: expected, in: context)
  }

  /// The journal of a démarche that was submitted, archived or not.
  ///
  /// Reading it is not journaled: its lines say who ordered what and when, and show nothing of the dossier.
  ///
  /// - Throws: ``DemarcheRefusal/notAllowed(_:)`` for another service's démarche as for one that does not exist; what
  ///   the store throws.
  public func journal(of id: DemarcheID, for agent: Agent) async throws -> [JournalEntry<DemarcheMachine>] {
    try await requireFiled(id, for: .agent(agent), .consult)
    return try await engine.store.journal(of: id)
  }

  /// A draft is nobody's but its applicant's.
  private func requireFiled(_ id: DemarcheID, for principal: Principal, _ order: DemarcheEventName) async throws {
    guard let state = try await engine.store.load(id)?.state, state.wasFiled,
      engine.machine.role(of: principal, in: state) == .agentInCharge
    else { throw DemarcheRefusal.notAllowed(order) }
  }
}
