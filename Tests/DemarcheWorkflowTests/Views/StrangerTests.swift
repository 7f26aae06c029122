import DemarcheWorkflow
import Foundation
import Testing

/// Whoever is nothing to a démarche learns nothing of it.
struct StrangerTests {
  private let now = instant("2026-11-24T10:00:00+01:00")
  private let store = InMemoryStore<DemarcheMachine>()
  private var engine: Engine<DemarcheMachine> { Engine(Town.machine, store: store) }

  private func play(to name: DemarcheStateName) async throws {
    for step in Case.school.steps(to: name) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
  }

  private static let strangers = [
    People.basile, .citizen("d-1"), .visitor("acc-amelie"), People.passerby, People.grantAgent, People.idleAgent,
  ]

  @Test(arguments: DemarcheStateName.allCases)
  func `F15: a stranger is told the same of another's démarche as of none`(name: DemarcheStateName) throws {
    let state = try #require(try Case.school.story(to: name).state)
    for stranger in Self.strangers {
      let context = Context(instant: now, principal: stranger)
      for order in DemarcheEventName.allCases where order != .open {
        let event = Case.school.sample(of: order, for: nil)
        for known in [state, nil] {
          #expect(throws: DemarcheRefusal.notAllowed(order)) {
            try Town.machine.transition(from: known, on: event, in: context)
          }
          #expect(Town.machine.obstacles(to: order, in: known, for: context) == [.principal])
        }
      }
      #expect(throws: DemarcheRefusal.notAllowed(.open)) {
        try Town.machine.transition(from: state, on: .open(Case.school.opening), in: context)
      }
    }
  }

  @Test func `F15: an order with the revision that was seen tells a stranger nothing either`() async throws {
    try await play(to: .enCours)
    let desk = CitizenDesk(engine)
    let last = try #require(store.load("d-1")?.revision)
    for id in ["d-1", "d-9"] as [DemarcheID] {
      for seen in [nil, .first, last] as [Revision?] {
        await #expect(throws: DemarcheRefusal.notAllowed(.cancel)) {
          try await desk.order(
            .cancel(.withdrawal), to: id, expecting: seen, in: Context(instant: now, principal: People.basile))
        }
      }
    }
    let mine = Context(instant: now, principal: People.amelie)
    await #expect(throws: SendRefusal.stale) {
      try await desk.order(.cancel(.withdrawal), to: "d-1", expecting: .first, in: mine)
    }
    let answer = try await desk.order(.cancel(.withdrawal), to: "d-1", expecting: last, in: mine)
    #expect(answer.state.name == .annule && answer.revision == last.next && !answer.isRepeat)
  }

  @Test func `F15: what an applicant is answered holds no internal note, and neither does a repeat`() async throws {
    try await play(to: .enCours)
    let agent = Context(instant: now, principal: People.schoolAgent)
    _ = try await engine.send(.note(Personal("Entre nous"), .internal), to: "d-1", in: agent)
    let desk = CitizenDesk(engine)
    let mine = Context(instant: now, principal: People.amelie)
    for isRepeat in [false, true] {
      let answer = try await desk.order(
        .note(Personal("Bonjour"), .public), to: "d-1", key: RequestKey("k-1"), in: mine)
      #expect(answer.state.dossier?.notes.map(\.text.value) == ["Bonjour"])
      #expect(answer.isRepeat == isRepeat)
    }
    #expect(store.load("d-1")?.state.dossier?.notes.map(\.text.value) == ["Entre nous", "Bonjour"])
  }

  @Test(arguments: DemarcheStateName.allCases)
  func `F15: the journal is read by the applicant and the service in charge, and by nobody else`(
    name: DemarcheStateName
  ) async throws {
    try await play(to: name)
    let agents = AgentDesk(engine)
    let citizens = CitizenDesk(engine)
    let lines = store.journal(of: "d-1")
    let inCharge = Agent(id: "a", services: ["scolaire"])
    if name == .brouillon {
      await #expect(throws: DemarcheRefusal.notAllowed(.consult)) { try await agents.journal(of: "d-1", for: inCharge) }
    } else {
      #expect(try await agents.journal(of: "d-1", for: inCharge) == lines)
    }
    #expect(store.journal(of: "d-1") == lines)
    await #expect(throws: DemarcheRefusal.notAllowed(.consult)) {
      try await agents.journal(of: "d-1", for: Agent(id: "a", services: ["ccas"]))
    }
    await #expect(throws: DemarcheRefusal.notAllowed(.consult)) {
      try await agents.journal(of: "d-9", for: Agent(id: "a", services: ["scolaire"]))
    }
    for principal in Self.strangers + [People.schoolAgent, .system] {
      await #expect(throws: DemarcheRefusal.notAllowed(.consult)) {
        try await citizens.history(of: "d-1", as: principal)
      }
    }
    if name == .archive {
      await #expect(throws: DemarcheRefusal.notAllowed(.consult)) {
        try await citizens.history(of: "d-1", as: People.amelie)
      }
    } else {
      let history = try await citizens.history(of: "d-1", as: People.amelie)
      #expect(history.map(\.event) == lines.map(\.event))
      #expect(history.map(\.by).first == .citizen)
    }
  }

  @Test func `F15: an agent's order with the revision that was seen tells another service nothing`() async throws {
    try await play(to: .enCours)
    let desk = AgentDesk(engine)
    let last = try #require(store.load("d-1")?.revision)
    let other = Context(instant: now, principal: People.grantAgent)
    for seen in [Revision.first, last, last.next] {
      await #expect(throws: DemarcheRefusal.notAllowed(.takeUp)) {
        try await desk.order(.takeUp, to: "d-1", expecting: seen, in: other)
      }
    }
    let mine = Context(instant: now, principal: People.schoolAgent)
    await #expect(throws: SendRefusal.stale) { try await desk.order(.takeUp, to: "d-1", expecting: .first, in: mine) }
    #expect(try await desk.order(.takeUp, to: "d-1", expecting: last, in: mine).record.revision == last.next)
  }

  @Test func `F15: at the desk a draft does not exist for an agent`() async throws {
    try await play(to: .brouillon)
    let desk = AgentDesk(engine)
    let agent = Context(instant: now, principal: People.schoolAgent)
    await #expect(throws: DemarcheRefusal.notAllowed(.note)) {
      try await desk.order(.note(Personal("Bonjour"), .internal), to: "d-1", in: agent)
    }
    await #expect(throws: DemarcheRefusal.notAllowed(.consult)) { try await desk.read("d-1", in: agent) }
    #expect(store.load("d-1")?.state.dossier?.notes.isEmpty == true)
  }
}
