import DemarcheWorkflow
import Foundation
import TestSupport
import Testing
import WorkflowTesting

struct DocumentationTests {
  private let catalogue = Town.catalogue
  private let calendar = Town.calendar
  private let noon = instant("2026-11-23T12:00:00+01:00")
  private let bytes = Data("%PDF".utf8)

  @Test func `the listing of the module's page gives the values it shows`() async throws {
    let machine = DemarcheMachine(catalogue: catalogue, calendar: calendar)
    let engine = Engine(machine, store: InMemoryStore<DemarcheMachine>())
    // The desks show each person what they may see; the engine itself answers with everything.
    let citizens = CitizenDesk(engine)
    let agents = AgentDesk(engine)

    // Amélie enrolls her child: a draft, answers, a piece, a submission.
    let amelie = Context(instant: noon, principal: .citizen("amelie"))
    let lea = Subject.member(Subject.Member(id: "lea", kind: .child, name: "Léa Lire"))
    try await citizens.order(.open(Opening("ecole", for: lea)), to: "d-1", in: amelie)
    let answers: Answers = [
      "ecole": .choice("jaures"), "allergie": .yesNo(false), "courriel": .text("amelie@example.fr"),
    ]
    try await citizens.order(.answer(AnswerChange(answers)), to: "d-1", in: amelie)
    let proof = PieceFile(
      "upload-1", name: "facture.pdf", mediaType: "application/pdf", bytes: bytes.count, digest: Digest(sha256: bytes),
      issued: calendar.date(of: noon))
    try await citizens.order(.supplyPiece("domicile", proof), to: "d-1", in: amelie)
    let submission = Submission(
      number: try RequestNumber(serial: 4217),
      identity: try ApplicantIdentity(lastName: "Lire", firstName: "Amélie"))
    let key = try RequestKey("form-7f3a")
    try await citizens.order(.submit(submission), to: "d-1", key: key, in: amelie)
    let accueil = try await citizens.submitted(by: "amelie").rows.map(\.state.label)  // ["en cours"]
    #expect(accueil == ["en cours"])

    // An agent in charge finds it, reads it, which is journaled, and is told what stands in the way before trying.
    let bruno = Agent(id: "bruno", services: ["scolaire"])
    let agent = Context(instant: noon, principal: .agent(bruno))
    let inbox = try await agents.inbox(of: "scolaire", in: .enCours, for: bruno).rows.map(\.id)  // ["d-1"]
    #expect(inbox == ["d-1"])
    let dossier = try await agents.read("d-1", in: agent)
    let orders = machine.permitted(in: dossier.state, for: agent).prefix(3)  // [.receivePiece, .reviewPiece, .takeUp]
    #expect(orders == [.receivePiece, .reviewPiece, .takeUp])
    let complete = machine.permissions(in: dossier.state, for: agent).first { $0.event == .declareComplete }
    let why = complete.map { machine.explanations(of: $0, in: dossier.state, for: agent, by: .demarches) }
    let message = why?.first?.message  // "Des pièces obligatoires ne sont pas encore acceptées."
    #expect(message == "Des pièces obligatoires ne sont pas encore acceptées.")

    try await agents.order(.reviewPiece("domicile", .accepted), to: "d-1", in: agent)
    try await agents.order(.declareComplete, to: "d-1", in: agent)
    let decided = try await agents.order(.validate(.decision), to: "d-1", in: agent)
    let decision = decided.state.name.label  // "validé"
    #expect(decision == "validé")

    // What the applicant must be told waits in the outbox.
    let pending = try await engine.store.pendingEffects(at: noon, limit: 10)
    let subject = pending.last?.effect.notice.map { Wordings.demarches.compose($0).subject }
    // "Votre demande n° 000-042-177 est validée"
    #expect(subject == "Votre demande n°\u{A0}000-042-177 est validée")
  }

  @Test func `the listing of a visitor's démarche gives the value it shows`() async throws {
    let engine = Engine(
      DemarcheMachine(catalogue: catalogue, calendar: calendar), store: InMemoryStore<DemarcheMachine>())
    let citizens = CitizenDesk(engine)
    var generator = SeededGenerator(seed: 7)
    let visitor = Context(instant: noon, principal: .visitor("visit-7"))
    try await citizens.order(.open(Opening("naissance")), to: "d-2", in: visitor)
    try await citizens.order(.answer(AnswerChange(["nom": .text("Lire")])), to: "d-2", in: visitor)
    let number = try RequestNumber(serial: 4218)
    let code = VisitorCode(using: &generator)
    let proofOfPerson = VisitorSubmission(
      contact: .email(Personal("amelie@example.fr")), solvedCaptcha: "captcha-1", codeHash: code.hash(for: number))
    let request = Submission(
      number: number, identity: try ApplicantIdentity(lastName: "Lire", firstName: "Amélie"), visitor: proofOfPerson)
    try await citizens.order(.submit(request), to: "d-2", in: visitor)

    // Shown once: the number and the secret are all that the visitor keeps.
    let secret = code.secret.value
    let followed = try await VisitorFollowUp(engine).follow(number: number.description, code: secret)
    let state = followed.record.state.name.label  // "en cours"
    #expect(state == "en cours")
  }

  @Test func `the listings of the module's page are the ones compiled here`() throws {
    try Listings.check(
      "Sources/DemarcheWorkflow/DemarcheWorkflow.docc/DemarcheWorkflow.md",
      compiledIn: "Tests/DemarcheWorkflowTests/DocumentationTests.swift")
  }
}
