import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `The store in memory` {
  private let conformance = StoreConformance<InMemoryStore<SampleNotebook>>(
    plant: { bytes, id, store in try InMemoryStore(restoring: store.snapshot(replacingStateOf: id, with: bytes)) },
    contents: { store in try store.contents() },
    reopen: { store in try InMemoryStore(restoring: store.snapshot()) },
    // A store in memory is a database of its own.
    neighbor: { _ in InMemoryStore<SampleDiary>() },
    makeStore: { InMemoryStore() })

  @Test(arguments: StoreCheck.all + StoreCheck.stored + StoreCheck.erased + StoreCheck.reopened + StoreCheck.shared)
  func `keeps each promise of the contract`(check: StoreCheck) async {
    for failure in await conformance.failures(of: check) { Issue.record(failure) }
  }

  @Test func `keeps each promise after everything was saved and restored`() async {
    let conformance = StoreConformance { RestoredStore() }
    let failures = await conformance.failures()
    #expect(failures == [])
  }
}

extension InMemoryStore {
  /// The snapshot with other bytes for one state, as an unlucky or hostile disk would have it.
  func snapshot(replacingStateOf id: Machine.ID, with bytes: Data) throws -> Data {
    var snapshot = try #require(try JSONSerialization.jsonObject(with: snapshot()) as? [String: Any])
    var records = try #require(snapshot["records"] as? [[String: Any]])
    let index = try #require(records.firstIndex { $0["id"] as? String == id.rawValue })
    records[index]["state"] = bytes.base64EncodedString()
    snapshot["records"] = records
    return try JSONSerialization.data(withJSONObject: snapshot)
  }

  /// The snapshot, and its states once more in the clear: within it they are in Base64, where no text is found.
  func contents() throws -> Data {
    let snapshot = try snapshot()
    let object = try #require(try JSONSerialization.jsonObject(with: snapshot) as? [String: Any])
    let records = try #require(object["records"] as? [[String: Any]])
    return try records.reduce(snapshot) { contents, record in
      let state = try #require(record["state"] as? String)
      return contents + (try #require(Data(base64Encoded: state)))
    }
  }
}

/// A store that is saved and restored before each call, so that nothing survives but what the snapshot holds.
private actor RestoredStore: Store {
  typealias Machine = SampleNotebook
  private var store = InMemoryStore<SampleNotebook>()

  private func restored() throws -> InMemoryStore<SampleNotebook> {
    store = try InMemoryStore(restoring: store.snapshot())
    return store
  }

  func load(_ id: Machine.ID) throws -> Record<Machine>? { try restored().load(id) }
  func commit(_ commit: Commit<Machine>) throws -> CommitOutcome<Machine> { try restored().commit(commit) }
  func entry(for key: RequestKey) throws -> JournalEntry<Machine>? { try restored().entry(for: key) }
  func holder(of claim: Claim) throws -> Machine.ID? { try restored().holder(of: claim) }
  func journal(of id: Machine.ID) throws -> [JournalEntry<Machine>] { try restored().journal(of: id) }
  func acknowledge(_ key: EffectKey<Machine.ID>) throws { try restored().acknowledge(key) }
  func postpone(_ key: EffectKey<Machine.ID>, until instant: Date) throws {
    try restored().postpone(key, until: instant)
  }
  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) throws -> Page<Machine> {
    try restored().find(label, after: cursor, limit: limit)
  }
  func due(at instant: Date, after cursor: PageCursor?, limit: Int) throws -> DuePage<Machine.ID> {
    try restored().due(at: instant, after: cursor, limit: limit)
  }
  func pendingEffects(at instant: Date, limit: Int) throws -> [PendingEffect<Machine>] {
    try restored().pendingEffects(at: instant, limit: limit)
  }
}
