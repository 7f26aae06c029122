import DemarcheWorkflow
import Foundation
import Testing

struct ExportTests {
  private func engine(_ name: DemarcheStateName) async throws -> Engine<DemarcheMachine> {
    let engine = Engine(Planted.machine, store: InMemoryStore<DemarcheMachine>())
    for step in Planted.steps(to: name) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
    return engine
  }

  private func json(_ exports: [DemarcheExport]) throws -> String {
    String(decoding: try JSONEncoder().encode(exports), as: UTF8.self)
  }

  @Test func `F52: the export holds all that was said of the person, and not what agents said among themselves`()
    async throws
  {
    let exports = try await CitizenDesk(engine(.rejete)).export(of: "acc-amelie")
    let text = try json(exports)
    #expect(Planted.words.filter { !text.contains($0) } == ["mot-entre-agents"])
    let export = try #require(exports.first)
    #expect(export.number == "000-005-724")
    #expect(export.received == instant("2026-11-23T12:05:00+01:00"))
    #expect(export.addressee == .account("acc-amelie"))
    #expect(export.reason == Planted.reason)
    let told = Planted.steps(to: .rejete).filter {
      if case .note(_, .internal) = $0.event { false } else { true }
    }
    #expect(export.history.map(\.event) == told.map(\.event.name))
    #expect(export.history.last?.by == .agent)
  }

  @Test func `F52: drafts are exported, another's démarches and erased ones are not`() async throws {
    let draft = try await engine(.brouillon)
    #expect(try await CitizenDesk(draft).export(of: "acc-amelie").map(\.state) == [.brouillon])
    #expect(try await CitizenDesk(draft).export(of: "acc-basile").isEmpty)
    #expect(try await CitizenDesk(engine(.archive)).export(of: "acc-amelie").isEmpty)
  }

  @Test func `F52: a draft that was withdrawn is exported as long as it is held, and shown in no list`() async throws {
    let engine = try await engine(.brouillon)
    _ = try await engine.send(
      .cancel(.withdrawal), to: "d-1", in: Context(instant: Case.start + 600, principal: People.amelie))
    #expect(try await CitizenDesk(engine).export(of: "acc-amelie").map(\.state) == [.annule])
    #expect(try await CitizenDesk(engine).drafts(of: "acc-amelie").rows.isEmpty)
    #expect(try await CitizenDesk(engine).submitted(by: "acc-amelie").rows.isEmpty)
    _ = try await engine.run(dueAt: Case.start + 200_000)
    #expect(try await CitizenDesk(engine).export(of: "acc-amelie").isEmpty)
  }

  @Test func `F52: an export is more than one page long when it must be`() async throws {
    let engine = Engine(Town.machine, store: InMemoryStore<DemarcheMachine>())
    for index in 0..<103 {
      _ = try await engine.send(
        .open(Opening("naissance")), to: DemarcheID("d-\(index)"),
        in: Context(instant: Case.start.addingTimeInterval(Double(index)), principal: People.amelie))
    }
    #expect(try await CitizenDesk(engine).export(of: "acc-amelie").count == 103)
  }
}
