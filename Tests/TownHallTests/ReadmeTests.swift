import DemarcheWorkflow
import Foundation
import TestSupport
import Testing

struct ReadmeTests {
  @Test func `the listing of the README is the one compiled here, and prints what the README says`() async throws {
    let output = try await listing()
    let lines = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex(of: "    // begin"))
    let last = try #require(lines.firstIndex(of: "    // end"))
    let code = lines[(first + 1)..<last].map { $0.dropFirst(4) }.joined(separator: "\n")
    try Golden.check(
      "```swift\n\(code)\n```\n\nprints\n\n```\n\(output.joined(separator: "\n"))\n```\n", section: "listing",
      of: "README.md")
  }

  private func listing() async throws -> [String] {
    var printed: [String] = []
    func print(_ line: String) { printed.append(line) }
    let desk = ServiceDesk(
      id: "etat-civil", label: "Service état civil",
      address: Address(street: ["14 rue de la Mairie"], postcode: "78280", city: "Guyancourt"),
      telephone: "01 99 00 78 10", email: "etat-civil@guyancourt.example")
    let theme = Theme(id: "etat-civil", label: "État civil")
    let (monday, tuesday) = (Date(timeIntervalSince1970: 1_795_420_800), Date(timeIntervalSince1970: 1_795_507_200))
    let act = Procedure(
      id: "acte-naissance", label: "Demande d’acte de naissance", theme: "etat-civil", access: .anonymous,
      service: "etat-civil", silence: .none,
      steps: [
        Step("person", label: "La personne", fields: [Field("name", label: "Nom", type: .text(TextLimits(max: 80)))])
      ],
      correctionDays: 30, retentionMonths: 3)
    let catalogue = try Catalogue(themes: [theme], services: [desk], procedures: [act])
    let calendar = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    let citizen = Context(instant: monday, principal: .citizen("amelie"))
    let agent = Context(instant: tuesday, principal: .agent(Agent(id: "bruno", services: ["etat-civil"])))
    let submission = Submission(
      number: try RequestNumber(serial: 4_217), identity: try ApplicantIdentity(lastName: "Lire", firstName: "Amélie"))
    // begin
    let engine = Engine(DemarcheMachine(catalogue: catalogue, calendar: calendar), store: InMemoryStore())

    try await engine.send(.open(Opening("acte-naissance")), to: "D1", in: citizen)
    try await engine.send(.answer(AnswerChange(["name": .text("Lire")])), to: "D1", in: citizen)
    let filed = try await engine.send(.submit(submission), to: "D1", key: RequestKey("submit-1"), in: citizen)
    print(filed.state.name.label)

    do {
      try await engine.send(.validate(.decision), to: "D1", in: agent)
    } catch let refusal as DemarcheRefusal {
      print(Wordings.demarches.explain(refusal).message)
    }

    try await engine.send(.declareComplete, to: "D1", in: agent)
    let decided = try await engine.send(.validate(.decision), to: "D1", in: agent)
    if case .valide(let demarche) = decided.state { print(certificate(of: demarche)) }

    // Only an accepted démarche has a certificate: with any other state the call does not compile.
    func certificate(of demarche: Demarche<Valide>) -> String {
      "validé le \(calendar.date(of: demarche.state.decided).frenchLong)"
    }
    // end
    return printed
  }
}
