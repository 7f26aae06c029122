import Foundation
import Identity
import Testing

/// An account of 18 February 2026: 35 months later, 36 whole months later, and 12 more.
struct RetentionTests {
  private let accounts: SampleAccounts
  private let warning: Date
  private let closing: Date

  init() throws {
    accounts = try SampleAccounts()
    warning = try Self.midnight(2029, 1, 18)
    closing = try Self.midnight(2029, 2, 19)
  }

  private static func midnight(_ year: Int, _ month: Int, _ day: Int) throws -> Date {
    // Paris is one hour ahead of UTC in winter.
    try Date("\(year)-0\(month)-\(day)T00:00:00+01:00", strategy: .iso8601)
  }

  private func due(_ state: AccountState) -> (Date, AccountEvent.EventName)? {
    accounts.machine.deadline(of: state).map { ($0.instant, AccountMachine.name(of: $0.event)) }
  }

  @Test(arguments: [AccountState.StateName.enAttente, .valide, .modifie, .invalide])
  func `F52: an account without sign-in is warned after 35 months and closed after 36`(name: AccountState.StateName)
    throws
  {
    let state = try accounts.state(name)
    #expect(try #require(due(state)) == (warning, .warn))
    #expect(throws: AccountRefusal.notDue) { try accounts.after(state, .warn, by: .system, at: warning.adding(-1)) }
    let warned = try accounts.after(state, .warn, by: .system, at: warning)
    #expect(warned.effects.map(\.code) == ["account.closing-announced"])
    #expect(warned.effects.first?.arguments.first?.value.hasSuffix("février 2029") == true)
    #expect(try #require(due(warned.state)) == (closing, .close))
    #expect(throws: AccountRefusal.notDue) {
      try accounts.after(warned.state, .close(.unused), by: .system, at: closing.adding(-1))
    }
    #expect(throws: AccountRefusal.notDue) { try accounts.after(warned.state, .warn, by: .system, at: closing) }
    let closed = try accounts.after(warned.state, .close(.unused), by: .system, at: closing)
    #expect(closed.state.name == .ferme)
  }

  @Test func `F52: no account is closed unused without a warning, and a late warning still leaves its month`() throws {
    let state = try accounts.state(.valide)
    #expect(throws: AccountRefusal.notDue) {
      try accounts.after(state, .close(.unused), by: .system, at: .distantFuture.adding(-1e9))
    }
    let late = try Self.midnight(2029, 4, 10).adding(3600)
    let warned = try accounts.after(state, .warn, by: .system, at: late).state
    let summer = try Date("2029-05-11T00:00:00+02:00", strategy: .iso8601)
    #expect(try #require(due(warned)) == (summer, .close))
  }

  @Test func `F52: signing in, or a new password, starts the months again and voids the warning`() throws {
    let warned = try accounts.after(accounts.state(.valide), .warn, by: .system, at: warning).state
    for event: AccountEvent in [
      .signIn(generation: 1, rehashed: nil),
      .changePassword(Drawn(PasswordHash("new")), proof: .recovery(generation: 1)),
    ] {
      let used = try accounts.after(warned, event, by: SampleAccounts.holder, at: warning.adding(3600)).state
      #expect(used.credentials?.warnedAt == nil)
      #expect(try #require(due(used)) == (Date("2031-12-18T00:00:00+01:00", strategy: .iso8601), .warn))
    }
  }

  @Test func `F52: a closed account is erased after its months, and nothing personal is left`() throws {
    let closed = try accounts.state(.ferme)
    let erasure = try Self.midnight(2027, 2, 19)
    #expect(try #require(due(closed)) == (erasure, .erase))
    #expect(throws: AccountRefusal.notDue) { try accounts.after(closed, .erase, by: .system, at: erasure.adding(-1)) }
    let erased = try accounts.after(closed, .erase, by: .system, at: erasure).state
    #expect(due(erased) == nil)
    #expect(accounts.machine.facets(of: erased) == Facets())
    let stored = try #require(String(data: JSONEncoder().encode(erased), encoding: .utf8))
    for personal in ["Lire", "amelie", "account-1"] { #expect(!stored.contains(personal)) }
  }

  @Test func `F52: the erasure plan says when each kind of data goes`() throws {
    let retention = accounts.machine.policy.retention
    func terms(_ name: AccountState.StateName) throws -> [ErasurePlan.Term] {
      let plan = ErasurePlan(of: try accounts.state(name), under: retention)
      #expect(plan.lines.map(\.content) == ErasurePlan.Content.allCases)
      return plan.lines.map(\.term)
    }
    #expect(try terms(.valide) == [.due(closing), .due(Self.midnight(2030, 2, 20)), .kept])
    #expect(try terms(.ferme) == [.erased, .due(Self.midnight(2027, 2, 19)), .kept])
    #expect(try terms(.efface) == [.erased, .erased, .kept])
  }

  @Test func `F52: a town cannot keep unused accounts beyond 36 months, nor close them without notice`() throws {
    let calendar = accounts.machine.policy.retention.calendar
    #expect(throws: WeakPolicy.self) { try RetentionPolicy(unusedMonths: 37, calendar: calendar) }
    #expect(throws: WeakPolicy.self) { try RetentionPolicy(unusedMonths: 1, calendar: calendar) }
    #expect(throws: WeakPolicy.self) { try RetentionPolicy(noticeMonths: 0, calendar: calendar) }
    #expect(throws: WeakPolicy.self) { try RetentionPolicy(unusedMonths: 12, noticeMonths: 12, calendar: calendar) }
    #expect(throws: WeakPolicy.self) { try RetentionPolicy(closedMonths: -1, calendar: calendar) }
  }

  @Test func `F52: the engine warns, closes and erases as the instants come`() async throws {
    let town = try Town()
    let id = try await town.validated()
    _ = try await town.services.accounts.run(dueAt: warning)
    #expect(try town.state(id).name == .valide)
    _ = try await town.services.accounts.run(dueAt: closing)
    #expect(try town.state(id).name == .ferme)
    let run = try await town.services.accounts.run(dueAt: closing.adding(366 * 86_400))
    #expect(run.failures.isEmpty)
    #expect(try town.state(id).name == .efface)
    #expect(
      town.accounts.journal(of: id).map(\.event) == [.open, .validate, .warn, .close, .erase])
  }
}
