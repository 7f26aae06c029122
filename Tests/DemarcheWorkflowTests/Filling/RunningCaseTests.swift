import DemarcheWorkflow
import Foundation
import Testing

struct RunningCaseTests {
  private let store = InMemoryStore<DemarcheMachine>()
  private var engine: Engine<DemarcheMachine> { Engine(Town.machine, store: store) }
  private let noon = Context(instant: instant("2026-11-23T12:00:00+01:00"), principal: People.amelie)

  private func open(_ id: DemarcheID, _ opening: Opening, by principal: Principal = People.amelie) async throws {
    _ = try await engine.send(.open(opening), to: id, in: Context(instant: noon.instant, principal: principal))
  }

  @Test func `F21: a subject has one running case of a procedure, counting drafts`() async throws {
    try await open("d-1", Opening("ecole", for: People.child))
    await #expect(throws: DemarcheRefusal.alreadyRunning) {
      try await open("d-2", Opening("ecole", for: People.child))
    }
    #expect(store.load("d-2") == nil)
  }

  @Test func `F21: another child, another procedure and another account have their own running case`() async throws {
    try await open("d-1", Opening("ecole", for: People.child))
    try await open("d-2", Opening("ecole", for: People.otherChild))
    try await open("d-3", Opening("aide", for: .household))
    try await open("d-4", Opening("ecole", for: People.child), by: People.basile)
    #expect(store.load("d-4") != nil)
  }

  @Test func `F21: a procedure that allows several may be opened again`() async throws {
    try await open("d-1", Opening("naissance"))
    try await open("d-2", Opening("naissance"))
    #expect(store.load("d-2") != nil)
  }

  @Test(arguments: [
    DemarcheStateName.brouillon, .enCours, .incomplet, .complet, .valide, .rejete, .annule, .clos, .archive,
  ])
  func `F21: the turn of the subject is held until the decision, and free from then on`(
    name: DemarcheStateName
  ) async throws {
    for step in Case.school.steps(to: name) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
    let isHeld = [.brouillon, .enCours, .incomplet, .complet].contains(name)
    if isHeld {
      await #expect(throws: DemarcheRefusal.alreadyRunning) {
        try await open("d-2", Opening("ecole", for: People.child))
      }
    } else {
      try await open("d-2", Opening("ecole", for: People.child))
    }
  }

  @Test func `F21: reopening takes the turn again, and is refused while another case has it`() async throws {
    for step in Case.school.steps(to: .rejete) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
    try await open("d-2", Opening("ecole", for: People.child))
    let agent = Context(instant: noon.instant.addingTimeInterval(3600), principal: People.schoolAgent)
    let before = try store.snapshot()
    await #expect(throws: DemarcheRefusal.alreadyRunning) {
      try await engine.send(.reopen(reason()), to: "d-1", in: agent)
    }
    #expect(try store.snapshot() == before)
    _ = try await engine.send(.cancel(.withdrawal), to: "d-2", in: noon)
    _ = try await engine.send(.reopen(reason()), to: "d-1", in: agent)
    await #expect(throws: DemarcheRefusal.alreadyRunning) {
      try await open("d-3", Opening("ecole", for: People.child))
    }
  }
}
