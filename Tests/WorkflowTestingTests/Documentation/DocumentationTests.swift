import Foundation
import TestSupport
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `The documentation of the test kit` {
  @Test func `shows listings that run`() async throws {
    let noon = Date(timeIntervalSince1970: 1_788_264_000)
    @Sendable func scenario(_ store: some Store<SampleNotebook>) async throws {
      let context = Context(instant: noon, principal: .system)
      _ = try await Engine(SampleNotebook(), store: store)
        .send(.write("a"), to: "n-1", key: RequestKey("k-1"), in: context)
    }

    let conformance = StoreConformance { InMemoryStore<SampleNotebook>() }
    let failures = await conformance.failures()
    #expect(failures == [])

    let rehearsal = FaultyStore(InMemoryStore<SampleNotebook>())
    try await scenario(rehearsal)
    for number in 1...rehearsal.calls.count {
      for moment in FaultMoment.allCases {
        let base = InMemoryStore<SampleNotebook>()
        _ = try? await scenario(FaultyStore(base, plan: .call(number, moment)))
        try await scenario(base)
        // What must hold now.
        #expect(base.journal(of: "n-1").count == 1)
      }
    }

    let exploration = Exploration(
      of: SampleNotebook(),
      samples: [Sample(.write("a"), by: .citizen("jean"), at: noon), Sample(.close, by: .system, at: noon)],
      keyedBy: { SampleNotebook.name(of: $0) })
    let diagram = exploration.graph.mermaid()
    #expect(diagram.hasPrefix("stateDiagram-v2\n  [*] --> open : write (citizen)\n"))

    try Listings.check(
      "Sources/WorkflowTesting/WorkflowTesting.docc/WorkflowTesting.md",
      compiledIn: "Tests/WorkflowTestingTests/Documentation/DocumentationTests.swift")
  }
}
