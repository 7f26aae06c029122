import DemarcheWorkflow
import Foundation
import Testing

struct EngineTests {
  private let store = InMemoryStore<DemarcheMachine>()
  private var engine: Engine<DemarcheMachine> { Engine(Town.machine, store: store) }
  private let now = instant("2026-11-24T10:00:00+01:00")

  private func play(_ id: DemarcheID, _ tested: Case, to name: DemarcheStateName) async throws {
    for step in tested.steps(to: name) {
      _ = try await engine.send(step.event, to: id, in: Context(instant: step.instant, principal: step.principal))
    }
  }

  @Test func `F30: fifty repeats of one submission at once record one line, with one number and one mail`() async throws
  {
    try await play("d-1", .act, to: .brouillon)
    let lines = store.journal(of: "d-1").count
    let key = try RequestKey("submit-1")
    let context = Context(instant: now, principal: People.passerby)
    let answers = try await withThrowingTaskGroup(of: Answer<DemarcheMachine>.self) { group in
      for attempt in 0..<50 {
        group.addTask {
          // Each server draws a number and hashes a code of its own.
          try await engine.send(
            .submit(submission(serial: attempt, captcha: "captcha-1")), to: "d-1", key: key, in: context)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count { !$0.isRepeat } == 1)
    #expect(Set(answers.map(\.entry)).count == 1)
    #expect(Set(answers.map(\.state.filing?.number)).count == 1)
    #expect(store.journal(of: "d-1").count == lines + 1)
    #expect(store.pendingEffects(at: .distantFuture, limit: 10).count == 1)
  }

  @Test func `F30: fifty repeats of one opening at once, each under its own identifier, make one draft`() async throws {
    let key = try RequestKey("open-1")
    let context = Context(instant: now, principal: People.amelie)
    let ids = try await withThrowingTaskGroup(of: DemarcheID.self) { group in
      for attempt in 0..<50 {
        group.addTask {
          try await engine.send(
            .open(Opening("naissance")), to: DemarcheID("d-\(attempt)"), key: key, in: context
          ).record.id
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(ids.count == 1)
    #expect(try await CitizenDesk(engine).drafts(of: "acc-amelie").rows.count == 1)
  }

  @Test func `F30: a key that was used for another order, another démarche or by somebody else is an error`()
    async throws
  {
    try await play("d-1", .school, to: .complet)
    try await play("d-2", .act.numbered(2), to: .complet)
    let key = try RequestKey("decide-1")
    let context = Context(instant: now, principal: People.schoolAgent)
    _ = try await engine.send(.validate(.decision), to: "d-1", key: key, in: context)
    let repeated = try await engine.send(.validate(.decision), to: "d-1", key: key, in: context)
    #expect(repeated.isRepeat && repeated.state.name == .valide)
    let before = try store.snapshot()
    await #expect(throws: SendRefusal.keyReused) {
      try await engine.send(.reject(.decision(reason())), to: "d-1", key: key, in: context)
    }
    await #expect(throws: SendRefusal.keyReused) {
      try await engine.send(
        .validate(.decision), to: "d-1", key: key, in: Context(instant: now, principal: People.secondSchoolAgent))
    }
    await #expect(throws: SendRefusal.keyReused) {
      try await engine.send(
        .validate(.decision), to: "d-2", key: key, in: Context(instant: now, principal: People.actAgent))
    }
    #expect(try store.snapshot() == before)
  }

  @Test(arguments: 0..<20)
  func `F26: of two agents who decide at once one decides, the other learns that the state has moved`(
    round: Int
  ) async throws {
    try await play("d-1", .school, to: .complet)
    let outcomes = await decide(expecting: nil)
    let state = try #require(store.load("d-1")?.state.name)
    #expect([.valide, .rejete].contains(state))
    let expected: DemarcheRefusal =
      state == .valide ? .notPossible(.reject, in: .valide) : .notPossible(.validate, in: .rejete)
    #expect(outcomes.compactMap { $0 as? DemarcheRefusal } == [expected])
    #expect(outcomes.count { $0 == nil } == 1)
    #expect(store.journal(of: "d-1").count { [.validate, .reject].contains($0.event) } == 1)
  }

  @Test func `F26: an agent who says what they saw is told that it has changed since`() async throws {
    try await play("d-1", .school, to: .complet)
    let seen = try #require(store.load("d-1")?.revision)
    let outcomes = await decide(expecting: seen)
    #expect(outcomes.compactMap { $0 as? SendRefusal } == [.stale])
    #expect(outcomes.count { $0 == nil } == 1)
  }

  @Test func `F15: a consultation by a colleague makes nobody stale; a note does`() async throws {
    try await play("d-1", .school, to: .complet)
    let mine = Context(instant: now, principal: People.schoolAgent)
    let colleague = Context(instant: now, principal: People.secondSchoolAgent)
    let seen = try await AgentDesk(engine).read("d-1", in: mine).revision
    _ = try await AgentDesk(engine).read("d-1", in: colleague)
    try await engine.send(.note(Personal("Vu."), .internal), to: "d-1", expecting: seen, in: mine)
    await #expect(throws: SendRefusal.stale) {
      try await engine.send(.validate(.decision), to: "d-1", expecting: seen, in: colleague)
    }
  }

  @Test(arguments: [0, 86_400 * 40])
  func `F31: what silence has decided no agent undoes by deciding late, whether or not the system has acted`(
    secondsLate: Double
  ) async throws {
    try await play("d-1", .school, to: .complet)
    let state = try #require(store.load("d-1")?.state)
    let limit = try #require(Town.machine.deadline(of: state)).instant
    let late = Context(instant: limit.addingTimeInterval(secondsLate), principal: People.schoolAgent)
    await #expect(throws: DemarcheRefusal.notPossible(.reject, in: .valide)) {
      try await engine.send(.reject(.decision(reason())), to: "d-1", in: late)
    }
    guard case .valide(let demarche) = store.load("d-1")?.state else {
      Issue.record("silence has not accepted")
      return
    }
    #expect(demarche.state.ground == .silence)
    #expect(demarche.state.decided == limit)
    #expect(store.journal(of: "d-1").last?.actor == .system)
  }

