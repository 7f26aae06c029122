import DemarcheWorkflow
import Foundation
import Testing
import WorkflowTesting

struct VisitorFollowUpTests {
  private let code = "2345-6789-ABCD-EFGH"

  private func engine(_ name: DemarcheStateName = .enCours) async throws -> Engine<DemarcheMachine> {
    let engine = Engine(Town.machine, store: InMemoryStore<DemarcheMachine>())
    for step in Case.act.steps(to: name) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
    return engine
  }

  private var number: String { get throws { try RequestNumber(serial: 4217).description } }

  @Test func `F29: number and code show the démarche, and say as whom the visitor now acts`() async throws {
    let engine = try await engine()
    let found = try await VisitorFollowUp(engine).follow(number: number, code: "2345 6789 abcd efgh")
    #expect(found.record.id == "d-1")
    #expect(found.visitor == People.passerby)
    _ = try await engine.send(
      .cancel(.withdrawal), to: "d-1", expecting: found.record.revision,
      in: Context(instant: instant("2026-11-24T10:00:00+01:00"), principal: found.visitor))
  }

  @Test func `F29: an unknown number, a wrong number and a wrong code have one and the same answer`() async throws {
    let followUp = VisitorFollowUp(try await engine())
    let tries = [
      (try RequestNumber(serial: 4218).description, code), (try number, "3345-6789-ABCD-EFGH"), (try number, ""),
      (try number, "2345-6789-ABCD-EFG"), ("123", code), ("", ""), (try number, code + "2"),
      (try number, String(repeating: "2", count: 1_000_000)),
    ]
    for (number, code) in tries {
      await #expect(throws: UnknownFollowUp.self) { try await followUp.follow(number: number, code: code) }
    }
  }

  @Test func `F29: what has an account is not followed by a number and a code`() async throws {
    let engine = Engine(Town.machine, store: InMemoryStore<DemarcheMachine>())
    for step in Case.school.steps(to: .enCours) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
    await #expect(throws: UnknownFollowUp.self) { try await VisitorFollowUp(engine).follow(number: number, code: code) }
  }

  @Test func `F52: an erased démarche is not followed any more`() async throws {
    let engine = try await engine(.archive)
    await #expect(throws: UnknownFollowUp.self) { try await VisitorFollowUp(engine).follow(number: number, code: code) }
  }

  @Test func `F29: a follow-up shows no internal note`() async throws {
    let engine = try await engine()
    let now = instant("2026-11-24T10:00:00+01:00")
    for visibility in Note.Visibility.allCases {
      _ = try await engine.send(
        .note(Personal("Remarque"), visibility), to: "d-1", in: Context(instant: now, principal: People.actAgent))
    }
    let found = try await VisitorFollowUp(engine).follow(number: number, code: code)
    #expect(found.record.state.dossier?.notes.map(\.visibility) == [.public])
  }

  @Test func `F29: a code is drawn from the bits it is given, is read as it is shown, and two draws differ`() {
    var generator = SeededGenerator(seed: 7)
    let drawn = (0..<200).map { _ in VisitorCode(using: &generator).secret.value }
    #expect(Set(drawn).count == drawn.count)
    for text in drawn {
      #expect(VisitorCode(text)?.secret.value == text)
      #expect(text.allSatisfy { "23456789ABCDEFGHJKLMNPQRSTUVWXYZ-".contains($0) })
    }
    // Thirty-two symbols in the 3,200 places: each is there.
    #expect(Set(drawn.joined()).count == 33)
  }

  @Test func `F29: what is kept of a code is bound to its number and is not the code`() throws {
    let typed = try #require(VisitorCode(code))
    let (first, second) = (try RequestNumber(serial: 1), try RequestNumber(serial: 2))
    #expect(typed.hash(for: first) == VisitorCode("23456789abcdefgh")?.hash(for: first))
    #expect(typed.hash(for: first) != typed.hash(for: second))
    let state = try RecordFormat.encode(
      #require(try Case.act.story(to: .enCours).state), of: DemarcheMachine.self)
    let stored = String(decoding: state, as: UTF8.self)
    #expect(!stored.contains("23456789ABCDEFGH") && !stored.contains(code))
  }
}
