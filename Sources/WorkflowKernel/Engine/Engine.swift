/// The only way in: loads, decides, commits; written once for all machines.
///
/// When another server commits between the load and the commit, the order is decided again on the new state, a bounded
/// number of times; deadlines that come first are met before, and take none of these attempts. An order sent again under
/// its request key changes nothing and is answered as the first time.
public struct Engine<Machine: StateMachine>: Sendable {
  /// What decides.
  public let machine: Machine
  /// Where records are kept.
  public let store: any Store<Machine>
  /// How many times an order is decided at most before giving up on a record that never holds still.
  public let attemptsMax: Int

  /// Brings a machine and a store together; an order is decided at least once.
  public init(_ machine: Machine, store: some Store<Machine>, attemptsMax: Int = 16) {
    self.machine = machine
    self.store = store
    self.attemptsMax = max(attemptsMax, 1)
  }

  /// Gives an order to a record.
  ///
  /// - Parameters:
  ///   - event: the order.
  ///   - id: the record.
  ///   - key: under which the order may be sent again without harm.
  ///   - expected: the revision that the person saw; when the record has moved since, the order is refused as stale.
  ///   - context: when, and by whom.
  /// - Returns: the record and the journal's line; for a repeat, the line of the first time.
  /// - Throws: the machine's refusal; ``SendRefusal``; what the store throws when its infrastructure is broken;
  ///   ``BrokenStore`` when it does not keep its promises.
  @inlinable
  @discardableResult
  public func send(
    _ event: Machine.Event, to id: Machine.ID, key: RequestKey? = nil, expecting expected: Revision? = nil,
    in context: Context
  ) async throws -> Answer<Machine> {
    let request = try key.map { Request(key: $0, fingerprint: try Fingerprint(of: event, under: $0)) }
    var attempts = 0
    var deadlines = 0
    while attempts < attemptsMax {
      let before = try await store.load(id)
      if let before, let overdue = overdue(before, in: context), try await meet(overdue, of: before, in: context) {
        // Not one of the order's own attempts: it has not been decided yet.
        deadlines += 1
        guard deadlines <= Machine.deadlinesMax else { throw SendRefusal.contended }
        continue
      }
      attempts += 1
      let commit: Commit<Machine>
      do {
        if let expected, try await hasChanged(id, since: expected, at: before?.revision) { throw SendRefusal.stale }
        commit = try decide(event, on: before, id: id, request: request, in: context)
      } catch {
        // The repeat of an accepted order is often refused in the state that the order led to.
        if let request, let entry = try await store.entry(for: request.key) {
          return try await answer(entry, to: request, sentTo: id, whileMissing: before == nil, in: context)
        }
        throw error
      }
      switch try await store.commit(commit) {
      case .committed:
        let after = Record<Machine>(id: id, state: commit.state, revision: commit.entry.revision)
        return Answer(record: after, entry: commit.entry, isRepeat: false)
      case .duplicate(let entry):
        guard let request else { throw BrokenStore.duplicateWithoutKey }
        return try await answer(entry, to: request, sentTo: id, whileMissing: before == nil, in: context)
      case .claimed(let claim, let holder):
        if let refusal = machine.refusal(forTaken: claim) { throw refusal }
        throw SendRefusal.claimed(claim, by: holder.rawValue)
      case .conflict:
        continue
      }
    }
    throw SendRefusal.contended
  }

  /// Whether a record is no longer what somebody saw; what was only put on record since does not count.
  @usableFromInline
  func hasChanged(_ id: Machine.ID, since seen: Revision, at current: Revision?) async throws -> Bool {
    guard let current, seen < current else { return current != seen }
    return try await store.journal(of: id).contains { $0.revision > seen && !Machine.isOnlyRecorded($0.event) }
  }

  @inlinable
  func decide(
    _ event: Machine.Event, on before: Record<Machine>?, id: Machine.ID, request: Request?, in context: Context
  ) throws -> Commit<Machine> {
    let transition = try machine.transition(from: before?.state, on: event, in: context)
    let entry = JournalEntry<Machine>(
      id: id, revision: before?.revision.next ?? .first, instant: context.instant,
      actor: context.principal.actor, event: Machine.name(of: event),
      from: before.map { Machine.name(of: $0.state) }, to: Machine.name(of: transition.state),
      reason: transition.reason, key: request?.key, fingerprint: request?.fingerprint)
    return Commit(
      expected: before?.revision, state: transition.state, entry: entry, effects: transition.effects,
      facets: machine.facets(of: transition.state), due: machine.deadline(of: transition.state)?.instant)
  }

  /// Answers a request whose key is recorded: as the first time, if it is the same order by the same actor.
  ///
  /// The record must be the same too, but an order that makes a record may come again under another identifier,
  /// drawn by another server.
  @usableFromInline
  func answer(
    _ entry: JournalEntry<Machine>, to request: Request, sentTo id: Machine.ID, whileMissing isMissing: Bool,
    in context: Context
  ) async throws -> Answer<Machine> {
    guard entry.fingerprint == request.fingerprint, entry.actor == context.principal.actor,
      entry.id == id || (entry.from == nil && isMissing), let record = try await store.load(entry.id)
    else { throw SendRefusal.keyReused }
    return Answer(record: record, entry: entry, isRepeat: true)
  }
}

@usableFromInline
struct Request: Sendable {
  @usableFromInline let key: RequestKey
  @usableFromInline let fingerprint: Fingerprint

  @usableFromInline
  init(key: RequestKey, fingerprint: Fingerprint) {
    self.key = key
    self.fingerprint = fingerprint
  }
}

/// What became of an accepted order.
public struct Answer<Machine: StateMachine>: Sendable {
  /// The record as it is now; for a repeat it may have moved since the order was accepted.
  public let record: Record<Machine>
  /// The journal's line of the order.
  public let entry: JournalEntry<Machine>
  /// Whether the order had been accepted before, and nothing changed now.
  public let isRepeat: Bool

  @inlinable
  init(record: Record<Machine>, entry: JournalEntry<Machine>, isRepeat: Bool) {
    self.record = record
    self.entry = entry
    self.isRepeat = isRepeat
  }

  /// The state as it is now.
  public var state: Machine.State { record.state }
}
