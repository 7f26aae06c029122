import DemarcheWorkflow
import Foundation
import TestSupport
import Testing

struct ReadmeTests {
  @Test func `the listing of the README is the one compiled here, and prints what the README says`() async throws {
    let output = try await listing().joined(separator: "\n")
    try Golden.check(
      "```swift\n\(code("listing"))\n```\n\nprints\n\n```\n\(output)\n```\n", section: "listing", of: "README.md")
  }

  @Test func `what the listing needs is shown in the README as it is compiled here`() throws {
    try Golden.check("```swift\n\(code("setup"))\n```\n", section: "setup", of: "README.md")
  }

  /// The lines of this file between two marks.
  private func code(_ name: String) throws -> String {
    let lines = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex(of: "    // begin \(name)"))
    let last = try #require(lines.firstIndex(of: "    // end \(name)"))
    return lines[(first + 1)..<last].map { $0.dropFirst(4) }.joined(separator: "\n")
  }

  private func listing() async throws -> [String] {
    var printed: [String] = []
    func print(_ line: String) { printed.append(line) }
    let page = try Golden.read("Sources/DemarcheWorkflow/DemarcheWorkflow.docc/WritingACatalogue.md")
    let json = try #require(page.split(separator: "```json\n").last?.split(separator: "```").first)
    let (monday, tuesday) = (Date(timeIntervalSince1970: 1_795_420_800), Date(timeIntervalSince1970: 1_795_507_200))
    // begin setup
    let catalogue = try Catalogue(json: Data(json.utf8))
    let calendar = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    let wordings = Wordings.kernel.replacing(with: .demarches)
    let citizen = Context(instant: monday, principal: .citizen("amelie"))
    let agent = Context(instant: tuesday, principal: .agent(Agent(id: "bruno", services: ["etat-civil"])))
    let submission = Submission(
      number: try RequestNumber(serial: 4_217), identity: try ApplicantIdentity(lastName: "Lire", firstName: "Amélie"))
    // end setup
    // begin listing
    let engine = Engine(DemarcheMachine(catalogue: catalogue, calendar: calendar), store: InMemoryStore())

    try await engine.send(.open(Opening("acte-naissance")), to: "D1", in: citizen)
    try await engine.send(.answer(AnswerChange(["name": .text("Lire")])), to: "D1", in: citizen)
    let filed = try await engine.send(.submit(submission), to: "D1", key: RequestKey("submit-1"), in: citizen)
    print(filed.state.name.label)

    do {
      try await engine.send(.validate(.decision), to: "D1", in: agent)
    } catch let refusal as any ExplainableRefusal {
      print(wordings.explain(refusal).message)
    }

    try await engine.send(.declareComplete, to: "D1", in: agent)
    let decided = try await engine.send(.validate(.decision), to: "D1", in: agent)
    if case .valide(let demarche) = decided.state { print(certificate(of: demarche)) }

    // Only an accepted démarche has a certificate: with any other state the call does not compile.
    func certificate(of demarche: Demarche<Valide>) -> String {
      "validé le \(calendar.date(of: demarche.state.decided).frenchLong)"
    }
    // end listing
    return printed
  }
}
