import Foundation
import Identity
import Testing

struct ThrottleTests {
  private let machine = ThrottleMachine()

  private func knock(_ state: DoorState?, _ kind: DoorKind = .login, at instant: Date) throws -> DoorState {
    try machine.transition(
      from: state, on: .knock(kind), in: Context(instant: instant, principal: .visitor(Town.visitor))
    ).state
  }

  @Test func `F12: three tries are free, then the wait doubles from one second to an hour`() throws {
    // Written out from the reference: 1 s after the third failure, doubling, never above 3600 s.
    let waits: [Double] = [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600, 3600]
    var state: DoorState?
    var now = Town.noon
    for wait in waits {
      state = try knock(state, at: now)
      #expect(state?.isAdmitted == true)
      if wait > 0 {
        let early = try knock(state, at: now.adding(wait - 0.5))
        #expect(!early.isAdmitted)
        #expect(early.count == state?.count)
      }
      now = now.adding(wait)
    }
  }

  @Test func `F12: the hundredth failure is admitted, the next ones never, until the door is cleared`() throws {
    var state: DoorState?
    var now = Town.noon
    for _ in 1...100 {
      state = try knock(state, at: now)
      #expect(state?.isAdmitted == true)
      now = now.adding(3600)
    }
    for years in 1...3 {
      #expect(try !knock(state, at: now.adding(Double(years) * 365 * 86_400)).isAdmitted)
    }
    let cleared = try machine.transition(
      from: state, on: .clear, in: Context(instant: now, principal: .visitor(Town.visitor))
    ).state
    #expect(try knock(cleared, at: now).isAdmitted)
  }

  @Test func `F12: a try taken back leaves the others counted`() throws {
    var state: DoorState?
    for _ in 1...3 { state = try knock(state, at: Town.noon) }
    let back = try machine.transition(
      from: state, on: .takeBack, in: Context(instant: Town.noon, principal: .visitor(Town.visitor))
    ).state
    #expect(back.count.failures == 2)
    #expect(try knock(back, at: Town.noon).isAdmitted)
  }

  @Test func `F12: a source is never shut for good, and a quiet day forgets its failures`() throws {
    var state: DoorState?
    var now = Town.noon
    for _ in 1...300 {
      state = try knock(state, .source, at: now)
      #expect(state?.isAdmitted == true)
      now = now.adding(3600)
    }
    let last = try #require(state)
    let deadline = try #require(machine.deadline(of: last))
    #expect(deadline.instant == last.count.lastKnock.adding(86_400))
    #expect(try knock(last, .source, at: deadline.instant).count.failures == 1)
    #expect(try knock(last, .source, at: deadline.instant.adding(-1)).count.failures == 301)
  }

  @Test
  func `F52: a login's door forgets once it was quiet for longer than an unused account is kept, unless it stopped`()
    async throws
  {
    let town = try Town()
    let calendar = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    let kept = calendar.firstInstant(of: calendar.date(of: Town.noon).adding(months: 36).adding(days: 1))
    _ = try? await town.signIn("inconnu.ici", "faux")
    let state = try knock(nil, at: Town.noon)
    let deadline = try #require(machine.deadline(of: state))
    #expect(deadline.instant > kept && deadline.event == .clear)
    #expect(try knock(state, at: deadline.instant.adding(-1)).count.failures == 2)
    _ = try await town.services.doors.run(dueAt: deadline.instant)
    let stored = try #require(String(data: town.doors.inner.snapshot(), encoding: .utf8))
    #expect(!stored.contains(/"failures":[1-9]/) && stored.contains("login:"))
    var full: DoorState? = state
    for hours in 1..<100 { full = try knock(full, at: Town.noon.adding(Double(hours) * 3600)) }
    #expect(full?.count.failures == 100)
    #expect(full.map { machine.deadline(of: $0) == nil } == true)
  }

  @Test func `F13: three letters to one account, then none for a day, then three again`() throws {
    var state: DoorState?
    for admitted in [true, true, true, false] {
      state = try knock(state, .letters, at: Town.noon)
      #expect(state?.isAdmitted == admitted)
    }
    #expect(try !knock(state, .letters, at: Town.noon.adding(86_399)).isAdmitted)
    for admitted in [true, true, true, false] {
      state = try knock(state, .letters, at: Town.noon.adding(86_400))
      #expect(state?.isAdmitted == admitted)
    }
  }

  @Test func `F13: ten recoveries from one source, then none for an hour, then ten again`() throws {
    var state: DoorState?
    for admitted in Array(repeating: true, count: 10) + [false] {
      state = try knock(state, .recoveries, at: Town.noon)
      #expect(state?.isAdmitted == admitted)
    }
    for admitted in Array(repeating: true, count: 10) + [false] {
      state = try knock(state, .recoveries, at: Town.noon.adding(3600))
      #expect(state?.isAdmitted == admitted)
    }
  }

  @Test func `F12: waits below those of the reference cannot be configured`() throws {
    func policy(
      after first: Int = 3, _ wait: Double = 1, to longest: Double = 3600, stop: Int? = nil, quiet: Double? = nil
    ) throws -> ThrottlePolicy {
      try ThrottlePolicy(
        firstWaitAfter: first, firstWaitSeconds: wait, longestWaitSeconds: longest, stopsAfter: stop,
        forgetsAfterSeconds: quiet)
    }
    #expect(throws: WeakPolicy.self) { try policy(after: 0) }
    #expect(throws: WeakPolicy.self) { try policy(0) }
    #expect(throws: WeakPolicy.self) { try policy(2, to: 1) }
    #expect(throws: WeakPolicy.self) { try policy(stop: 0) }
    for endless in [Double.infinity, .nan] {
      #expect(throws: WeakPolicy.self) { try policy(endless, to: endless) }
      #expect(throws: WeakPolicy.self) { try policy(to: endless) }
      #expect(throws: WeakPolicy.self) { try policy(quiet: endless) }
    }
    for login in [try policy(), try policy(stop: 101), try policy(stop: 100, quiet: 86_400)] {
      #expect(throws: WeakPolicy.self) { try ThrottlePolicies(login: login) }
    }
    let stopping = try policy(stop: 100)
    _ = try ThrottlePolicies(login: stopping)
    #expect(throws: WeakPolicy.self) { try ThrottlePolicies(source: stopping) }
    #expect(throws: WeakPolicy.self) { try ThrottlePolicies(recoveries: stopping) }
    #expect(throws: WeakPolicy.self) { try ThrottlePolicies(letters: stopping) }
    let longer = try policy(86_401, to: 86_401)
    #expect(throws: WeakPolicy.self) { try ThrottlePolicies(letters: longer) }
    #expect(try ThrottlePolicies() == .reference)
  }

  @Test func `F12: nobody clears a door that nobody knocked at`() {
    for event: DoorEvent in [.clear, .takeBack] {
      #expect(throws: DoorRefusal.unknown) {
        try machine.transition(from: nil, on: event, in: Context(instant: Town.noon, principal: .system))
      }
    }
  }
}
