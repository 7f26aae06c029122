import Foundation
import WorkflowKernel
import WorkflowTesting

/// Diaries in the tables of a ``NaiveStore``: the name of the machine stands before every text, where the store has not
/// forgotten it.
struct NaiveNeighbor: Store {
  typealias Machine = SampleDiary
  typealias ID = SampleDiary.ID

  static let mark = "diary/"

  let store: NaiveStore

  func load(_ id: ID) async throws -> Record<Machine>? {
    try await store.load(inside(id)).map { Record(id: id, state: $0.state, revision: $0.revision) }
  }

  func commit(_ commit: Commit<Machine>) async throws -> CommitOutcome<Machine> {
    let facets = Facets(
      tags: commit.facets.tags.map { Tag(inside($0.label), at: $0.instant) }, claims: commit.facets.claims.map(inside))
    let outcome = try await store.commit(
      Commit<SampleNotebook>(
        expected: commit.expected, state: commit.state,
        entry: commit.entry.line(
          of: SampleNotebook.self, id: inside(commit.entry.id), key: try commit.entry.key.map(inside)),
        effects: commit.effects, facets: facets, due: commit.due))
    switch outcome {
    case .committed: return .committed
    case .conflict(let current): return .conflict(current: current)
    case .duplicate(let entry): return .duplicate(try outside(entry))
    case .claimed(let claim, let holder): return .claimed(claim, by: store.bare(holder))
    }
  }

  func entry(for key: RequestKey) async throws -> JournalEntry<Machine>? {
    try await store.entry(for: try inside(key)).map(outside)
  }

  func holder(of claim: Claim) async throws -> ID? { await store.holder(of: inside(claim)).map(store.bare) }

  func journal(of id: ID) async throws -> [JournalEntry<Machine>] {
    try await store.journal(of: inside(id)).map(outside)
  }

  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) async throws -> Page<Machine> {
    let page = try await store.find(inside(label), after: cursor, limit: limit)
    let records = page.records.map { Record<Machine>(id: store.bare($0.id), state: $0.state, revision: $0.revision) }
    return Page(records: records, next: page.next)
  }

  func due(at instant: Date, after cursor: PageCursor?, limit: Int) async throws -> DuePage<ID> {
    let page = await store.due(at: instant, after: cursor, limit: limit, of: Self.mark)
    return DuePage(ids: page.ids.map(store.bare), next: page.next)
  }
}

extension NaiveNeighbor {
  func pendingEffects(at instant: Date, limit: Int) async throws -> [PendingEffect<Machine>] {
    await store.pendingEffects(at: instant, limit: limit, of: Self.mark).map { pending in
      PendingEffect(
        key: EffectKey(id: store.bare(pending.key.id), revision: pending.key.revision, index: pending.key.index),
        effect: pending.effect, recorded: pending.recorded, attempts: pending.attempts, nextTry: pending.nextTry)
    }
  }

  func acknowledge(_ key: EffectKey<ID>) async throws { try await store.acknowledge(inside(key)) }
  func postpone(_ key: EffectKey<ID>, until instant: Date) async throws {
    await store.postpone(inside(key), until: instant)
  }
}

extension NaiveNeighbor {
  private func inside(_ id: ID) -> ID { store.flaw == .sharesRecords ? id : ID(Self.mark + id.rawValue) }
  private func inside(_ key: EffectKey<ID>) -> EffectKey<ID> {
    EffectKey(id: inside(key.id), revision: key.revision, index: key.index)
  }
  private func inside(_ key: RequestKey) throws -> RequestKey {
    store.flaw == .sharesKeys ? key : try RequestKey(Self.mark + key.rawValue)
  }
  private func inside(_ claim: Claim) -> Claim {
    store.flaw == .sharesClaims ? claim : Claim(Self.mark + claim.scope, claim.value.value)
  }
  private func inside(_ label: TagLabel) -> TagLabel {
    store.flaw == .sharesLists ? label : TagLabel(Self.mark + label.scope, label.value.value)
  }
  private func outside(_ entry: JournalEntry<SampleNotebook>) throws -> JournalEntry<Machine> {
    let key = try entry.key.map { try RequestKey($0.rawValue.replacing(Self.mark, with: "")) }
    return entry.line(of: Machine.self, id: store.bare(entry.id), key: key)
  }
}

extension NaiveStore {
  /// Whether a row belongs to the machine that asks.
  func isOurs(_ id: ID, _ machine: String, unless flaw: Flaw) -> Bool {
    self.flaw == flaw || id.rawValue.hasPrefix(NaiveNeighbor.mark) == !machine.isEmpty
  }

  /// An identifier without the name of the machine.
  nonisolated func bare(_ id: ID) -> ID { ID(id.rawValue.replacing(NaiveNeighbor.mark, with: "")) }
}

extension JournalEntry
where Machine.StateName == SampleNotebook.StateName, Machine.EventName == SampleNotebook.EventName {
  /// The same line of a machine with the same names.
  func line<Other: StateMachine>(of machine: Other.Type, id: Other.ID, key: RequestKey?) -> JournalEntry<Other>
  where Other.StateName == Machine.StateName, Other.EventName == Machine.EventName {
    JournalEntry<Other>(
      id: id, revision: revision, instant: instant, actor: actor, event: event, from: from, to: to, reason: reason,
      key: key, fingerprint: fingerprint)
  }

  /// The line as a table keeps it that has the keys elsewhere.
  var withoutKey: JournalEntry { line(of: Machine.self, id: id, key: nil) }
}
