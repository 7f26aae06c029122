import DemarcheWorkflow
import Foundation
import Testing

struct OpeningTests {
  private let noon = instant("2026-11-23T12:00:00+01:00")

  @Test func `F20: a visitor may open an act, and is told that other procedures need an account`() throws {
    var act = Story()
    try act.order(.open(Opening("naissance")), by: People.passerby, at: noon)
    #expect(act.state?.dossier?.applicant == .visitor("visit-1"))
    #expect(
      Story().refusal(of: .open(Opening("ecole", for: People.child)), by: People.passerby, at: noon)
        == .accountRequired)
  }

  @Test func `F20: with an account an act is filed as well`() throws {
    var act = Story()
    try act.order(.open(Opening("naissance")), by: People.amelie, at: noon)
    #expect(act.state?.dossier?.applicant == .citizen("acc-amelie"))
  }

  @Test func `F20: a procedure that the catalogue does not have is refused by its name`() {
    #expect(
      Story().refusal(of: .open(Opening("permis")), by: People.amelie, at: noon) == .unknownProcedure("permis"))
  }

  @Test(arguments: [
    ("2026-11-01T23:59:59+01:00", false), ("2026-11-02T00:00:00+01:00", true),
    ("2027-01-31T23:59:59+01:00", true), ("2027-02-01T00:00:00+01:00", false),
  ])
  func `F21: a procedure opens with its first day and closes after its last one, in the town's time`(
    text: String, isOpen: Bool
  ) throws {
    var story = Story()
    let opening = DemarcheEvent.open(Opening("ecole", for: People.child))
    if isOpen {
      try story.order(opening, by: People.amelie, at: instant(text))
    } else {
      #expect(story.refusal(of: opening, by: People.amelie, at: instant(text)) == .closedToday)
    }
  }

  @Test func `F21: a draft cannot be sent once its procedure is closed`() throws {
    let draft = try Case.school.story(to: .brouillon)
    let submit = DemarcheEvent.submit(submission())
    let lastMoment = instant("2027-01-31T23:59:59+01:00")
    let closed = instant("2027-02-01T00:00:00+01:00")
    var sent = draft
    try sent.order(submit, by: People.amelie, at: lastMoment)
    #expect(sent.state?.name == .enCours)
    #expect(
      draft.refusal(of: submit, by: People.amelie, at: closed) == .guards(.submit, [.openToday], because: []))
    let context = Context(instant: closed, principal: People.amelie)
    #expect(Town.machine.obstacles(to: .submit, in: draft.state, for: context) == [.guard(.openToday)])
  }

  @Test func `F21: a subject is admitted as the rule of the procedure says`() {
    let subjects: [Subject] = [.none, .household, People.adult, People.child]
    let admitted: [SubjectRule: [Bool]] = [
      .none: [true, false, false, false], .household: [false, true, false, false],
      .adult: [false, false, true, false], .child: [false, false, false, true],
      .anyMember: [false, false, true, true],
    ]
    for rule in SubjectRule.allCases { #expect(subjects.map(rule.admits) == admitted[rule], "\(rule)") }
  }

  @Test(arguments: [
    ("\t", FreeTextFault.blank), (String(repeating: "x", count: 201), .tooLong), ("Zoé\nd-2  validé", .unprintable),
    ("Zoé\u{1B}[2J", .unprintable),
  ])
  func `F21: the name of a member is one printable line of 200 characters at most`(name: String, fault: FreeTextFault) {
    let subject = Subject.member(.init(id: "m-zoe", kind: .child, name: name))
    #expect(
      Story().refusal(of: .open(Opening("ecole", for: subject)), by: People.amelie, at: Case.start)
        == .subjectName(fault))
  }

  @Test func `F21: the name of a member is kept tidied, up to its last character`() throws {
    var story = Story()
    let name = String(repeating: "x", count: 200)
    let subject = Subject.member(.init(id: "m-zoe", kind: .child, name: "  \(name)\t"))
    try story.order(.open(Opening("ecole", for: subject)), by: People.amelie, at: Case.start)
    #expect(story.state?.dossier?.subject == .member(.init(id: "m-zoe", kind: .child, name: name)))
  }

  @Test func `F21: the wrong subject is refused`() {
    #expect(
      Story().refusal(of: .open(Opening("ecole", for: People.adult)), by: People.amelie, at: noon)
        == .subjectNotAccepted(.child))
  }

  @Test func `F21: a case keeps the revision of the procedure it was opened with`() throws {
    var story = Story()
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: noon)
    story.machine = try Town.machine(
      Town.school(),
      Town.school(revision: 2) { $0.steps[0].fields.append(Field("transport", label: "Transport", type: .yesNo)) })
    try story.order(.answer(AnswerChange(Case.school.answers)), by: People.amelie, at: noon)
    try story.order(.supplyPiece("domicile", Town.file()), by: People.amelie, at: noon)
    try story.order(.submit(submission()), by: People.amelie, at: noon)
    #expect(story.state?.dossier?.procedure == Procedure.Reference(id: "ecole", revision: 1))

    var later = Story(story.machine)
    try later.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: noon)
    #expect(later.state?.dossier?.procedure.revision == 2)
  }

  @Test func `F21: a case whose revision has left the catalogue is refused before its conditions are looked at`() throws
  {
    var draft = try Case.school.story(to: .brouillon)
    draft.machine = try Town.machine(Town.school(revision: 2))
    #expect(
      draft.refusal(of: .submit(submission()), by: People.amelie, at: noon) == .unknownProcedure("ecole"))
    #expect(draft.refusal(of: .submit(submission()), by: People.basile, at: noon) == .notAllowed(.submit))
  }

  @Test func `F02: what is known fills the first answers, what the field would refuse stays out`() throws {
    var story = Story()
    let opening = Opening("ecole", for: People.child, known: [.applicantEmail: .text("amelie@example.fr")])
    try story.order(.open(opening), by: People.amelie, at: noon)
    #expect(story.state?.dossier?.answers == ["courriel": .text("amelie@example.fr")])
    story = Story()
    let wrong = Opening("ecole", for: People.child, known: [.applicantEmail: .text("amelie")])
    try story.order(.open(wrong), by: People.amelie, at: noon)
    #expect(story.state?.dossier?.answers.isEmpty == true)
  }
}
