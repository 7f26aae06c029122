import DemarcheWorkflow
import Foundation
import TestSupport
import Testing
import WorkflowTesting

/// What the machine does, found by exploring it from every kind of procedure.
struct LifecycleGraphTests {
  private static let explorations = Case.all.map(\.exploration)
  private static let graph = StateGraph<DemarcheStateName, DemarcheEventName>(
    edges: explorations.flatMap(\.graph.edges))

  @Test func `F26: every state is reachable, every order is used, and only the archive is without exit`() {
    #expect(Self.explorations.map(\.isComplete) == [true, true, true])
    #expect(Self.graph.unreachable.isEmpty)
    #expect(Self.graph.unused.isEmpty)
    #expect(Self.graph.deadEnds == [.archive])
  }

  @Test func `F26: no state can be left by its applicant alone`() {
    #expect(Self.graph.statesLeft(onlyBy: [.citizen, .visitor]).isEmpty)
    for exploration in Self.explorations {
      #expect(exploration.graph.statesLeft(onlyBy: [.citizen, .visitor]).isEmpty)
    }
  }

  @Test(arguments: Case.all)
  func `F26: whatever has happened to a démarche, the town or time can lead it on`(tested: Case) throws {
    let samples = tested.samples.filter { [.agent, .system].contains($0.context.principal.kind) }
    for state in tested.exploration.states where state.name != .archive {
      var tried = samples
      if let deadline = Town.machine.deadline(of: state) {
        tried.append(Sample(deadline.event, by: .system, at: deadline.instant))
      }
      let isLed = tried.contains { sample in
        let next = try? Town.machine.transition(from: state, on: sample.event, in: sample.context)
        return next.map { $0.state.name != state.name } ?? false
      }
      #expect(isLed, "\(state.name)")
    }
  }

  @Test func `F26: the graph has the edges of the table, and no other`() throws {
    let table = try Case.all.map { (tested: $0, table: try LifecycleTable(for: $0)) }
    for (index, (tested, table)) in table.enumerated() {
      var expected: Set<String> = []
      for event in DemarcheEventName.allCases {
        for state in [nil] + DemarcheStateName.allCases.map(Optional.some) {
          for role in DemarcheRole.allCases {
            guard case .leads(let target) = table.outcome(of: event, in: state, for: role) else { continue }
            let kinds: [Principal.Kind] =
              switch role {
              case .applicant where state == nil && tested.applicant.kind == .visitor: [.visitor]
              case .applicant: [tested.applicant.kind]
              case .agentInCharge: [.agent]
              case .system: [.system]
              }
            expected.formUnion(kinds.map { "\(state?.rawValue ?? "-") \(event) \(target) \($0)" })
          }
        }
      }
      // The incomplet of the table still waits; once all that was asked for has come, silence rejects it like the others.
      if case .rejection = tested.procedure.silence { expected.insert("incomplet reject rejete system") }
      let found = Self.explorations[index].graph.edges.flatMap { edge in
        edge.principals.map { "\(edge.from?.rawValue ?? "-") \(edge.event) \(edge.to) \($0)" }
      }
      #expect(Set(found).subtracting(expected).sorted() == [], "\(tested.testDescription)")
      #expect(expected.subtracting(found).sorted() == [], "\(tested.testDescription)")
    }
  }

  @Test func `F26: the diagram and the table of the documentation are those of the machine`() throws {
    let page = "Sources/DemarcheWorkflow/DemarcheWorkflow.docc/Lifecycle.md"
    try Golden.check("```mermaid\n\(Self.graph.mermaid())```", section: "lifecycle", of: page)
    try Golden.check(Self.graph.markdown, section: "lifecycle-table", of: page)
  }

  @Test func `F26: the lifecycle of the documentation is the one that is compiled`() throws {
    let page = try Golden.read("Sources/DemarcheWorkflow/DemarcheWorkflow.docc/Lifecycle.md")
    let source = try Golden.read("Sources/DemarcheWorkflow/Lifecycle/Lifecycle.swift")
    let lines = page.split(separator: "\n").filter { $0.hasPrefix("extension ") }
    #expect(lines.count == 8)
    for line in lines { #expect(source.contains(line + "\n"), "\(line)") }
  }
}

extension Case {
  /// Orders with different contents, by everybody who has a part in the démarche.
  fileprivate var samples: [Sample<DemarcheMachine>] {
    let soon = instant("2026-11-24T10:00:00+01:00")
    let piece = requiredPiece ?? "photo"
    let file = Town.file("piece", mediaType: requiredPiece == nil ? Town.jpeg : Town.pdf)
    let asked: [DemarcheEvent] = [
      .open(opening), .answer(AnswerChange(answers)), .answer(AnswerChange([:], clearing: [correctedField])),
      .supplyPiece(piece, file), .announcePiece(piece), .submit(submission(captcha: captcha)), .resubmit,
      .cancel(.withdrawal), .note(Personal("Bonjour"), .public),
    ]
    let ordered: [DemarcheEvent] = [
      .receivePiece(piece), .reviewPiece(piece, .accepted), .reviewPiece(piece, .refused(reason())),
      .reviewPiece(piece, .outdated), .reviewPiece(piece, .waived(reason())), .takeUp,
      .requestCorrection(CorrectionRequest(fields: [correctedField], because: reason())),
      .requestCorrection(CorrectionRequest(pieces: [piece], because: reason())), .declareComplete,
      .validate(.decision), .reject(.decision(reason())), .cancel(.decision(reason())), .reopen(reason()), .close,
      .note(Personal("Bonjour"), .internal), .consult,
    ]
    let due: [DemarcheEvent] = [
      .validate(.silence), .reject(.silence), .cancel(.expiry), .close, .archive(.retention), .archive(.request), .warn,
    ]
    return (asked + ordered + due).samples(by: [applicant, agent, .system], at: soon)
  }

  /// Notes, instants and days decide nothing of where a démarche can go; who has taken it up, what is there, and whether
  /// a correction still waits for something, do.
  fileprivate var exploration: Exploration<DemarcheMachine> {
    Exploration(
      of: Town.machine, samples: samples,
      keyedBy: { state in
        let facts: [String] =
          switch state {
          case .brouillon(let demarche): ["\(demarche.state.warned != nil)"]
          case .enCours(let demarche): ["\(demarche.state.takenUpBy == nil)"]
          case .annule(let demarche): ["\(demarche.filing == nil)"]
          case .incomplet(let demarche):
            ["\(demarche.timeLimits(in: Town.calendar).contains { $0.kind == .correctionExpiry })"]
          case .complet, .valide, .rejete, .clos, .archive: []
          }
        let dossier = state.dossier
        return [state.name.rawValue, "\(dossier?.answers.count ?? 0)"] + facts
          + (dossier?.pieces.map { "\($0.status.name) \($0.isRequired)" } ?? [])
      })
  }
}
