import CivilTime
import DemarcheWorkflow
import Foundation
import WorkflowKernel

/// One démarche in each of the states that the workloads start from, made by the machine itself.
struct Samples {
  /// An order, and when and by whom it is given.
  typealias Order = (event: DemarcheEvent, context: Context)

  let enCours: StoredDemarche
  let incomplet: StoredDemarche
  let complet: StoredDemarche
  /// Complete, but a piece that was accepted has been found out of date since.
  let disproved: StoredDemarche
  let valide: StoredDemarche
  let reason: Reason

  init(_ town: Town) throws {
    reason = try Reason("hors-secteur", "L’enfant n’habite pas la commune.")
    let life = try Self.life(in: town, number: 10_241)
    let correction = CorrectionRequest(fields: ["telephone"], because: reason)
    enCours = try town.state(after: life[..<4])
    incomplet = try town.state(after: life[..<4] + [(.requestCorrection(correction), town.agent(day: 1))])
    complet = try town.state(after: life[..<6])
    disproved = try town.state(after: life[..<6] + [(.reviewPiece("address", .outdated), town.agent(day: 3))])
    valide = try town.state(after: life[..<7])
  }

  /// Eight orders, from nothing to the closed démarche.
  static func life(in town: Town, number serial: Int) throws -> [Order] {
    let file = PieceFile(
      "justificatif", name: "justificatif.pdf", mediaType: "application/pdf", bytes: 182_000,
      digest: Digest(of: "justificatif"))
    let submission = Submission(
      number: try RequestNumber(serial: serial),
      identity: try ApplicantIdentity(lastName: "Lefèvre", firstName: "Camille"))
    return [
      (.open(Opening("cantine")), town.citizen()),
      (.answer(AnswerChange(try answers())), town.citizen()),
      (.supplyPiece("address", file), town.citizen()),
      (.submit(submission), town.citizen()),
      (.reviewPiece("address", .accepted), town.agent(day: 1)),
      (.declareComplete, town.agent(day: 2)),
      (.validate(.decision), town.agent(day: 3)),
      (.close, town.agent(day: 4)),
    ]
  }

  private static func answers() throws -> Answers {
    [
      "lastName": .text("Lefèvre"), "firstName": .text("Noé"),
      "birthDate": .date(try CivilDate(year: 2019, month: 5, day: 14)),
      "email": .text("camille.lefevre@courriel.example"), "telephone": .text("06 39 98 12 34"),
      "isAllergic": .yesNo(false),
    ]
  }
}

/// The workloads and the library no longer fit together.
struct NoSample: Error {}
