import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `The conformance kit` {
  private func conformance(_ flaw: Flaw?) -> StoreConformance<NaiveStore> {
    StoreConformance(
      plant: { bytes, id, store in
        await store.plant(bytes, in: id)
        return store
      },
      contents: { store in await store.contents },
      reopen: { store in
        try await store.restart()
        return store
      },
      neighbor: { store in NaiveNeighbor(store: store) },
      makeStore: { NaiveStore(flaw: flaw) })
  }

  @Test func `finds nothing wrong with another store that is right`() async {
    let failures = await conformance(nil).failures()
    #expect(failures == [])
  }

  @Test(arguments: Flaw.allCases)
  func `catches each broken store by the check meant for it`(flaw: Flaw) async throws {
    let conformance = conformance(flaw)
    let check = try #require(conformance.checks.first { $0.name == flaw.check })
    #expect(await !conformance.failures(of: check).isEmpty)
  }

  @Test func `mostly needs one check to name what is broken`() async {
    var alone: [Flaw] = []
    let calm = Flaw.allCases.filter { !$0.rawValue.hasPrefix("concurrent.") }
    for flaw in calm where await calmChecks(catching: flaw) == [flaw.check] { alone.append(flaw) }
    #expect(alone.count > calm.count / 2)
  }

  @Test(arguments: Flaw.allCases.filter { $0.check == "record.replaced" || $0.check.hasPrefix("reopened.") })
  func `needs one check to name what a store keeps too long or forgets`(flaw: Flaw) async {
    let caught = await calmChecks(catching: flaw)
    #expect(caught == [flaw.check])
  }

  /// The checks that catch a broken store, but for those that wait for several writers.
  private func calmChecks(catching flaw: Flaw) async -> Set<String> {
    let conformance = conformance(flaw)
    var caught: Set<String> = []
    for check in conformance.checks where !check.name.hasPrefix("concurrent.") {
      if await !conformance.failures(of: check).isEmpty { caught.insert(check.name) }
    }
    return caught
  }

  @Test func `shows a failure where the check was asked for`() async throws {
    let conformance = conformance(.acceptsStaleRevisions)
    let check = try #require(conformance.checks.first { $0.name == "revision.stale" })
    let line = #line + 1
    let failure = try #require(await conformance.failures(of: check).first)
    #expect(failure.place.line == line)
    #expect(failure.place.fileID.hasSuffix("FlawedStoreTests.swift"))
    #expect(failure.name == "revision.stale")
    #expect(failure.promise == check.promise)
    #expect(
      failure.finding == "late commit: expected conflict(current: Optional(Revision(rawValue: 3))), found committed")
    let lineOfAll = #line + 1
    #expect(await conformance.failures().allSatisfy { $0.place.line == lineOfAll })
  }

  @Test func `fails a check whose hook is missing, rather than passing it`() async {
    let conformance = StoreConformance { NaiveStore() }
    #expect(conformance.checks.map(\.name) == StoreCheck.all.map(\.name))
    for check in StoreCheck.stored + StoreCheck.erased + StoreCheck.reopened + StoreCheck.shared {
      #expect(await conformance.failures(of: check).count == 1)
    }
  }

  @Test func `fails every check of a store that cannot be made`() async {
    struct Down: Error {}
    let conformance = StoreConformance<NaiveStore> { throw Down() }
    #expect(await conformance.failures().count == StoreCheck.all.count)
  }

  @Test func `knows a broken store for each of its checks`() {
    let checks = (StoreCheck.all + StoreCheck.stored + StoreCheck.erased + StoreCheck.reopened + StoreCheck.shared)
      .map(\.name)
    #expect(Set(checks) == Set(Flaw.allCases.map(\.check)))
    #expect(Set(checks).count == checks.count)
  }
}
