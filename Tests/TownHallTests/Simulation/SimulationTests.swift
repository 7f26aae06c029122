import Testing
import WorkflowKernel

/// Years of a town under fire: every fault, every repeat, two servers, odd clocks.
struct SimulationTests {
  /// To play a failing town again: `TOWN_HALL_FIRST_SEED=<seed> TOWN_HALL_SEEDS=1 swift test --filter SimulationTests`.
  @Test func `F05, F21, F26, F28, F30, F44 to F46, F52: a town under fire keeps every promise`() async throws {
    let seeds = Scale.firstSeed..<(Scale.firstSeed + Scale.seeds)
    let towns = try await withThrowingTaskGroup(of: Simulation.self) { group in
      for seed in seeds {
        group.addTask {
          var town = try Simulation(seed: UInt64(seed))
          try await town.play(steps: Scale.steps)
          return town
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for town in towns {
      #expect(
        town.watch.complaints.isEmpty,
        """
        seed \(town.seed): \(town.watch.complaints.prefix(5).joined(separator: "; "))
        \(town.story.suffix(25).joined(separator: "\n"))
        """)
    }
    guard Scale.seeds >= 16 else { return }
    let reached = Reached(towns)
    #expect(reached.missing.isEmpty)
    #expect(reached.faults > 500)
  }

  @Test func `one seed is one story, whatever machine plays it`() async throws {
    var first = try Simulation(seed: 7)
    var second = try Simulation(seed: 7)
    try await first.play(steps: 60)
    try await second.play(steps: 60)
    #expect(first.story == second.story)
    #expect(try first.town.demarches.base.snapshot() == second.town.demarches.base.snapshot())
    #expect(try first.town.attempts.base.snapshot() == second.town.attempts.base.snapshot())
  }
}
