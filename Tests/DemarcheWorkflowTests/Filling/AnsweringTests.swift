import DemarcheWorkflow
import Foundation
import Testing

struct AnsweringTests {
  private let noon = instant("2026-11-24T12:00:00+01:00")

  private func draft() throws -> Story {
    var story = Story()
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: noon)
    return story
  }

  @Test func `F22: a step may be left half done`() throws {
    var story = try draft()
    try story.order(.answer(AnswerChange(["ecole": .choice("ferry")])), by: People.amelie, at: noon)
    try story.order(.answer(AnswerChange(["allergie": .yesNo(false)])), by: People.amelie, at: noon)
    #expect(story.state?.dossier?.answers == ["ecole": .choice("ferry"), "allergie": .yesNo(false)])
  }

  @Test func `F22: every wrong answer is told at once, field by field, and nothing is saved`() throws {
    let story = try draft()
    let change = AnswerChange([
      "ecole": .choice("privee"), "courriel": .text("amelie"), "allergie": .yesNo(false), "pointure": .integer(28),
    ])
    guard case .answers(let problems) = story.refusal(of: .answer(change), by: People.amelie, at: noon) else {
      throw Unexpected()
    }
    #expect(problems.map(\.field) == ["pointure", "ecole", "courriel"])
    #expect(problems.map(\.fault) == [.unknownField, .unknownOption, .email])
    #expect(story.state?.dossier?.answers.isEmpty == true)
  }

  @Test func `F22: an answer is taken back, and a field that does not exist cannot be`() throws {
    var story = try Case.school.story(to: .brouillon)
    try story.order(.answer(AnswerChange([:], clearing: ["courriel"])), by: People.amelie, at: noon)
    #expect(story.state?.dossier?.answers["courriel"] == nil)
    #expect(
      story.refusal(of: .answer(AnswerChange([:], clearing: ["pointure"])), by: People.amelie, at: noon)
        == .unknownField("pointure"))
  }

  @Test func `F21: what a draft hides comes back when it is shown again, and is not sent while hidden`() throws {
    var story = try Case.school.story(to: .brouillon)
    let allergic = AnswerChange(["allergie": .yesNo(true), "regime": .text("Sans arachide")])
    try story.order(.answer(allergic), by: People.amelie, at: noon)
    try story.order(.answer(AnswerChange(["allergie": .yesNo(false)])), by: People.amelie, at: noon)
    #expect(story.state?.dossier?.answers["regime"] == .text("Sans arachide"))
    try story.order(.submit(submission()), by: People.amelie, at: noon)
    #expect(story.state?.dossier?.answers["regime"] == nil)
  }

  @Test func `F21: a submitted file holds nothing that was not asked`() throws {
    var story = try Case.school.story(to: .enCours)
    let change = AnswerChange(["courriel": .text("  neuve@Example.FR "), "regime": .text("Sans arachide")])
    try story.order(.answer(change), by: People.amelie, at: noon)
    #expect(story.state?.dossier?.answers["courriel"] == .text("neuve@example.fr"))
    #expect(story.state?.dossier?.answers["regime"] == nil)
  }

  @Test func `F22: what the town has in hand stays complete`() throws {
    let story = try Case.school.story(to: .enCours)
    guard
      case .answers(let problems) = story.refusal(
        of: .answer(AnswerChange([:], clearing: ["courriel"])), by: People.amelie, at: noon)
    else { throw Unexpected() }
    #expect(problems.map(\.fault) == [.missing])
  }

  @Test func `F22: a file that is being corrected may be left half done, and is not sent so`() throws {
    var story = try Case.school.story(to: .incomplet)
    try story.order(.answer(AnswerChange([:], clearing: ["courriel"])), by: People.amelie, at: noon)
    guard case .guards(.resubmit, let guards, let because) = story.refusal(of: .resubmit, by: People.amelie, at: noon)
    else { throw Unexpected() }
    #expect(guards == [.stepsComplete])
    #expect(because.map(\.place) == ["courriel"])
  }

  @Test func `F26: once an agent has taken the file up, its applicant changes nothing`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(.takeUp, by: People.schoolAgent, at: noon)
    let orders: [DemarcheEvent] = [
      .answer(AnswerChange(Case.school.answers)), .supplyPiece("photo", Town.file("p", mediaType: Town.jpeg)),
      .announcePiece("photo"),
    ]
    for order in orders {
      #expect(
        story.refusal(of: order, by: People.amelie, at: noon) == .guards(order.name, [.notTakenUp], because: []))
      let context = Context(instant: noon, principal: People.amelie)
      #expect(Town.machine.obstacles(to: order.name, in: story.state, for: context) == [.guard(.notTakenUp)])
    }
  }

  @Test func `F26: a correction gives the file back to its applicant, and another agent may take it over`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(.takeUp, by: People.schoolAgent, at: noon)
    try story.order(.takeUp, by: People.secondSchoolAgent, at: noon)
    guard case .enCours(let demarche) = story.state else { throw Unexpected() }
    #expect(demarche.state.takenUpBy == "agent-ecole-2")
    try story.order(
      .requestCorrection(CorrectionRequest(fields: ["courriel"], because: reason())), by: People.schoolAgent, at: noon)
    try story.order(
      .answer(AnswerChange(["courriel": .text("neuve@example.fr")])), by: People.amelie, at: noon)
    try story.order(.resubmit, by: People.amelie, at: noon)
    try story.order(
      .answer(AnswerChange(["courriel": .text("autre@example.fr")])), by: People.amelie, at: noon)
  }

  @Test func `F21: an answer makes a piece required, another one does not any more`() throws {
    var story = try Case.school.story(to: .brouillon)
    func required() -> [PieceKey] { story.state?.dossier?.pieces.filter(\.isRequired).map(\.key) ?? [] }
    #expect(required() == ["domicile"])
    let allergic = AnswerChange(["allergie": .yesNo(true), "regime": .text("Sans arachide")])
    try story.order(.answer(allergic), by: People.amelie, at: noon)
    #expect(required() == ["domicile", "vaccins"])
    try story.order(.answer(AnswerChange(["allergie": .yesNo(false)])), by: People.amelie, at: noon)
    #expect(required() == ["domicile"])
  }

  @Test func `F24: an answer that makes a piece required does not leave the town without it`() throws {
    var story = try Case.school.story(to: .enCours)
    let allergic = DemarcheEvent.answer(AnswerChange(["allergie": .yesNo(true), "regime": .text("Sans arachide")]))
    let refusal = try #require(story.refusal(of: allergic, by: People.amelie, at: noon))
    #expect(refusal.code == "demarche.pieces-missing")
    #expect(refusal.reasons.compactMap(\.place) == ["vaccins"])
    try story.order(.announcePiece("vaccins"), by: People.amelie, at: noon)
    try story.order(allergic, by: People.amelie, at: noon)
    #expect(story.state?.dossier?.pieces.filter(\.isRequired).map(\.key) == ["domicile", "vaccins"])
  }

  @Test func `F22: a day that was right when it was saved is checked again on the day the draft is sent`() throws {
    var story = try Case.school.story(to: .brouillon)
    try story.order(.answer(AnswerChange(["rentree": .date(day("2026-11-24"))])), by: People.amelie, at: noon)
    let tomorrow = instant("2026-11-25T00:00:00+01:00")
    guard
      case .guards(.submit, let guards, let because) = story.refusal(
        of: .submit(submission()), by: People.amelie, at: tomorrow)
    else { throw Unexpected() }
    #expect(guards == [.stepsComplete])
    #expect(because.map(\.code) == ["field.too-early"])
    let permitted = Town.machine.permitted(in: story.state, for: Context(instant: tomorrow, principal: People.amelie))
    #expect(!permitted.contains(.submit))
    try story.order(.submit(submission()), by: People.amelie, at: tomorrow.addingTimeInterval(-1))
  }

  @Test func `F22: an answer that has become wrong keeps nobody from filling another step, and is told on sending`()
    throws
  {
    var story = Story()
    let first = instant("2026-11-24T10:00:00+01:00")
    let next = instant("2026-11-25T10:00:00+01:00")
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: first)
    let answers = Case.school.answers.merging(["rentree": .date(day("2026-11-24"))])
    try story.order(.answer(AnswerChange(answers)), by: People.amelie, at: first)
    try story.order(.answer(AnswerChange(["courriel": .text("neuve@example.fr")])), by: People.amelie, at: next)
    #expect(story.state?.dossier?.answers["courriel"] == .text("neuve@example.fr"))
    guard
      case .guards(.submit, let guards, let because)? = story.refusal(
        of: .submit(submission()), by: People.amelie, at: next)
    else { throw Unexpected() }
    #expect(guards == [.stepsComplete, .piecesProvided])
    #expect(because.contains { $0.code == "field.too-early" && $0.place == "rentree" })
  }

  @Test func `F22: an answer to a field that is not shown is judged like any other`() throws {
    let story = try Case.school.story(to: .brouillon)
    let now = instant("2026-11-24T10:00:00+01:00")
    for (answer, code) in [
      (FieldAnswer.text(String(repeating: "x", count: 201)), "field.too-long"), (.member("x"), "field.wrong-kind"),
    ] {
      guard
        case .answers(let problems)? = story.refusal(
          of: .answer(AnswerChange(["regime": answer])), by: People.amelie, at: now)
      else { throw Unexpected() }
      #expect(problems.map(\.fault.code) == [code] && problems.map(\.field) == ["regime"])
    }
  }

  @Test func `F22: a blank answer clears the field, however long it is`() throws {
    var story = try Case.school.story(to: .brouillon)
    let blanks = FieldAnswer.text(String(repeating: " \u{200B}", count: 100_000))
    try story.order(
      .answer(AnswerChange(["courriel": blanks])), by: People.amelie, at: instant("2026-11-24T10:00:00+01:00"))
    #expect(story.state?.dossier?.answers["courriel"] == nil)
  }

  @Test func `F21: the members that a field may name are those of the last change that names them`() throws {
    let member = Field("qui", label: "Qui", type: .member(.any), required: .never)
    var story = Story(try Town.machine(Town.school { $0.steps[1].fields.append(member) }))
    let now = instant("2026-11-24T10:00:00+01:00")
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: now)
    let answer = Answers(["qui": .member("m-zoe")])
    guard case .answers? = story.refusal(of: .answer(AnswerChange(answer)), by: People.amelie, at: now) else {
      throw Unexpected()
    }
    let zoe = KnownMember(id: "m-zoe", kind: .child)
    try story.order(.answer(AnswerChange([:], household: [zoe])), by: People.amelie, at: now)
    try story.order(.answer(AnswerChange(answer)), by: People.amelie, at: now)
    #expect(story.state?.dossier?.household == [zoe])
  }
}
