import Testing
import WorkflowKernel

/// Two use cases at the same time, each on a server of its own.
struct Race: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// How often, at most, one is stopped in the middle for the other.
  var switchesMax = Int.max
  /// What has happened before.
  let before: @Sendable (Server) async throws -> Void
  let left: @Sendable (Server) async throws -> Void
  let right: @Sendable (Server) async throws -> Void
  /// What must hold however they meet; the results are `done`, or the code of the refusal.
  let check: @Sendable (Server, _ results: [String]) async throws -> Void

  /// Runs every schedule, each in a town of its own.
  ///
  /// - Returns: how many schedules there were.
  func explore() async throws -> Int {
    var schedules = Schedules(switchesMax: switchesMax)
    var count = 0
    while let schedule = schedules.next {
      count += 1
      let town = TownHall(.guyancourt)
      try await before(town.server())
      let turnstile = Turnstile(schedule: schedule)
      async let first = result(of: left, as: 0, in: town, turnstile)
      async let second = result(of: right, as: 1, in: town, turnstile)
      let results = try await [first, second]
      try await check(town.server(), results)
      schedules.advance(from: await turnstile.decisions)
    }
    return count
  }

  private func result(
    of useCase: @Sendable (Server) async throws -> Void, as who: Int, in town: TownHall, _ turnstile: Turnstile
  ) async throws -> String {
    let server = try town.server(Faults(waitingFor: { await turnstile.pass(who) }))
    await turnstile.pass(who)
    let result: String
    do {
      try await useCase(server)
      result = "done"
    } catch let refusal as any ExplainableRefusal {
      result = refusal.code
    } catch {
      result = "\(error)"
    }
    await turnstile.leave(who)
    return result
  }
}
