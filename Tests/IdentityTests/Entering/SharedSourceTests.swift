import Foundation
import Identity
import Testing

/// Several people behind one address, one of whom guesses.
struct SharedSourceTests {
  private let now = Town.noon
  private let school = Source("school")

  /// Ten wrong guesses shut the door of the school for a second.
  private func shut(_ town: Town, at instant: Date) async throws {
    for number in 1...10 { _ = try? await town.signIn("inconnu.n\(number)", "faux", from: school, at: instant) }
  }

  @Test func `F12: what a shut source turns away is no failure of the login`() async throws {
    let town = try Town()
    _ = try await town.validated()
    try await shut(town, at: now)
    for _ in 1...120 {
      await #expect(throws: SignInRefusal.refused) { try await town.signIn(from: school) }
    }
    _ = try await town.signIn(from: Town.home)
    // What the neighbors tried counts for them alone, and the login's own failures are still counted.
    for _ in 1...3 { _ = try? await town.signIn("amélie.lire", "faux", from: Town.home) }
    await #expect(throws: SignInRefusal.refused) { try await town.signIn(from: Source("elsewhere")) }
  }

  @Test func `F13: an answer that a shut source turns away is not compared, mails nothing and counts at no login`()
    async throws
  {
    let town = try Town()
    _ = try await town.validated()
    let id = try #require(try await town.begin(from: school).id)
    try await shut(town, at: now)
    _ = town.trace.take()
    for _ in 1...4 {
      await #expect(throws: RecoveryRefusal.notConfirmed) { try await town.answer("Médor", to: id, from: school) }
    }
    #expect(!town.trace.take().contains("!compared with a stored hash"))
    #expect(try await town.recoveryLetters().isEmpty)
    _ = try await town.signIn()
    try await town.answer("Médor", to: id)
    #expect(try await town.recoveryLetters().count == 1)
  }

  @Test func `F12: a password that a shut source turns away is not compared`() async throws {
    let town = try Town()
    _ = try await town.validated()
    try await shut(town, at: now)
    _ = town.trace.take()
    await #expect(throws: SignInRefusal.refused) { try await town.signIn(from: school) }
    #expect(town.trace.take().filter { $0.contains("verify") || $0.contains("!") } == ["verify"])
  }

  @Test func `F13: too many recoveries from one source show questions, and no answer to them mails anything`()
    async throws
  {
    let town = try Town()
    _ = try await town.validated()
    for number in 1...10 { _ = try await town.begin("inconnu.n\(number)", from: school) }
    let id = try #require(try await town.begin(from: school).id)
    await #expect(throws: RecoveryRefusal.notConfirmed) { try await town.answer("Médor", to: id) }
    #expect(try await town.recoveryLetters().isEmpty)
    try await town.answer("Médor", to: #require(try await town.begin(from: Town.home).id))
  }

  @Test func `F13: a temporary password at a shut door takes no try back that was never counted`() async throws {
    let town = try Town()
    _ = try await town.validated()
    try await town.answer("Médor", to: #require(try await town.begin().id))
    let temporary = try #require(try await town.recoveryLetters().last?.arguments.first?.value)
    for number in 1...3 { _ = try? await town.signIn("amélie.lire", "faux", from: Source("s\(number)")) }
    #expect(try await town.signIn("amélie.lire", temporary).session.principal == nil)
    await #expect(throws: SignInRefusal.refused) { try await town.signIn() }
    _ = try await town.signIn(at: now.adding(1))
  }
}
