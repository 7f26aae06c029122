import Foundation
import Testing
import WorkflowTesting

struct SQLStoreTests {
  let conformance = StoreConformance<SQLStore<SampleNotebook>>(
    plant: { bytes, id, store in
      try await store.rows(
        "UPDATE record SET state = $3 WHERE machine = $1 AND id = $2",
        [store.machine, id.rawValue, String(decoding: bytes, as: UTF8.self)])
      return store
    },
    contents: { store in
      let texts = try await store.rows(
        "SELECT state FROM record UNION ALL SELECT entry FROM journal UNION ALL SELECT effect FROM outbox", [])
      return Data(texts.joined().joined().utf8)
    },
    reopen: { store in SQLStore(database: try await TestDatabase.reopened(store.database)) },
    neighbor: { store in SQLStore<SampleDiary>(database: store.database) },
    makeStore: { SQLStore(database: try await TestDatabase.empty()) })

  @Test(
    .enabled(if: TestDatabase.isThere),
    arguments: StoreCheck.all + StoreCheck.stored + StoreCheck.erased + StoreCheck.reopened + StoreCheck.shared)
  func `my store keeps its promises`(check: StoreCheck) async {
    let failures = await conformance.failures(of: check)
    #expect(failures == [])
  }
}
