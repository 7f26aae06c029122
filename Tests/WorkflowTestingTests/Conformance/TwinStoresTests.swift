import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

/// The store in memory and the naive one live through the same random history and must answer alike at every step.
@Suite struct `Two stores with one history` {
  private typealias ID = SampleNotebook.ID

  private let labels = [TagLabel("shelf", "1"), TagLabel("shelf", "2"), TagLabel("desk", "1")]
  private let claims = [Claim("title", "1"), Claim("title", "2"), Claim("name", "1")]
  private let ids: [ID] = ["a", "b", "c", "d", "e", "f"]

  @Test(arguments: 1...20) func `answer alike`(seed: Int) async throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (memory, naive) = (InMemoryStore<SampleNotebook>(), NaiveStore())
    for step in 0..<300 {
      if generator.happens(700) {
        let commit = try await commit(step: step, upon: memory, &generator)
        let outcome = memory.commit(commit)
        #expect(try await naive.commit(commit) == outcome)
      } else {
        try await touchOutbox(memory, naive, &generator)
      }
      try await compare(memory, naive, &generator)
    }
  }

  /// Mostly upon the current revision, sometimes beside it; keys and claims are few, so that they meet.
  private func commit(
    step: Int, upon store: InMemoryStore<SampleNotebook>, _ generator: inout SeededGenerator
  ) async throws -> Commit<SampleNotebook> {
    let id = pick(ids, &generator)
    let current = store.load(id)
    let expected = generator.happens(100) ? Revision(rawValue: 1 + number(3, &generator)) : current?.revision
    let key = generator.happens(500) ? try RequestKey("k-\(number(60, &generator))") : nil
    let entry = JournalEntry<SampleNotebook>(
      id: id, revision: expected?.next ?? .first, instant: instant(&generator), actor: .system, event: .write,
      from: current.map { SampleNotebook.name(of: $0.state) }, to: .open, key: key,
      fingerprint: try key.map { try Fingerprint(of: step, under: $0) })
    return Commit(
      expected: expected, state: .open(lines: ["\(step)"]), entry: entry,
      effects: (0..<number(3, &generator)).map { .read("\(step)/\($0)") },
      facets: Facets(
        tags: labels.filter { _ in generator.happens(500) }.map { Tag($0, at: instant(&generator)) },
        claims: claims.filter { _ in generator.happens(200) }),
      due: generator.happens(600) ? instant(&generator) : nil)
  }

  private func touchOutbox(
    _ memory: InMemoryStore<SampleNotebook>, _ naive: NaiveStore, _ generator: inout SeededGenerator
  ) async throws {
    let waiting = memory.pendingEffects(at: .distantFuture, limit: 100)
    guard !waiting.isEmpty else { return }
    let key = pick(waiting, &generator).key
    if generator.happens(800) {
      memory.acknowledge(key)
      try await naive.acknowledge(key)
    } else {
      let until = instant(&generator)
      memory.postpone(key, until: until)
      await naive.postpone(key, until: until)
    }
  }

  private func compare(
    _ memory: InMemoryStore<SampleNotebook>, _ naive: NaiveStore, _ generator: inout SeededGenerator
  ) async throws {
    let (id, instant) = (pick(ids, &generator), instant(&generator))
    let (label, claim) = (pick(labels, &generator), pick(claims, &generator))
    let limit = number(5, &generator)
    let cursor = generator.happens(500) ? PageCursor(instant: self.instant(&generator), id: id.rawValue) : nil
    let key = try RequestKey("k-\(number(60, &generator))")
    #expect(try await naive.load(id) == memory.load(id))
    #expect(await naive.journal(of: id) == memory.journal(of: id))
    #expect(await naive.holder(of: claim) == memory.holder(of: claim))
    #expect(await naive.entry(for: key) == memory.entry(for: key))
    let found = memory.find(label, after: cursor, limit: limit)
    #expect(try await naive.find(label, after: cursor, limit: limit) == found)
    let due = memory.due(at: instant, after: cursor, limit: limit)
    #expect(await naive.due(at: instant, after: cursor, limit: limit) == due)
    let pending = memory.pendingEffects(at: instant, limit: limit)
    #expect(await naive.pendingEffects(at: instant, limit: limit) == pending)
  }

  private func number(_ bound: Int, _ generator: inout SeededGenerator) -> Int {
    Int.random(in: 0..<bound, using: &generator)
  }

  private func pick<Element>(_ elements: [Element], _ generator: inout SeededGenerator) -> Element {
    elements[number(elements.count, &generator)]
  }

  /// Few instants, spread over hours on both sides of an epoch, so that there are ties and boundaries.
  private func instant(_ generator: inout SeededGenerator) -> Date {
    Date(timeIntervalSinceReferenceDate: Double(number(12, &generator) - 6) * 1_800)
  }
}
