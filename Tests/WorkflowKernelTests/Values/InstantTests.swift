import Foundation
import Testing
import WorkflowKernel

@Suite struct `An instant that no clock shows` {
  /// What is no number counts as the distant past, as in the calendar of the town.
  private static let instants: [(seconds: Double, counted: Date)] = [
    (.nan, .distantPast), (-.infinity, .distantPast), (.infinity, .distantFuture),
  ]

  @Test(arguments: instants)
  func `counts as the distant past or future in every value of the kernel`(seconds: Double, counted: Date) {
    let instant = Date.at(seconds)
    #expect(Context(instant: instant, principal: .system).instant == counted)
    #expect(Tag(TagLabel("l", "1"), at: instant).instant == counted)
    #expect(Deadline(at: instant, event: 1).instant == counted)
    #expect(PageCursor(instant: instant, id: "a").instant == counted)
    #expect(line(at: instant).instant == counted)
    #expect(commit(due: instant, line(at: instant)).due == counted)
    let effect = PendingEffect<Ticket>(
      key: EffectKey(id: "t-1", revision: .first, index: 0), effect: .tell("x"), recorded: instant, attempts: 0,
      nextTry: instant)
    #expect(effect.recorded == counted)
    #expect(effect.nextTry == counted)
  }

  @Test func `is any other left as it is`() {
    for seconds in [0, -1e300, 1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude] {
      #expect(Context(instant: .at(seconds), principal: .system).instant == .at(seconds))
    }
  }

  @Test(arguments: instants)
  func `is found, put off, saved and restored by the store in memory`(seconds: Double, counted: Date) throws {
    let store = InMemoryStore<Ticket>()
    #expect(store.commit(commit(due: .at(seconds), line(at: .at(0)))) == .committed)
    #expect(store.due(at: .distantFuture, after: nil, limit: 9).ids == ["t-1"])
    #expect(store.due(at: .at(0), after: nil, limit: 9).ids == (counted == .distantPast ? ["t-1"] : []))
    #expect(store.due(at: .at(seconds), after: nil, limit: 9).ids == ["t-1"])
    #expect(store.find(TagLabel("l", "1"), after: nil, limit: 9).records.map(\.id) == ["t-1"])
    #expect(store.pendingEffects(at: .at(seconds), limit: 9).count == (counted == .distantPast ? 0 : 1))
    store.postpone(EffectKey(id: "t-1", revision: .first, index: 0), until: .at(seconds))
    #expect(store.pendingEffects(at: .distantFuture, limit: 9).map(\.nextTry) == [counted])
    let snapshot = try store.snapshot()
    #expect(try InMemoryStore<Ticket>(restoring: snapshot).snapshot() == snapshot)
  }

  private func line(at instant: Date) -> JournalEntry<Ticket> {
    JournalEntry(id: "t-1", revision: .first, instant: instant, actor: .system, event: .open, from: nil, to: .open)
  }

  private func commit(due: Date, _ line: JournalEntry<Ticket>) -> Commit<Ticket> {
    Commit(
      expected: nil, state: .open(Ticket.Facts(title: Personal("t"), opened: .at(0))), entry: line,
      effects: [.tell("x")], facets: Facets(tags: [Tag(TagLabel("l", "1"), at: due)]), due: due)
  }
}
