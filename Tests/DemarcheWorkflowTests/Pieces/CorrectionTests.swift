import DemarcheWorkflow
import Foundation
import Testing

struct CorrectionTests {
  private let now = instant("2026-11-24T10:00:00+01:00")

  private func ask(_ pieces: [PieceKey] = [], fields: [FieldKey] = []) -> DemarcheEvent {
    .requestCorrection(CorrectionRequest(pieces: pieces, fields: fields, because: reason("illisible", "Illisible.")))
  }

  @Test func `F26: a request for correction names at least one piece or field`() throws {
    #expect(
      try Case.school.story(to: .enCours).refusal(of: ask(), by: People.schoolAgent, at: now) == .nothingMissing)
  }

  @Test func `F26: what a request for correction names must be something the procedure asks for`() throws {
    let story = try Case.school.story(to: .enCours)
    #expect(story.refusal(of: ask(["passeport"]), by: People.schoolAgent, at: now) == .unknownPiece("passeport"))
    #expect(
      story.refusal(of: ask(fields: ["pointure"]), by: People.schoolAgent, at: now) == .unknownField("pointure"))
  }

  @Test func `F50: of several things wrong with a request the first in the order of the refusals is told`() throws {
    let story = try Case.school.story(to: .enCours)
    func refusal(_ event: DemarcheEvent, by principal: Principal) -> DemarcheRefusal? {
      story.refusal(of: event, by: principal, at: now)
    }
    let everything = ask(["domicile", "passeport"], fields: ["pointure"])
    #expect(refusal(everything, by: People.amelie) == .notAllowed(.requestCorrection))
    #expect(refusal(everything, by: People.schoolAgent) == .unknownField("pointure"))
    #expect(refusal(ask(["domicile", "passeport"]), by: People.schoolAgent) == .unknownPiece("passeport"))
    let answers = AnswerChange(["courriel": .text("amelie")], clearing: ["pointure"])
    #expect(refusal(.answer(answers), by: People.amelie) == .unknownField("pointure"))
    let file = Town.file(mediaType: "image/gif", bytes: 0, issued: nil)
    #expect(
      refusal(.supplyPiece("domicile", file), by: People.amelie)
        == .pieceFormat("domicile", label: "Justificatif de domicile"))
  }

  @Test func `F28: a request for correction tells the applicant what is missing and why`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(["photo"], fields: ["courriel"]), by: People.schoolAgent, at: now)
    #expect(
      story.effects == [
        .inform(
          .account("acc-amelie"),
          .correctionRequested(
            try RequestNumber(serial: 4217), reason("illisible", "Illisible."), missing: ["Photographie", "Courriel"]))
      ])
    #expect(story.reason == "illisible")
    guard case .incomplet(let demarche) = story.state else { throw Unexpected() }
    #expect(demarche.state.correction.pieces == ["photo"])
    #expect(demarche.state.correction.fields == ["courriel"])
  }

  @Test func `F25: a piece that is asked for again must come again, and its old bytes are erased`() throws {
    var story = try Case.school.story(to: .brouillon)
    try story.order(.submit(submission()), by: People.amelie, at: now)
    try story.order(ask(["domicile"]), by: People.schoolAgent, at: now)
    #expect(story.piece("domicile")?.status.name == .refused)
    #expect(story.effects.last == .eraseContents(["domicile"]))
    guard case .guards(.resubmit, [.piecesProvided], _) = story.refusal(of: .resubmit, by: People.amelie, at: now)
    else { throw Unexpected() }
    try story.order(.supplyPiece("domicile", Town.file("neuf")), by: People.amelie, at: now)
    try story.order(.resubmit, by: People.amelie, at: now)
    #expect(story.state?.name == .enCours)
    #expect(story.effects.isEmpty)
  }

  @Test func `F25: an accepted piece is not asked for again before it is out of date`() throws {
    var story = try Case.school.story(to: .complet)
    #expect(
      story.refusal(of: ask(["domicile"]), by: People.schoolAgent, at: now)
        == .pieceNotReviewable("domicile", .accepted))
    try story.order(.reviewPiece("domicile", .outdated), by: People.schoolAgent, at: now)
    try story.order(ask(["domicile"]), by: People.schoolAgent, at: now)
    #expect(story.state?.name == .incomplet)
  }

  @Test func `F31: a request for correction that is never answered ends the démarche, at its second`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(["photo"]), by: People.schoolAgent, at: instant("2026-11-24T23:30:00+01:00"))
    let due = instant("2026-12-10T00:00:00+01:00")
    #expect(story.limits() == [Story.Limit(kind: .correctionExpiry, instant: due)])
    #expect(
      story.refusal(of: .cancel(.expiry), by: .system, at: due.addingTimeInterval(-1))
        == .guards(.cancel, [.limitReached], because: []))
    try story.order(.cancel(.expiry), by: .system, at: due)
    #expect(story.state?.name == .annule)
    #expect(
      story.effects == [.inform(.account("acc-amelie"), .canceled(try RequestNumber(serial: 4217), .expiry))])
  }

  @Test func `F31: an answered request for correction has no limit left`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(fields: ["courriel"]), by: People.schoolAgent, at: now)
    try story.order(.resubmit, by: People.amelie, at: now)
    #expect(story.limits().isEmpty)
  }
}
