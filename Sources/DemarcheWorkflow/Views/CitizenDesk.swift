/// What an applicant sees of their démarches, and how they give their orders.
///
/// The engine answers an order with the whole record, what the agents write for themselves included: what goes back to
/// an applicant goes through ``order(_:to:key:expecting:in:)``.
///
/// Each list costs what it shows, whatever the number of démarches in the store.
public struct CitizenDesk: Sendable {
  let engine: Engine<DemarcheMachine>

  /// Opens the desk on an engine.
  public init(_ engine: Engine<DemarcheMachine>) {
    self.engine = engine
  }

  /// The tab *Accueil*, and the tab *Demandes*, which adds the date and the member: what was submitted, the newest
  /// first (F27).
  ///
  /// - Throws: what the store throws.
  public func submitted(
    by account: AccountID, after cursor: PageCursor? = nil, limit: Int = 50
  ) async throws -> DemarchePage {
    try await page(.submitted(by: account), after: cursor, limit: limit)
  }

  /// The drafts, the newest first.
  ///
  /// - Throws: what the store throws.
  public func drafts(
    of account: AccountID, after cursor: PageCursor? = nil, limit: Int = 50
  ) async throws -> DemarchePage {
    try await page(.drafts(of: account), after: cursor, limit: limit)
  }

  /// One démarche, for its applicant and for nobody else; without the internal notes of the agents.
  ///
  /// - Throws: what the store throws.
  /// - Returns: the démarche, and the revision to order on: `order(…, expecting:)`; `nil` for another's démarche as for
  ///   one that does not exist.
  public func read(_ id: DemarcheID, as principal: Principal) async throws -> Record<DemarcheMachine>? {
    guard let record = try await engine.store.load(id),
      engine.machine.role(of: principal, in: record.state) == .applicant
    else { return nil }
    return Record(id: id, state: record.state.withoutInternalNotes, revision: record.revision)
  }

  /// Gives an order for an applicant, and answers without the internal notes of the agents.
  ///
  /// - Throws: ``DemarcheRefusal/notAllowed(_:)`` for another's démarche as for one that does not exist, whatever the
  ///   revision expected; what the engine throws.
  @discardableResult
  public func order(
    _ event: DemarcheEvent, to id: DemarcheID, key: RequestKey? = nil, expecting expected: Revision? = nil,
    in context: Context
  ) async throws -> CitizenAnswer {
    // The engine compares revisions before it decides: that alone would tell a stranger how far a démarche has come.
    if expected != nil { try await engine.require(.applicant, context.principal, of: id, for: event.name) }
    let answer = try await engine.send(event, to: id, key: key, expecting: expected, in: context)
    return CitizenAnswer(
      state: answer.state.withoutInternalNotes, revision: answer.record.revision, isRepeat: answer.isRepeat)
  }

  /// The history of a démarche, for its applicant, until it is archived; no agent is named, and what agents wrote for
  /// themselves is left out.
  ///
  /// - Throws: ``DemarcheRefusal/notAllowed(_:)`` for another's démarche as for one that does not exist; what the store
  ///   throws.
  public func history(of id: DemarcheID, as principal: Principal) async throws -> [DemarcheExport.Line] {
    try await engine.require(.applicant, principal, of: id)
    return try await engine.store.journal(of: id).compactMap(DemarcheExport.Line.init)
  }

  private func page(_ label: TagLabel, after cursor: PageCursor?, limit: Int) async throws -> DemarchePage {
    let page = try await engine.store.find(label, after: cursor, limit: limit)
    return DemarchePage(rows: page.records.compactMap(engine.machine.row), next: page.next)
  }
}
