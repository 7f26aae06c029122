import Foundation
import Testing
import WorkflowKernel

@Suite struct `A snapshot of the store in memory` {
  private let store = InMemoryStore<Ticket>()

  private func fill() async throws {
    let engine = Engine(Ticket(), store: store)
    _ = try await engine.send(.open("a"), to: "t-1", key: RequestKey("k-1"), in: .alice)
    _ = try await engine.send(.note("n"), to: "t-1", key: RequestKey("k-2"), in: .bob)
    _ = try await engine.send(.open("b"), to: "t-2", in: .alice)
    store.acknowledge(.init(id: "t-1", revision: .first, index: 0))
    store.postpone(.init(id: "t-2", revision: .first, index: 0), until: .at(60))
  }

  /// The snapshot with something changed in its JSON.
  private func tampered(
    in table: String = "records", _ change: (inout [[String: Any]]) throws -> Void
  ) throws -> Data {
    var snapshot = try #require(try JSONSerialization.jsonObject(with: store.snapshot()) as? [String: Any])
    var rows = try #require(snapshot[table] as? [[String: Any]])
    try change(&rows)
    snapshot[table] = rows
    return try JSONSerialization.data(withJSONObject: snapshot)
  }

  private func journal(of record: [String: Any]) throws -> [[String: Any]] {
    try #require(record["journal"] as? [[String: Any]])
  }

  @Test func `F51: restores everything`() async throws {
    try await fill()
    let snapshot = try store.snapshot()
    let restored = try InMemoryStore<Ticket>(restoring: snapshot)
    #expect(try restored.snapshot() == snapshot)
    #expect(restored.load("t-1") == store.load("t-1"))
    #expect(restored.journal(of: "t-1") == store.journal(of: "t-1"))
    #expect(restored.entry(for: try RequestKey("k-1")) == store.journal(of: "t-1").first)
    #expect(restored.holder(of: Claim("title", "b")) == "t-2")
    #expect(restored.due(at: .at(10), after: nil, limit: 9) == store.due(at: .at(10), after: nil, limit: 9))
    #expect(restored.pendingEffects(at: .at(60), limit: 9) == store.pendingEffects(at: .at(60), limit: 9))
  }

  @Test func `F51: goes on where the other store stopped`() async throws {
    try await fill()
    let engine = Engine(Ticket(), store: try InMemoryStore<Ticket>(restoring: store.snapshot()))
    #expect(try await engine.send(.note("n"), to: "t-1", key: RequestKey("k-2"), in: .bob).isRepeat)
    #expect(try await engine.send(.close, to: "t-1", in: .bob).record.revision == Revision(rawValue: 3))
    #expect(try await engine.send(.open("a"), to: "t-3", in: .bob).record.revision == .first)
  }

  @Test func `F51: of an empty store restores an empty store`() throws {
    let restored = try InMemoryStore<Ticket>(restoring: store.snapshot())
    #expect(restored.load("t-1") == nil)
  }

  @Test func `F51: is refused when it is no snapshot`() {
    for text in ["", "{}", "[]", #"{"records":[]}"#] {
      #expect(throws: DecodingError.self) { try InMemoryStore<Ticket>(restoring: Data(text.utf8)) }
    }
  }

  @Test func `F51: is refused with a gap in a journal, naming the record`() async throws {
    try await fill()
    let changes: [(inout [[String: Any]]) -> Void] = [
      { $0.removeFirst() }, { $0.removeAll() }, { $0.reverse() }, { $0.append($0[0]) },
    ]
    for change in changes {
      let data = try tampered { records in
        var lines = try journal(of: records[0])
        change(&lines)
        records[0]["journal"] = lines
      }
      let error = #expect(throws: UnreadableRecord.self) { try InMemoryStore<Ticket>(restoring: data) }
      #expect(error?.id == "t-1")
    }
  }

  @Test func `F51: is refused when two records hold one claim, share a key or an identifier`() async throws {
    try await fill()
    let changes: [(inout [[String: Any]]) throws -> Void] = [
      { $0[1]["claims"] = $0[0]["claims"] },
      { records in
        var twin = records[1]
        twin["claims"] = [String]()
        records.append(twin)
      },
      { records in
        var lines = try journal(of: records[1])
        lines[0]["key"] = "k-1"
        records[1]["journal"] = lines
      },
      { records in
        var lines = try journal(of: records[1])
        lines[0]["id"] = "t-9"
        records[1]["journal"] = lines
      },
    ]
    for change in changes {
      let data = try tampered(change)
      let error = #expect(throws: UnreadableRecord.self) { try InMemoryStore<Ticket>(restoring: data) }
      #expect(error == .init(format: "ticket", version: nil, id: "t-2", problem: .malformed))
    }
  }

  @Test func `F51: is refused when one record used a key twice`() async throws {
    try await fill()
    let data = try tampered { records in
      var lines = try journal(of: records[0])
      lines[1]["key"] = "k-1"
      records[0]["journal"] = lines
    }
    #expect(throws: malformed("t-1")) { try InMemoryStore<Ticket>(restoring: data) }
  }

  @Test func `F51: is refused when an effect waits twice, or no order of its record left it`() async throws {
    try await fill()
    let changes: [(id: String, (inout [[String: Any]]) -> Void)] = [
      ("t-2", { $0.append($0[2]) }), ("t-9", { $0[2]["key"] = ["id": "t-9", "revision": 1, "index": 0] }),
      ("t-2", { $0[2]["key"] = ["id": "t-2", "revision": 2, "index": 0] }),
      ("t-2", { $0[2]["key"] = ["id": "t-2", "revision": 0, "index": 0] }),
      ("t-2", { $0[2]["key"] = ["id": "t-2", "revision": 1, "index": -1] }),
    ]
    for (id, change) in changes {
      let data = try tampered(in: "outbox") { effects in
        #expect(effects.count == 3)
        change(&effects)
      }
      #expect(throws: malformed(id)) { try InMemoryStore<Ticket>(restoring: data) }
    }
  }

  @Test func `F51: is refused by the record whose effect or journal cannot be read, without its content`() async throws
  {
    try await fill()
    let unreadable = [
      try tampered(in: "outbox") { $0[2]["effect"] = ["shout": "s3cr3t"] },
      try tampered(in: "outbox") { $0[2]["nextTry"] = "s3cr3t" },
      try tampered { records in
        var lines = try journal(of: records[1])
        lines[0]["event"] = "s3cr3t"
        records[1]["journal"] = lines
      },
      try tampered { $0[1]["claims"] = "s3cr3t" },
    ]
    for data in unreadable {
      #expect(throws: malformed("t-2")) { try InMemoryStore<Ticket>(restoring: data) }
    }
    let unknown = #"{"format":"ticket","version":1,"effect":{"shout":"s3cr3t"}}"#
    let data = try tampered(in: "outbox") { $0[2]["effect"] = unknown }
    let named = UnreadableRecord(format: "ticket", version: 1, id: "t-2/1/0", problem: .malformed)
    #expect(throws: named) { try InMemoryStore<Ticket>(restoring: data) }
  }

  private func malformed(_ id: String) -> UnreadableRecord {
    UnreadableRecord(format: "ticket", version: nil, id: id, problem: .malformed)
  }
}