  @Test func `F31: an agent who decides in the last second before silence decides`() async throws {
    try await play("d-1", .school, to: .complet)
    let state = try #require(store.load("d-1")?.state)
    let limit = try #require(Town.machine.deadline(of: state)).instant
    let context = Context(instant: limit.addingTimeInterval(-1), principal: People.schoolAgent)
    try await engine.send(.reject(.decision(reason())), to: "d-1", in: context)
    #expect(store.load("d-1")?.state.name == .rejete)
  }

  private func decide(expecting seen: Revision?) async -> [(any Error)?] {
    let orders: [(DemarcheEvent, Principal)] = [
      (.validate(.decision), People.schoolAgent), (.reject(.decision(reason())), People.secondSchoolAgent),
    ]
    return await withTaskGroup(of: (any Error)?.self) { group in
      for (event, principal) in orders {
        group.addTask {
          do {
            _ = try await engine.send(
              event, to: "d-1", expecting: seen, in: Context(instant: now, principal: principal))
            return nil
          } catch { return error }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test func `F31: what is due is done, the same night, for every kind of time limit`() async throws {
    try await play("draft", .act.by(People.amelie), to: .brouillon)
    try await play("silent-yes", .school, to: .complet)
    try await play("silent-no", .grant.numbered(2), to: .enCours)
    try await play("unanswered", .act.numbered(3), to: .incomplet)
    try await play("over", .school.numbered(4).about(People.otherChild), to: .valide)

    func run(_ text: String) async throws -> [String] {
      let run = try await engine.run(dueAt: instant(text), pageSize: 2)
      #expect(run.failures.isEmpty)
      return run.answers.map { "\($0.record.id) \($0.entry.event) \($0.entry.to)" }
    }
    #expect(try await run("2026-12-06T23:59:59+01:00") == [])
    #expect(try await run("2026-12-07T00:00:00+01:00") == ["draft warn brouillon"])
    #expect(try await run("2026-12-07T00:00:00+01:00") == [])
    #expect(try await run("2026-12-14T00:00:00+01:00") == ["draft cancel annule"])
    #expect(try await run("2026-12-15T00:00:00+01:00") == ["draft archive archive"])
    #expect(try await run("2026-12-24T00:00:00+01:00") == ["unanswered cancel annule"])
    #expect(
      try await run("2027-01-24T00:00:00+01:00") == ["silent-no reject rejete", "silent-yes validate valide"])
    #expect(try await run("2027-03-25T00:00:00+01:00") == ["unanswered archive archive"])
    #expect(
      try await run("2027-09-01T00:00:00+02:00") == ["over close clos", "silent-yes close clos"])
    // Twelve months after the closing, twenty-four after the rejection; the host was away for a while.
    #expect(
      try await run("2029-02-01T00:00:00+01:00") == [
        "over archive archive", "silent-yes archive archive", "silent-no archive archive",
      ])
    #expect(try await run("2999-01-01T00:00:00+01:00") == [])
    #expect(store.journal(of: "silent-yes").last?.actor == .system)
  }

  @Test func `F31: a host that was away for months catches up, one limit after the other`() async throws {
    try await play("d-1", .school, to: .complet)
    let run = try await engine.run(dueAt: instant("2030-01-01T00:00:00+01:00"))
    // Each takes effect at its own limit, so that the retention counts from the end of the season.
    #expect(run.answers.map(\.entry.event) == [.validate, .close, .archive])
  }

  @Test func `F30: each accepted order is one line: who, when, what, from, to, why`() async throws {
    try await play("d-1", .school, to: .rejete)
    let line = try #require(store.journal(of: "d-1").last)
    #expect(line.actor == .agent("agent-ecole"))
    #expect(line.instant == Case.start.addingTimeInterval(5 * 60))
    #expect(line.event == .reject && line.from == .enCours && line.to == .rejete && line.reason == "dossier")
    #expect(store.journal(of: "d-1").map(\.event) == [.open, .answer, .supplyPiece, .submit, .reviewPiece, .reject])
    #expect(store.journal(of: "d-1").first?.from == nil)
  }
}

extension Case {
  /// The same case under a request number of its own.
  func numbered(_ serial: Int) -> Case {
    var copy = self
    copy.serial = serial
    if captcha != nil { copy.captcha = "captcha-\(serial)" }
    return copy
  }

  /// The same case for another member.
  func about(_ subject: Subject) -> Case {
    var copy = self
    copy.opening = Opening(opening.procedure, for: subject)
    return copy
  }
}
