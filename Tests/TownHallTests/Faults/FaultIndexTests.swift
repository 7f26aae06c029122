import Foundation
import Testing
import WorkflowTesting

/// A crash at every call of every port, before and after its effect: done again, each use case ends as without it.
struct FaultIndexTests {
  @Test(arguments: UseCase.all)
  func `F30, F46: whichever call breaks, doing it again ends as if nothing had happened`(useCase: UseCase) async throws
  {
    let (expected, calls) = try await rehearse(useCase)
    #expect(calls > 5)
    for call in 1...calls {
      for moment in FaultMoment.allCases {
        let town = TownHall(.guyancourt)
        try await useCase.before(town.server(), TownHall.opening)
        let broken = try town.server(Faults(.call(call, moment)))
        // What the person sees then is an error page, whatever it says.
        try? await useCase.act(broken, TownHall.opening)
        #expect(broken.faults.injected == 1, "call \(call)")
        let outcome = try await finish(useCase, in: town)
        #expect(outcome == expected, "call \(call), \(moment)")
        #expect(town.mailbox.contradictions.isEmpty, "call \(call), \(moment)")
      }
    }
  }

  @Test(arguments: UseCase.all)
  func `F30, F46: however often calls break, doing it once more ends as if nothing had happened`(
    useCase: UseCase
  ) async throws {
    let (expected, _) = try await rehearse(useCase)
    for seed in 1...UInt64(Scale.seeds) {
      let town = TownHall(.guyancourt)
      try await useCase.before(town.server(), TownHall.opening)
      var faults = 0
      for attempt in 0..<3 {
        let random = SeededGenerator(seed: seed << 8 + UInt64(attempt))
        let broken = try town.server(Faults(.seeded(random, perMille: 150)))
        try? await useCase.act(broken, TownHall.opening + Double(attempt - 3) * useCase.retryAfterSeconds)
        faults += broken.faults.injected
      }
      let outcome = try await finish(useCase, in: town)
      #expect(outcome == expected, "seed \(seed), \(faults) faults")
      #expect(town.mailbox.contradictions.isEmpty, "seed \(seed)")
    }
  }

  private func rehearse(_ useCase: UseCase) async throws -> (outcome: [String], calls: Int) {
    let town = TownHall(.guyancourt)
    try await useCase.before(town.server(), TownHall.opening)
    let server = try town.server()
    try await useCase.act(server, TownHall.opening)
    let calls = server.faults.calls
    for minutes in [2.0, 5] { try await server.run(at: TownHall.opening + minutes * 60) }
    return (try useCase.outcome(town), calls)
  }

  /// Somebody does it again, on another server, and what waits is delivered.
  private func finish(_ useCase: UseCase, in town: TownHall) async throws -> [String] {
    let server = try town.server()
    try await useCase.act(server, TownHall.opening + useCase.retryAfterSeconds)
    for minutes in [2.0, 5] { try await server.run(at: TownHall.opening + minutes * 60) }
    return try useCase.outcome(town)
  }
}
