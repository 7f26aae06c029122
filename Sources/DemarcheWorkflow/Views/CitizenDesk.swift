/// What the holder of an account sees of their démarches.
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
  /// - Returns: `nil` for another's démarche as for one that does not exist.
  public func read(_ id: DemarcheID, as principal: Principal) async throws -> StoredDemarche? {
    guard let state = try await engine.store.load(id)?.state, let applicant = state.dossier?.applicant else {
      return nil
    }
    return switch (applicant, principal) {
    case (.citizen(let owner), .citizen(let account)): owner == account ? state.withoutInternalNotes : nil
    case (.visitor(let owner), .visitor(let visitor)): owner == visitor ? state.withoutInternalNotes : nil
    case (.citizen, _), (.visitor, _): nil
    }
  }

  private func page(_ label: TagLabel, after cursor: PageCursor?, limit: Int) async throws -> DemarchePage {
    let page = try await engine.store.find(label, after: cursor, limit: limit)
    return DemarchePage(rows: page.records.compactMap(engine.machine.row), next: page.next)
  }
}
