import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

/// Enough records for every index to hold them in many blocks; a plain dictionary, sorted when asked, is the oracle.
@Suite struct `A store in memory with many records` {
  private let store = InMemoryStore<Ticket>()
  private let label = TagLabel("list", "1")

  private struct Row {
    var revision: Revision
    var listed: Date?
    var due: Date?
  }

  private func commit(_ id: Ticket.ID, _ row: Row, at instant: Date = .at(0), effects: [Ticket.Effect] = []) -> Bool {
    let entry = JournalEntry<Ticket>(
      id: id, revision: row.revision, instant: instant, actor: .system, event: .note, from: nil, to: .open)
    let expected = row.revision == .first ? nil : Revision(rawValue: row.revision.rawValue - 1)
    let state = Ticket.State.open(Ticket.Facts(title: Personal("t"), opened: .at(0)))
    let commit = Commit<Ticket>(
      expected: expected, state: state, entry: entry, effects: effects,
      facets: Facets(tags: row.listed.map { [Tag(label, at: $0)] } ?? []), due: row.due)
    return store.commit(commit) == .committed
  }

  /// Few instants, as when everything falls due at midnight: the identifiers then decide.
  private func instant(_ generator: inout SeededGenerator, among count: UInt64 = 4) -> Date {
    .at(Double(generator.next(upperBound: count)))
  }

  @Test(arguments: 1...3) func `keeps its lists and what is due in order while records come, move and go`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var rows: [Ticket.ID: Row] = [:]
    for _ in 0..<6_000 {
      let id = Ticket.ID("t-\(generator.next(upperBound: UInt64(2_000)))")
      var row = rows[id] ?? Row(revision: Revision(rawValue: 0))
      row.revision = row.revision.next
      row.listed = generator.happens(700) ? instant(&generator) : nil
      row.due = generator.happens(700) ? instant(&generator) : nil
      #expect(commit(id, row))
      rows[id] = row
    }
    let listed = sorted(rows.compactMapValues(\.listed)) { $0 > $1 }
    let due = sorted(rows.compactMapValues(\.due).filter { $0.value <= .at(2) }) { $0 < $1 }
    for limit in [1, 7, 256, 257, 10_000, .max] {
      #expect(pages { store.find(label, after: $0, limit: limit) } == listed)
      #expect(duePages { store.due(at: .at(2), after: $0, limit: limit) } == due)
    }
    for id in rows.keys {
      #expect(commit(id, Row(revision: rows[id]?.revision.next ?? .first)))
    }
    #expect(store.find(label, after: nil, limit: 9) == Page(records: [], next: nil))
    #expect(store.due(at: .distantFuture, after: nil, limit: 9) == DuePage(ids: [], next: nil))
  }

  private func sorted(_ places: [Ticket.ID: Date], by isBefore: (Date, Date) -> Bool) -> [Ticket.ID] {
    let sorted = places.sorted { one, other in
      one.value == other.value ? one.key < other.key : isBefore(one.value, other.value)
    }
    return sorted.map(\.key)
  }

  private func pages(_ page: (PageCursor?) -> Page<Ticket>) -> [Ticket.ID] {
    var (ids, next) = ([Ticket.ID](), PageCursor?.none)
    repeat {
      let found = page(next)
      ids += found.records.map(\.id)
      next = found.next
    } while next != nil
    return ids
  }

  private func duePages(_ page: (PageCursor?) -> DuePage<Ticket.ID>) -> [Ticket.ID] {
    var (ids, next) = ([Ticket.ID](), PageCursor?.none)
    repeat {
      let found = page(next)
      ids += found.ids
      next = found.next
    } while next != nil
    return ids
  }

  @Test(arguments: 1...3) func `keeps its effects in order while some are delivered, put off, or asked for earlier`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var waiting: [PendingEffect<Ticket>] = []
    for step in 0..<3_000 {
      if generator.happens(600) {
        let recorded = instant(&generator, among: 100)
        #expect(commit(.init("t-\(step)"), Row(revision: .first), at: recorded, effects: [.tell("\(step)")]))
        waiting.append(
          PendingEffect(
            key: EffectKey(id: .init("t-\(step)"), revision: .first, index: 0), effect: .tell("\(step)"),
            recorded: recorded, attempts: 0, nextTry: recorded))
      } else if let place = waiting.indices.randomElement(using: &generator) {
        let effect = waiting[place]
        if generator.happens(500) {
          store.acknowledge(effect.key)
          waiting.remove(at: place)
        } else {
          let nextTry = instant(&generator, among: 100)
          store.postpone(effect.key, until: nextTry)
          waiting[place] = PendingEffect(
            key: effect.key, effect: effect.effect, recorded: effect.recorded, attempts: effect.attempts + 1,
            nextTry: nextTry)
        }
      }
      let now = instant(&generator, among: 120)
      let limit = generator.happens(500) ? 3 : 10_000
      #expect(store.pendingEffects(at: now, limit: limit) == Array(waiting.filter { $0.nextTry <= now }.prefix(limit)))
    }
    let restored = try InMemoryStore<Ticket>(restoring: store.snapshot())
    #expect(restored.pendingEffects(at: .distantFuture, limit: .max) == waiting)
  }

  @Test func `stores nothing whose line has another revision than the next`() {
    #expect(commit("t-1", Row(revision: .first)))
    for revision in [0, 1, 3, -1].map(Revision.init(rawValue:)) {
      let entry = JournalEntry<Ticket>(
        id: "t-1", revision: revision, instant: .at(0), actor: .system, event: .note, from: .open, to: .open)
      let state = Ticket.State.closed(Ticket.Facts(title: Personal("t"), opened: .at(0)))
      let outcome = store.commit(Commit(expected: .first, state: state, entry: entry))
      #expect(outcome == .conflict(current: .first))
    }
    #expect(store.journal(of: "t-1").count == 1)
  }
}
