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
            try RequestNumber(serial: 4217), reason("illisible", "Illisible."), missing: ["Photographie", "Courriel"],
            until: day("2026-12-09")))
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

  @Test func `F31: a correction of which everything has come is not canceled for want of an answer`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(["photo"], fields: ["courriel"]), by: People.schoolAgent, at: now)
    #expect(story.limits().map(\.kind) == [.correctionExpiry])
    try story.order(
      .answer(AnswerChange(["courriel": .text("neuve@example.fr")])), by: People.amelie, at: now)
    // Announced is not there yet.
    try story.order(.announcePiece("photo"), by: People.amelie, at: now)
    #expect(story.limits().map(\.kind) == [.correctionExpiry])
    var waived = story
    try waived.order(.reviewPiece("photo", .waived(reason())), by: People.schoolAgent, at: now)
    try story.order(.receivePiece("photo"), by: People.schoolAgent, at: now)
    for story in [story, waived] {
      #expect(story.limits().isEmpty)
      let late = instant("2027-06-01T10:00:00+02:00")
      #expect(
        story.refusal(of: .cancel(.expiry), by: .system, at: late) == .guards(.cancel, [.limitReached], because: []))
    }
  }

  @Test(arguments: [PieceVerdict.refused(reason("flou", "Illisible.")), .outdated])
  func `F28: a piece that came for a correction and proves nothing is asked for again, with the time anew`(
    verdict: PieceVerdict
  ) throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(["photo"]), by: People.schoolAgent, at: now)
    try story.order(
      .supplyPiece("photo", Town.file("photo", mediaType: Town.jpeg)), by: People.amelie, at: now)
    #expect(story.limits().isEmpty)
    // Long after the time of the first request, which was answered.
    try story.order(
      .reviewPiece("photo", verdict), by: People.schoolAgent, at: instant("2027-01-10T10:00:00+01:00"))
    #expect(story.limits() == [Story.Limit(.correctionExpiry, "2027-01-26T00:00:00+01:00")])
    #expect(story.reason == (verdict == .outdated ? nil : "flou"))
    let why = verdict == .outdated ? reason("illisible", "Illisible.") : reason("flou", "Illisible.")
    #expect(
      story.effects.contains(
        .inform(
          .account("acc-amelie"),
          .correctionRequested(
            try RequestNumber(serial: 4217), why, missing: ["Photographie"], until: day("2027-01-25")))))
    try story.order(
      .supplyPiece("photo", Town.file("neuve", mediaType: Town.jpeg)), by: People.amelie,
      at: instant("2027-01-12T10:00:00+01:00"))
    try story.order(.resubmit, by: People.amelie, at: instant("2027-01-12T10:00:00+01:00"))
    #expect(story.state?.name == .enCours)
  }

  @Test func `F28: a piece that nobody asked for is told when it is disproved, and need not come again`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(fields: ["courriel"]), by: People.schoolAgent, at: now)
    try story.order(.receivePiece("photo"), by: People.schoolAgent, at: now)
    let later = instant("2026-11-28T10:00:00+01:00")
    try story.order(.reviewPiece("photo", .refused(reason())), by: People.schoolAgent, at: later)
    #expect(
      story.effects == [
        .inform(
          .account("acc-amelie"), .pieceDisproved(try RequestNumber(serial: 4217), label: "Photographie"))
      ])
    #expect(story.limits() == [Story.Limit(.correctionExpiry, "2026-12-10T00:00:00+01:00")])
  }

  @Test func `F31: what was asked for has come once and for all, even if it is taken back`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(fields: ["courriel"]), by: People.schoolAgent, at: now)
    let answers: [AnswerChange] = [
      AnswerChange(["courriel": .text("neuve@example.fr")]), AnswerChange([:], clearing: ["courriel"]),
    ]
    for change in answers { try story.order(.answer(change), by: People.amelie, at: now) }
    #expect(story.limits().isEmpty)
  }

  @Test func `F26: taking an answer back answers no correction, and completes no file`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(fields: ["courriel"]), by: People.schoolAgent, at: now)
    try story.order(.answer(AnswerChange([:], clearing: ["courriel"])), by: People.amelie, at: now)
    #expect(story.limits().map(\.kind) == [.correctionExpiry])
    #expect(
      story.refusal(of: .declareComplete, by: People.schoolAgent, at: now)
        == .guards(.declareComplete, [.stepsComplete], because: []))
    // Another answer that makes more be asked for answers it no better.
    try story.order(
      .answer(AnswerChange(["courriel": .text("neuve@example.fr"), "allergie": .yesNo(true)])), by: People.amelie,
      at: now)
    #expect(story.limits().map(\.kind) == [.correctionExpiry])
    try story.order(.answer(AnswerChange(["allergie": .yesNo(false)])), by: People.amelie, at: now)
    #expect(story.limits().isEmpty)
  }

  @Test func `F28: a piece that is disproved once the file is complete is told, for silence no longer accepts`() throws
  {
    var story = try Case.school.story(to: .complet)
    try story.order(.reviewPiece("domicile", .outdated), by: People.schoolAgent, at: now)
    #expect(
      story.effects.contains(
        .inform(
          .account("acc-amelie"),
          .pieceDisproved(try RequestNumber(serial: 4217), label: "Justificatif de domicile"))))
    var early = try Case.school.story(to: .brouillon)
    try early.order(.submit(submission()), by: People.amelie, at: now)
    try early.order(.reviewPiece("domicile", .refused(reason())), by: People.schoolAgent, at: now)
    #expect(early.effects.allSatisfy { $0.notice == nil })
  }

  @Test func `F21: a correction is sent again once the opening period is over`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(fields: ["courriel"]), by: People.schoolAgent, at: instant("2027-01-25T10:00:00+01:00"))
    try story.order(.resubmit, by: People.amelie, at: instant("2027-02-03T10:00:00+01:00"))
    #expect(story.state?.name == .enCours)
  }

  @Test func `F31: an answered request for correction has no limit left`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(fields: ["courriel"]), by: People.schoolAgent, at: now)
    try story.order(.resubmit, by: People.amelie, at: now)
    #expect(story.limits().isEmpty)
  }

  @Test func `F25: what a correction asks for must come, required or not, before the file is sent again`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(ask(["photo"]), by: People.schoolAgent, at: now)
    #expect(
      story.refusal(of: .resubmit, by: People.amelie, at: now)
        == .guards(
          .resubmit, [.piecesProvided],
          because: [RefusalReason("demarche.piece", at: "photo", arguments: [Personal("Photographie")])]))
    try story.order(.announcePiece("photo"), by: People.amelie, at: now)
    try story.order(.resubmit, by: People.amelie, at: now)
    #expect(story.state?.name == .enCours)
  }

  @Test func `F25: a piece that was only announced is asked for like one that never came`() throws {
    var story = try Case.school.story(to: .brouillon)
    try story.order(.announcePiece("photo"), by: People.amelie, at: now)
    try story.order(.submit(submission()), by: People.amelie, at: now)
    try story.order(ask(["photo"]), by: People.schoolAgent, at: now)
    #expect(story.piece("photo")?.status.name == .refused)
    #expect(story.state.flatMap(slip)?.pieces == ["Photographie"])
  }

  @Test func `F24: a piece that was refused and must come again stands on the slip`() throws {
    var story = try Case.school.story(to: .brouillon)
    try story.order(.submit(submission()), by: People.amelie, at: now)
    try story.order(.reviewPiece("domicile", .refused(reason())), by: People.schoolAgent, at: now)
    #expect(story.state.flatMap(slip)?.pieces == ["Justificatif de domicile"])
  }

  @Test func `F26: a field that the applicant is not shown cannot be asked for`() throws {
    let story = try Case.school.story(to: .enCours)
    #expect(
      story.refusal(of: ask([], fields: ["regime"]), by: People.schoolAgent, at: now) == .unknownField("regime"))
  }

  @Test func `F28: what is named twice is asked for once`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(
      ask(["photo", "photo"], fields: ["courriel", "courriel"]), by: People.schoolAgent, at: now)
    guard case .incomplet(let demarche) = story.state else { throw Unexpected() }
    #expect(demarche.state.correction.pieces == ["photo"] && demarche.state.correction.fields == ["courriel"])
  }

  @Test func `F22: an answer that was right at reception stays right while another is corrected`() throws {
    let opened = instant("2026-11-24T10:00:00+01:00")
    let corrected = instant("2026-11-27T10:00:00+01:00")
    var story = Story()
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: opened)
    let answers = Case.school.answers.merging(["rentree": .date(day("2026-11-24"))])
    try story.order(.answer(AnswerChange(answers)), by: People.amelie, at: opened)
    try story.order(.supplyPiece("domicile", Town.file()), by: People.amelie, at: opened)
    try story.order(.submit(submission()), by: People.amelie, at: opened)
    try story.order(ask([], fields: ["courriel"]), by: People.schoolAgent, at: opened)
    try story.order(
      .answer(AnswerChange(["courriel": .text("neuve@example.fr")])), by: People.amelie, at: corrected)
    try story.order(.resubmit, by: People.amelie, at: corrected)
    #expect(story.state?.name == .enCours)
  }

  private func slip(_ state: StoredDemarche) -> PostSlip? {
    switch state {
    case .enCours(let demarche): demarche.postSlip
    case .incomplet(let demarche): demarche.postSlip
    case .complet(let demarche): demarche.postSlip
    case .brouillon, .valide, .rejete, .annule, .clos, .archive: nil
    }
  }
}
