import CivilTime
import DemarcheWorkflow
import Testing
import WorkflowKernel

/// A form of two steps where each answer opens the next question.
@Suite struct FormFlowTests {
  private let today = CivilDate.earliest

  private let form: Procedure = {
    var procedure = FormSamples.procedure([
      Field("pet", label: "Un animal ?", type: .yesNo),
      Field(
        "kind", label: "Lequel",
        type: .choice([ChoiceOption("dog", label: "Chien"), ChoiceOption("cat", label: "Chat")]),
        shownWhen: .equals("pet", .yesNo(true))),
      Field(
        "breed", label: "Race", type: .text(TextLimits(max: 10)), required: .when(.equals("kind", .choice("dog"))),
        shownWhen: .answered("kind")),
    ])
    procedure.steps.append(
      Step("owner", label: "Vous", fields: [Field("email", label: "Courriel", type: .email, required: .never)]))
    procedure.pieces = [
      PieceRequirement(
        "vaccine", label: "Vaccin", formats: ["application/pdf"], bytesMax: 1,
        required: .when(.equals("kind", .choice("dog")))),
      PieceRequirement("photo", label: "Photo", formats: ["image/png"], bytesMax: 1, required: .never),
    ]
    return procedure
  }()

  @Test func `F22: what is missing or wrong is told per field, in the order of the form`() {
    let problems = form.check(["email": .text("nobody"), "pet": .yesNo(true), "kind": .choice("bird")], on: today)
    #expect(problems.map(\.field) == ["kind", "email"])
    #expect(problems.map(\.fault) == [.unknownOption, .email])
    #expect(problems.map(\.step) == ["form", "owner"])
    #expect(form.check(Answers(), on: today).map(\.reason.description) == ["pet: field.required"])
  }

  @Test func `F22: one step is checked without the others, with the answers of all`() {
    let answers: Answers = ["pet": .yesNo(true), "email": .text("nobody")]
    #expect(form.check(answers, step: "form", on: today).map(\.field) == ["kind"])
    #expect(form.check(answers, step: "owner", on: today).map(\.field) == ["email"])
    #expect(form.check(answers, step: "ghost", on: today).isEmpty)
  }

  @Test func `F21: a condition opens a question and makes it mandatory`() {
    #expect(form.check(["pet": .yesNo(false)], on: today).isEmpty)
    #expect(form.check(["pet": .yesNo(true), "kind": .choice("cat")], on: today).isEmpty)
    #expect(form.check(["pet": .yesNo(true), "kind": .choice("dog")], on: today).map(\.field) == ["breed"])
  }

  @Test func `F21: an answer whose condition no longer holds falls away with all that hung on it`() {
    let answers: Answers = [
      "pet": .yesNo(false), "kind": .choice("bird"), "breed": .text(String(repeating: "x", count: 99)),
    ]
    #expect(form.check(answers, on: today).isEmpty)
    #expect(form.relevant(answers) == ["pet": .yesNo(false)])
    #expect(form.requiredPieces(for: ["pet": .yesNo(false), "kind": .choice("dog")]).isEmpty)
    #expect(form.requiredPieces(for: ["pet": .yesNo(true), "kind": .choice("dog")]).map(\.key) == ["vaccine"])
  }

  @Test func `F21: a field that the procedure does not have is refused, whatever the step`() {
    let answers: Answers = ["pet": .yesNo(false), "hack": .text("x"), "attack": .integer(1)]
    for step: StepKey? in [nil, "owner"] {
      let problems = form.check(answers, step: step, on: today)
      #expect(problems.map(\.field) == ["attack", "hack"])
      #expect(problems.allSatisfy { $0.fault == .unknownField && $0.step == nil })
    }
    #expect(form.relevant(answers) == ["pet": .yesNo(false)])
  }

  @Test func `F02: progress tells, step by step, what is still missing`() {
    let progress = form.progress(["pet": .yesNo(true), "email": .text("nobody")], on: today)
    #expect(progress.map(\.step) == ["form", "owner"])
    #expect(progress.map(\.missing) == [["kind"], []])
    #expect(progress.map(\.isComplete) == [false, false])
    #expect(progress.map(\.isStarted) == [true, true])
    let blank = form.progress(Answers(), on: today)
    #expect(blank.map(\.isComplete) == [false, true])
    #expect(blank.map(\.isStarted) == [false, false])
  }

  @Test(
    arguments: [
      (Condition.equals("n", .integer(1)), true), (.equals("n", .integer(2)), false),
      (.equals("z", .integer(1)), false),
      (.oneOf("n", [.integer(2), .integer(1)]), true), (.oneOf("n", [.integer(2)]), false),
      (.oneOf("z", [.integer(1)]), false), (.answered("n"), true), (.answered("z"), false), (.answered("blank"), false),
      (.not(.answered("z")), true), (.not(.answered("n")), false), (.all([.answered("n"), .answered("z")]), false),
      (.all([.answered("n"), .not(.answered("z"))]), true), (.any([.answered("z"), .answered("n")]), true),
      (.any([.answered("z")]), false),
    ] as [(Condition, Bool)])
  func `F21: a condition holds for the answers it describes`(condition: Condition, holds: Bool) {
    #expect(condition.holds(for: ["n": .integer(1), "blank": .text("  ")]) == holds)
  }

  @Test func `F22: every fault has a sentence that names the field`() throws {
    let faults: [FieldFault] =
      [
        .unknownField, .missing, .wrongKind, .tooLong(max: 7), .tooShort(min: 7), .unprintable, .tooSmall(min: 7),
        .tooLarge(max: 7), .amountTooSmall(minCents: 7), .amountTooLarge(maxCents: 7), .tooEarly(first: today),
        .tooLate(last: today), .notConfirmed, .unknownOption, .tooFew(min: 7), .tooMany(max: 7), .email, .telephone,
        .postcode, .address, .unknownMember,
      ] + TextPattern.allCases.map { .pattern($0) }
    #expect(Set(faults.map(\.code)).count == faults.count)
    #expect(Wordings.fields.codes == faults.map(\.code).sorted())
    for fault in faults {
      let reason = FieldProblem(step: "form", field: "pet", label: "Un animal", fault: fault).reason
      let sentence = Wordings.fields.sentence(for: reason.code, arguments: reason.arguments)
      #expect(sentence.contains("«\u{A0}Un animal\u{A0}»"))
      #expect(!sentence.contains("{"))
    }
  }

  @Test(arguments: [
    (FieldFault.amountTooLarge(maxCents: 123_456_789), "1\u{202F}234\u{202F}567,89\u{A0}€"),
    (.amountTooSmall(minCents: 5), "0,05\u{A0}€"), (.amountTooSmall(minCents: 100_000), "1\u{202F}000,00\u{A0}€"),
    (.tooLong(max: 80), "80\u{A0}caractères"), (.tooShort(min: 1), "1\u{A0}caractère au"),
    (.tooEarly(first: .earliest), "01/01/0001"),
  ])
  func `F22: the limit that was passed is written as citizens read it`(fault: FieldFault, text: String) {
    let reason = FieldProblem(step: nil, field: "x", label: "Champ", fault: fault).reason
    #expect(Wordings.fields.sentence(for: reason.code, arguments: reason.arguments).contains(text))
  }
}
