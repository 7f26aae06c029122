import DemarcheWorkflow
import Foundation
import Testing

/// The boundary instants are written by hand, with their offset from UTC.
struct SilenceTests {
  /// A school file submitted at an instant, whose required piece is settled.
  private func school(receivedAt text: String) throws -> Story {
    let procedure = Town.school {
      $0.openings = []
      $0.correctionDays = 90
    }
    var story = Story(try Town.machine(procedure, Town.grant))
    let received = instant(text)
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: received)
    try story.order(.answer(AnswerChange(Case.school.answers)), by: People.amelie, at: received)
    try story.order(.announcePiece("domicile"), by: People.amelie, at: received)
    try story.order(.submit(submission()), by: People.amelie, at: received)
    try story.order(.reviewPiece("domicile", .waived(reason())), by: People.schoolAgent, at: received)
    return story
  }

  private func grant(receivedAt text: String) throws -> Story {
    var story = Story()
    let received = instant(text)
    try story.order(.open(Opening("aide", for: .household)), by: People.amelie, at: received)
    try story.order(.answer(AnswerChange(Case.grant.answers)), by: People.amelie, at: received)
    try story.order(.announcePiece("ressources"), by: People.amelie, at: received)
    try story.order(.submit(submission()), by: People.amelie, at: received)
    return story
  }

  private func ask(_ story: inout Story, at text: String, _ field: FieldKey = "motif") throws {
    let agent = field == "motif" ? People.grantAgent : People.schoolAgent
    try story.order(
      .requestCorrection(CorrectionRequest(fields: [field], because: reason())), by: agent, at: instant(text))
  }

  /// Expects silence to decide from this very second on, and not one before.
  private func expect(
    _ order: DemarcheEvent, in story: Story, from text: String, leads state: DemarcheStateName
  ) throws {
    let due = instant(text)
    #expect(
      story.refusal(of: order, by: .system, at: due.addingTimeInterval(-1))
        == .guards(order.name, [.limitReached], because: []))
    #expect(story.limits().map(\.instant) == [due])
    var decided = story
    try decided.run(dueAt: due.addingTimeInterval(-1))
    #expect(decided.state == story.state)
    try decided.order(order, by: .system, at: due)
    #expect(decided.state?.name == state)
    #expect(decided.reason == "silence")
  }

  @Test(arguments: [
    ("2026-11-24T10:00:00+01:00", "2027-01-25T00:00:00+01:00"),
    // There is no 31 February; 2028 has a 29th.
    ("2026-12-31T10:00:00+01:00", "2027-03-01T00:00:00+01:00"),
    ("2027-12-31T10:00:00+01:00", "2028-03-01T00:00:00+01:00"),
    ("2027-12-29T10:00:00+01:00", "2028-03-01T00:00:00+01:00"),
    ("2027-12-28T10:00:00+01:00", "2028-02-29T00:00:00+01:00"),
    // Summer time begins and ends in between.
    ("2027-02-10T10:00:00+01:00", "2027-04-11T00:00:00+02:00"),
    ("2027-09-10T10:00:00+02:00", "2027-11-11T00:00:00+01:00"),
    // The day of reception is the town's.
    ("2026-11-24T23:30:00Z", "2027-01-26T00:00:00+01:00"),
  ])
  func `F31: silence rejects two calendar months after reception, at the town's midnight`(
    received: String, due: String
  ) throws {
    try expect(.reject(.silence), in: grant(receivedAt: received), from: due, leads: .rejete)
  }

  @Test func `F31: silence accepts two calendar months after the last element of the complete file`() throws {
    var story = try school(receivedAt: "2026-12-01T10:00:00+01:00")
    try story.order(
      .answer(AnswerChange(["courriel": .text("neuve@example.fr")])), by: People.amelie,
      at: instant("2026-12-31T10:00:00+01:00"))
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2027-01-20T10:00:00+01:00"))
    try expect(.validate(.silence), in: story, from: "2027-03-01T00:00:00+01:00", leads: .valide)
  }

  @Test func `F31: a required paper that comes by post moves the complete file, an optional one does not`() throws {
    var story = Story(try Town.machine(Town.school { $0.openings = [] }))
    let received = instant("2026-12-01T10:00:00+01:00")
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: received)
    try story.order(.answer(AnswerChange(Case.school.answers)), by: People.amelie, at: received)
    try story.order(.announcePiece("domicile"), by: People.amelie, at: received)
    try story.order(.submit(submission()), by: People.amelie, at: received)
    try story.order(.receivePiece("domicile"), by: People.schoolAgent, at: instant("2026-12-05T10:00:00+01:00"))
    try story.order(
      .reviewPiece("domicile", .accepted), by: People.schoolAgent, at: instant("2026-12-06T10:00:00+01:00"))
    try story.order(.receivePiece("photo"), by: People.schoolAgent, at: instant("2026-12-20T10:00:00+01:00"))
    try story.order(
      .supplyPiece("photo", Town.file("photo", mediaType: Town.jpeg)), by: People.amelie,
      at: instant("2026-12-21T10:00:00+01:00"))
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2026-12-22T10:00:00+01:00"))
    try story.order(.receivePiece("photo"), by: People.schoolAgent, at: instant("2026-12-23T10:00:00+01:00"))
    try expect(.validate(.silence), in: story, from: "2027-02-06T00:00:00+01:00", leads: .valide)
  }

  @Test func `F31: silence accepts no file that was not declared complete`() throws {
    var story = try school(receivedAt: "2026-11-24T10:00:00+01:00")
    #expect(story.limits().isEmpty)
    let before = story.state
    try story.run(dueAt: instant("2031-01-01T00:00:00+01:00"))
    #expect(story.state == before)
  }

  @Test func `F31: silence accepts no file with a refused or outdated piece, and does not try`() throws {
    var story = try school(receivedAt: "2026-11-24T10:00:00+01:00")
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2026-11-25T10:00:00+01:00"))
    try story.order(.receivePiece("photo"), by: People.schoolAgent, at: instant("2026-11-25T10:00:00+01:00"))
    try story.order(.reviewPiece("photo", .outdated), by: People.schoolAgent, at: instant("2026-11-25T10:00:00+01:00"))
    #expect(story.limits().isEmpty)
    guard
      case .guards(.validate, let guards, _) = story.refusal(
        of: .validate(.silence), by: .system, at: instant("2031-01-01T00:00:00+01:00"))
    else { throw Unexpected() }
    #expect(guards == [.noPieceDisproved, .limitReached])
  }

  @Test func `F31: a request for correction suspends rejection by silence, in whole days`() throws {
    var story = try grant(receivedAt: "2026-11-24T10:00:00+01:00")
    try ask(&story, at: "2026-12-01T23:59:00+01:00")
    #expect(story.limits().map(\.kind) == [.correctionExpiry])
    try story.order(.resubmit, by: People.amelie, at: instant("2026-12-11T00:01:00+01:00"))
    // 24 January and ten days.
    try expect(.reject(.silence), in: story, from: "2027-02-04T00:00:00+01:00", leads: .rejete)
  }

  @Test func `F31: two suspensions add up, the second from complete`() throws {
    var story = try grant(receivedAt: "2026-11-24T10:00:00+01:00")
    try ask(&story, at: "2026-12-01T10:00:00+01:00")
    try story.order(
      .reviewPiece("ressources", .waived(reason())), by: People.grantAgent, at: instant("2026-12-02T10:00:00+01:00"))
    // The agent has what was missing: no need for the applicant to send again.
    try story.order(.declareComplete, by: People.grantAgent, at: instant("2026-12-06T10:00:00+01:00"))
    try expect(.reject(.silence), in: story, from: "2027-01-30T00:00:00+01:00", leads: .rejete)
    try ask(&story, at: "2026-12-10T10:00:00+01:00")
    try story.order(.resubmit, by: People.amelie, at: instant("2026-12-13T10:00:00+01:00"))
    try expect(.reject(.silence), in: story, from: "2027-02-02T00:00:00+01:00", leads: .rejete)
  }

  @Test func `F31: nothing is rejected by silence while the file is incomplete`() throws {
    var story = try grant(receivedAt: "2026-11-24T10:00:00+01:00")
    try ask(&story, at: "2027-01-20T10:00:00+01:00")
    guard case .incomplet(let demarche) = story.state else { throw Unexpected() }
    #expect(demarche.state.clock.suspendedSince == day("2027-01-20"))
    #expect(demarche.state.clock.rejectionDay(under: .rejection(months: 2)) == nil)
    #expect(
      story.refusal(of: .reject(.silence), by: .system, at: instant("2027-02-01T10:00:00+01:00"))
        == .guards(.reject, [.limitReached], because: []))
  }

  @Test func `F31: a corrected file counts as complete from the day it was sent again`() throws {
    var story = try school(receivedAt: "2026-11-24T10:00:00+01:00")
    try ask(&story, at: "2026-11-30T10:00:00+01:00", "courriel")
    try story.order(.resubmit, by: People.amelie, at: instant("2026-12-02T10:00:00+01:00"))
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2026-12-20T10:00:00+01:00"))
    try expect(.validate(.silence), in: story, from: "2027-02-03T00:00:00+01:00", leads: .valide)
  }

  @Test func `F31: reopening starts the clock anew`() throws {
    var story = try grant(receivedAt: "2026-11-24T10:00:00+01:00")
    try ask(&story, at: "2026-12-01T10:00:00+01:00")
    try story.order(.reject(.decision(reason())), by: People.grantAgent, at: instant("2026-12-05T10:00:00+01:00"))
    try story.order(.reopen(reason()), by: People.grantAgent, at: instant("2027-03-10T10:00:00+01:00"))
    try expect(.reject(.silence), in: story, from: "2027-05-11T00:00:00+02:00", leads: .rejete)
  }

  @Test func `F31: where silence decides nothing, the town has all its time`() throws {
    #expect(try Case.act.story(to: .enCours).limits().isEmpty)
    #expect(try Case.act.story(to: .complet).limits().isEmpty)
  }

  @Test func `F28: a decision by silence is told, with what it means`() throws {
    let number = try RequestNumber(serial: 4217)
    var accepted = try Case.school.story(to: .complet)
    try accepted.run(dueAt: instant("2027-01-24T00:00:00+01:00"))
    #expect(accepted.effects == [.inform(.account("acc-amelie"), .validated(number, .silence))])
    var rejected = try Case.grant.story(to: .enCours)
    try rejected.run(dueAt: instant("2027-01-24T00:00:00+01:00"))
    #expect(rejected.effects == [.inform(.account("acc-amelie"), .rejected(number, .silence))])
    let texts = try (accepted.effects + rejected.effects).map {
      Wordings.demarches.compose(try #require($0.notice)).body.value
    }
    #expect(texts[0].contains("attestation") && texts[0].contains("L232-3"))
    #expect(texts[1].contains("deux mois") && texts[1].contains("recours gracieux"))
  }

  @Test func `F26: nobody but the system decides by silence, and the system decides nothing else`() throws {
    let far = instant("2031-01-01T00:00:00+01:00")
    let school = try Case.school.story(to: .complet)
    #expect(school.refusal(of: .validate(.silence), by: People.schoolAgent, at: far) == .notAllowed(.validate))
    #expect(school.refusal(of: .validate(.decision), by: .system, at: far) == .notAllowed(.validate))
    let grant = try Case.grant.story(to: .complet)
    #expect(grant.refusal(of: .reject(.silence), by: People.grantAgent, at: far) == .notAllowed(.reject))
    #expect(grant.refusal(of: .reject(.decision(reason())), by: .system, at: far) == .notAllowed(.reject))
  }

  @Test func `F26: each ends a démarche on their own ground`() throws {
    let story = try Case.school.story(to: .enCours)
    let far = instant("2031-01-01T00:00:00+01:00")
    let grounds: [(Cancellation, Principal)] = [
      (.withdrawal, People.amelie), (.decision(reason()), People.schoolAgent), (.expiry, .system),
    ]
    for (index, (_, principal)) in grounds.enumerated() {
      for (other, (ground, _)) in grounds.enumerated() where other != index {
        #expect(story.refusal(of: .cancel(ground), by: principal, at: far) == .notAllowed(.cancel))
      }
    }
  }

  @Test func `F31: what adds nothing to the file does not make silence last longer`() throws {
    var story = Story(try Town.machine(Town.school { $0.openings = [] }))
    let received = instant("2026-12-01T10:00:00+01:00")
    let later = instant("2026-12-20T10:00:00+01:00")
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: received)
    try story.order(.answer(AnswerChange(Case.school.answers)), by: People.amelie, at: received)
    try story.order(.supplyPiece("domicile", Town.file()), by: People.amelie, at: received)
    try story.order(.submit(submission()), by: People.amelie, at: received)
    // The same answers again, nothing at all, and the paper of what was uploaded.
    try story.order(.answer(AnswerChange(Case.school.answers)), by: People.amelie, at: later)
    try story.order(.answer(AnswerChange([:])), by: People.amelie, at: later)
    try story.order(.receivePiece("domicile"), by: People.schoolAgent, at: later)
    try story.order(.reviewPiece("domicile", .accepted), by: People.schoolAgent, at: later)
    try story.order(.declareComplete, by: People.schoolAgent, at: later)
    try expect(.validate(.silence), in: story, from: "2027-02-02T00:00:00+01:00", leads: .valide)
  }

  @Test func `F31: announcing a required piece adds nothing to the file, doing without it completes it`() throws {
    var story = Story(try Town.machine(Town.school { $0.openings = [] }))
    let received = instant("2026-12-01T10:00:00+01:00")
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: received)
    try story.order(.answer(AnswerChange(Case.school.answers)), by: People.amelie, at: received)
    try story.order(.announcePiece("domicile"), by: People.amelie, at: received)
    try story.order(.submit(submission()), by: People.amelie, at: received)
    try story.order(.announcePiece("domicile"), by: People.amelie, at: instant("2026-12-20T10:00:00+01:00"))
    // The paper never comes, and the town notices when silence would have decided already.
    let waived = instant("2027-02-10T10:00:00+01:00")
    try story.order(.reviewPiece("domicile", .waived(reason())), by: People.schoolAgent, at: waived)
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2027-02-15T10:00:00+01:00"))
    try expect(.validate(.silence), in: story, from: "2027-04-11T00:00:00+02:00", leads: .valide)
  }

  /// A school file complete on 1 December 2026 but for what an agent asks for on 10 December.
  private func asked(pieces: [PieceKey] = [], fields: [FieldKey] = []) throws -> Story {
    var story = try school(receivedAt: "2026-12-01T10:00:00+01:00")
    try story.order(
      .requestCorrection(CorrectionRequest(pieces: pieces, fields: fields, because: reason())), by: People.schoolAgent,
      at: instant("2026-12-10T10:00:00+01:00"))
    return story
  }

  @Test func `F31: an optional piece that was asked for makes the file complete when it comes`() throws {
    var story = try asked(pieces: ["photo"])
    try story.order(
      .supplyPiece("photo", Town.file("photo", mediaType: Town.jpeg)), by: People.amelie,
      at: instant("2026-12-20T10:00:00+01:00"))
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2027-02-15T10:00:00+01:00"))
    try expect(.validate(.silence), in: story, from: "2027-02-21T00:00:00+01:00", leads: .valide)
  }

  @Test(arguments: [[], ["photo"]] as [[PieceKey]])
  func `F31: silence never accepts for a time in which the file was incomplete`(pieces: [PieceKey]) throws {
    var story = try asked(pieces: pieces, fields: pieces.isEmpty ? ["courriel"] : [])
    // Nothing comes: the agent gives up what was asked for, long after silence would have accepted.
    let givenUp = instant("2027-02-10T10:00:00+01:00")
    try story.order(.declareComplete, by: People.schoolAgent, at: givenUp)
    #expect(story.state?.name == .complet)
    try expect(.validate(.silence), in: story, from: "2027-04-11T00:00:00+02:00", leads: .valide)
  }

  @Test func `F31: a piece that was disproved holds silence back until it is replaced or waived`() throws {
    var story = try school(receivedAt: "2026-12-01T10:00:00+01:00")
    try story.order(.receivePiece("photo"), by: People.schoolAgent, at: instant("2026-12-01T10:00:00+01:00"))
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2026-12-02T10:00:00+01:00"))
    try story.order(.reviewPiece("photo", .outdated), by: People.schoolAgent, at: instant("2027-01-10T10:00:00+01:00"))
    #expect(story.limits().isEmpty)
    let late = instant("2027-02-10T10:00:00+01:00")
    var replaced = story
    try replaced.order(.receivePiece("photo"), by: People.schoolAgent, at: late)
    try expect(.validate(.silence), in: replaced, from: "2027-04-11T00:00:00+02:00", leads: .valide)
    try story.order(.reviewPiece("photo", .waived(reason())), by: People.schoolAgent, at: late)
    try expect(.validate(.silence), in: story, from: "2027-04-11T00:00:00+02:00", leads: .valide)
  }

  @Test func `F31: rejection by silence counts again from the day all that was asked for has come`() throws {
    for isSentAgain in [false, true] {
      var story = try grant(receivedAt: "2026-11-24T10:00:00+01:00")
      try story.order(.receivePiece("ressources"), by: People.grantAgent, at: instant("2026-11-24T11:00:00+01:00"))
      try ask(&story, at: "2026-12-01T10:00:00+01:00")
      try story.order(
        .answer(AnswerChange(["motif": .text("Chaudière en panne, devis joint")])), by: People.amelie,
        at: instant("2026-12-11T10:00:00+01:00"))
      if isSentAgain { try story.order(.resubmit, by: People.amelie, at: instant("2026-12-20T10:00:00+01:00")) }
      // 24 January and ten days.
      try expect(.reject(.silence), in: story, from: "2027-02-04T00:00:00+01:00", leads: .rejete)
    }
  }

  @Test func `F31: an answered correction is complete the day its answer came, sent again or not`() throws {
    for isSentAgain in [false, true] {
      var story = try asked(pieces: ["photo"])
      try story.order(
        .supplyPiece("photo", Town.file("photo", mediaType: Town.jpeg)), by: People.amelie,
        at: instant("2026-12-20T10:00:00+01:00"))
      if isSentAgain { try story.order(.resubmit, by: People.amelie, at: instant("2027-01-10T10:00:00+01:00")) }
      try story.order(.declareComplete, by: People.schoolAgent, at: instant("2027-01-15T10:00:00+01:00"))
      try expect(.validate(.silence), in: story, from: "2027-02-21T00:00:00+01:00", leads: .valide)
    }
  }

  @Test func `F31: a file that is declared complete late is accepted then, and can be contested from then on`() throws {
    var story = try school(receivedAt: "2026-12-01T10:00:00+01:00")
    let late = instant("2027-10-01T10:00:00+02:00")
    try story.order(.declareComplete, by: People.schoolAgent, at: late)
    try story.run(dueAt: late)
    guard case .valide(let demarche) = story.state else { throw Unexpected() }
    #expect(demarche.state.decided == late)
    #expect(story.limits().map(\.instant) == [instant("2027-12-02T00:00:00+01:00")])
  }

  @Test func `F31: the same file supplied twice does not make silence last longer`() throws {
    var story = Story(try Town.machine(Town.school { $0.openings = [] }))
    let received = instant("2026-12-01T10:00:00+01:00")
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: received)
    try story.order(.answer(AnswerChange(Case.school.answers)), by: People.amelie, at: received)
    try story.order(.supplyPiece("domicile", Town.file()), by: People.amelie, at: received)
    try story.order(.submit(submission()), by: People.amelie, at: received)
    try story.order(
      .supplyPiece("domicile", Town.file()), by: People.amelie, at: instant("2026-12-20T10:00:00+01:00"))
    try story.order(
      .reviewPiece("domicile", .accepted), by: People.schoolAgent, at: instant("2026-12-21T10:00:00+01:00"))
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2026-12-21T10:00:00+01:00"))
    try expect(.validate(.silence), in: story, from: "2027-02-02T00:00:00+01:00", leads: .valide)
  }

  @Test func `F31: a disproved piece of which another is announced makes silence count anew`() throws {
    var story = try school(receivedAt: "2026-12-01T10:00:00+01:00")
    try story.order(.receivePiece("photo"), by: People.schoolAgent, at: instant("2026-12-02T10:00:00+01:00"))
    try story.order(
      .reviewPiece("photo", .refused(reason())), by: People.schoolAgent, at: instant("2026-12-03T10:00:00+01:00"))
    try story.order(.announcePiece("photo"), by: People.amelie, at: instant("2027-02-10T10:00:00+01:00"))
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2027-02-11T10:00:00+01:00"))
    try expect(.validate(.silence), in: story, from: "2027-04-11T00:00:00+02:00", leads: .valide)
  }

  @Test func `F31: taking an answer back that nobody needs does not make silence last longer`() throws {
    var story = try school(receivedAt: "2026-12-01T10:00:00+01:00")
    try story.order(
      .answer(AnswerChange(["rentree": .date(day("2027-01-04"))])), by: People.amelie,
      at: instant("2026-12-02T10:00:00+01:00"))
    let later = instant("2026-12-20T10:00:00+01:00")
    try story.order(.answer(AnswerChange([:], clearing: ["rentree"])), by: People.amelie, at: later)
    try story.order(.declareComplete, by: People.schoolAgent, at: later)
    try expect(.validate(.silence), in: story, from: "2027-02-03T00:00:00+01:00", leads: .valide)
  }

  @Test func `F31: a doubted answer that is taken back completes the file, where nobody needs it`() throws {
    var story = try school(receivedAt: "2026-12-01T10:00:00+01:00")
    try story.order(
      .answer(AnswerChange(["rentree": .date(day("2027-01-04"))])), by: People.amelie,
      at: instant("2026-12-02T10:00:00+01:00"))
    try ask(&story, at: "2026-12-05T10:00:00+01:00", "rentree")
    let later = instant("2026-12-20T10:00:00+01:00")
    try story.order(.answer(AnswerChange([:], clearing: ["rentree"])), by: People.amelie, at: later)
    try story.order(.declareComplete, by: People.schoolAgent, at: later)
    try expect(.validate(.silence), in: story, from: "2027-02-21T00:00:00+01:00", leads: .valide)
  }

  @Test func `F31: a piece that was asked for and only announced completes the file when it comes, or is given up`()
    throws
  {
    var story = try asked(pieces: ["photo"])
    let announced = instant("2026-12-12T10:00:00+01:00")
    try story.order(.announcePiece("photo"), by: People.amelie, at: announced)
    try story.order(.resubmit, by: People.amelie, at: announced)
    try story.order(.takeUp, by: People.schoolAgent, at: announced)
    var givenUp = story
    try story.order(.receivePiece("photo"), by: People.schoolAgent, at: instant("2026-12-20T10:00:00+01:00"))
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2026-12-28T10:00:00+01:00"))
    try expect(.validate(.silence), in: story, from: "2027-02-21T00:00:00+01:00", leads: .valide)
    try givenUp.order(.declareComplete, by: People.schoolAgent, at: instant("2026-12-28T10:00:00+01:00"))
    try expect(.validate(.silence), in: givenUp, from: "2027-03-01T00:00:00+01:00", leads: .valide)
  }
}
