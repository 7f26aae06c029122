import DemarcheWorkflow
import Foundation
import TestSupport
import Testing

struct DocumentationTests {
  private let catalogue = Town.catalogue
  private let calendar = Town.calendar
  private let noon = instant("2026-11-23T12:00:00+01:00")

  @Test func `the listing of the module's page gives the values it shows`() async throws {
    let machine = DemarcheMachine(catalogue: catalogue, calendar: calendar)
    let engine = Engine(machine, store: InMemoryStore<DemarcheMachine>())

    // Amélie asks for a birth certificate: a draft, an answer, a submission.
    let amelie = Context(instant: noon, principal: .citizen("amelie"))
    _ = try await engine.send(.open(Opening("naissance")), to: "d-1", in: amelie)
    _ = try await engine.send(.answer(AnswerChange(["nom": .text("Lire")])), to: "d-1", in: amelie)
    let submission = Submission(
      number: try RequestNumber(serial: 4217),
      identity: try ApplicantIdentity(lastName: "Lire", firstName: "Amélie"))
    let key = try RequestKey("form-7f3a")
    let submitted = try await engine.send(.submit(submission), to: "d-1", key: key, in: amelie)
    let state = submitted.state.name.label  // "en cours"
    #expect(state == "en cours")

    // An agent in charge cannot validate yet, and is told so before trying.
    let agent = Context(instant: noon, principal: .agent(Agent(id: "agent-3", services: ["etat-civil"])))
    let obstacles = machine.obstacles(to: .validate, in: submitted.state, for: agent)  // [.state]
    #expect(obstacles == [.state])
    let orders = machine.permitted(in: submitted.state, for: agent).prefix(3)  // [.receivePiece, .reviewPiece, .takeUp]
    #expect(orders == [.receivePiece, .reviewPiece, .takeUp])

    _ = try await engine.send(.declareComplete, to: "d-1", in: agent)
    let decided = try await engine.send(.validate(.decision), to: "d-1", in: agent)
    let decision = decided.state.name.label  // "validé"
    #expect(decision == "validé")

    // What the applicant must be told waits in the outbox.
    let pending = try await engine.store.pendingEffects(at: noon, limit: 10)
    let subject = pending.last?.effect.notice.map { Wordings.demarches.compose($0).subject }
    // "Votre demande n° 000-042-177 est validée"
    #expect(subject == "Votre demande n°\u{A0}000-042-177 est validée")
  }

  @Test func `the listing of the module's page is the one compiled here`() throws {
    let page = try Golden.read("Sources/DemarcheWorkflow/DemarcheWorkflow.docc/DemarcheWorkflow.md")
    let listing = try #require(page.split(separator: "```swift\n").last?.split(separator: "```").first)
    let compiled = lines(of: try Golden.read("Tests/DemarcheWorkflowTests/DocumentationTests.swift"))
    let start = try #require(compiled.firstIndex { $0.hasPrefix("let machine = ") })
    let end = try #require(compiled[start...].firstIndex(of: "}"))
    #expect(lines(of: String(listing)) == compiled[start..<end].filter { !$0.hasPrefix("#expect") })
  }

  private func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
