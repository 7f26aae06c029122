import CivilTime
import DemarcheWorkflow
import Testing

/// One mistake in a definition that otherwise holds, and what must be said of it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let name: String
  let place: String
  let fault: DefinitionFault
  let make: @Sendable (inout Procedure) throws -> Void

  init(
    _ name: String, _ place: String, _ fault: DefinitionFault,
    _ make: @escaping @Sendable (inout Procedure) throws -> Void
  ) {
    (self.name, self.place, self.fault, self.make) = (name, place, fault, make)
  }

  var testDescription: String { name }
}

@Suite struct CatalogueProblemTests {
  private static let options = [ChoiceOption("yes", label: "Oui"), ChoiceOption("no", label: "Non")]

  private static func sound() -> Procedure {
    var procedure = FormSamples.procedure([
      Field("pick", label: "Choix", type: .choice(options)),
      Field("name", label: "Nom", type: .text(TextLimits(max: 80)), shownWhen: .equals("pick", .choice("yes"))),
    ])
    procedure.pieces = [
      PieceRequirement("proof", label: "Justificatif", formats: ["application/pdf"], bytesMax: 1_000, validityMonths: 3)
    ]
    return procedure
  }

  private static func set(_ change: @escaping @Sendable (inout Field) -> Void) -> @Sendable (inout Procedure) -> Void {
    { change(&$0.steps[0].fields[1]) }
  }

  private static func require(_ condition: Condition) -> @Sendable (inout Procedure) -> Void {
    set { $0.required = .when(condition) }
  }

  private static let field = "procedures[0].steps[0].fields[1]"

  static let keysAndTexts: [Mistake] = [
    Mistake("malformed id", "procedures[0].id", .malformedKey("café")) { $0.id = "café" },
    Mistake("empty id", "procedures[0].id", .malformedKey("")) { $0.id = "" },
    Mistake("long id", "procedures[0].id", .malformedKey(String(repeating: "a", count: 65))) {
      $0.id = ProcedureID(String(repeating: "a", count: 65))
    },
    Mistake("digit first", "procedures[0].steps[0].key", .malformedKey("1st")) { $0.steps[0].key = "1st" },
    Mistake("revision 0", "procedures[0].revision", .outOfBounds(0, 1...1_000_000_000)) { $0.revision = 0 },
    Mistake("blank label", "procedures[0].label", .blankText) { $0.label = " \u{A0}\n" },
    Mistake("blank help", "procedures[0].help", .blankText) { $0.help = "" },
    Mistake("blank step label", "procedures[0].steps[0].label", .blankText) { $0.steps[0].label = "" },
    Mistake("blank step help", "procedures[0].steps[0].help", .blankText) { $0.steps[0].help = "" },
    Mistake("blank field label", field + ".label", .blankText, set { $0.label = "" }),
    Mistake("blank field help", field + ".help", .blankText, set { $0.help = "" }),
    Mistake("label of two lines", "procedures[0].label", .unprintableText) { $0.label = "École\nService\u{A0}: faux" },
    Mistake("label with an escape", "procedures[0].label", .unprintableText) { $0.label = "École\u{1B}[31m" },
    Mistake("label written backwards", field + ".label", .unprintableText, set { $0.label = "a\u{202E}b" }),
    Mistake(
      "label of 201 characters", field + ".label", .longText(max: 200),
      set { $0.label = String(repeating: "é", count: 201) }),
    Mistake("invisible label", field + ".label", .blankText, set { $0.label = "\u{200B}\u{3164}" }),
    Mistake("format twice", "procedures[0].pieces[0].formats[1]", .duplicate("application/pdf")) {
      $0.pieces[0].formats = ["application/pdf", "application/pdf"]
    },
    Mistake("no step", "procedures[0].steps", .emptyList) { $0.steps = [] },
    Mistake("no field", "procedures[0].steps[0].fields", .emptyList) { $0.steps[0].fields = [] },
    Mistake("field twice", field + ".key", .duplicate("pick"), set { $0.key = "pick" }),
    Mistake("field twice across steps", "procedures[0].steps[1].fields[0].key", .duplicate("name")) {
      $0.steps.append(Step("again", label: "Encore", fields: [Field("name", label: "Nom", type: .email)]))
    },
    Mistake("step twice", "procedures[0].steps[1].key", .duplicate("form")) {
      $0.steps.append(Step("form", label: "Encore", fields: [Field("other", label: "Autre", type: .email)]))
    },
    Mistake("unknown theme", "procedures[0].theme", .unknownTheme("sport")) { $0.theme = "sport" },
    Mistake("unknown service", "procedures[0].service", .unknownService("sport")) { $0.service = "sport" },
    Mistake("anonymous with subject", "procedures[0].subject", .householdWithoutAccount) {
      $0.access = .anonymous
      $0.subject = .child
    },
  ]

  static let timeLimits: [Mistake] = [
    Mistake("silence 0", "procedures[0].silence.acceptance.months", .outOfBounds(0, 1...1_200)) {
      $0.silence = .acceptance(months: 0)
    },
    Mistake("silence -1", "procedures[0].silence.rejection.months", .outOfBounds(-1, 1...1_200)) {
      $0.silence = .rejection(months: -1)
    },
    Mistake("draft life 0", "procedures[0].draft.lifeDays", .outOfBounds(0, 1...3_660)) {
      $0.draft = DraftPolicy(lifeDays: 0, noticeDays: -1)
    },
    Mistake("notice negative", "procedures[0].draft.noticeDays", .outOfBounds(-1, 0...3_660)) {
      $0.draft = DraftPolicy(lifeDays: 5, noticeDays: -1)
    },
    Mistake("notice as long as the life", "procedures[0].draft.noticeDays", .noticeTooLong) {
      $0.draft = DraftPolicy(lifeDays: 7, noticeDays: 7)
    },
    Mistake("correction 0", "procedures[0].correctionDays", .outOfBounds(0, 1...3_660)) { $0.correctionDays = 0 },
    Mistake("retention negative", "procedures[0].retentionMonths", .outOfBounds(-1, 0...1_200)) {
      $0.retentionMonths = -1
    },
    Mistake("impossible period", "procedures[0].openings[0]", .impossiblePeriod) {
      $0.openings = [OpeningPeriod(first: try FormSamples.day("2026-09-02"), last: try FormSamples.day("2026-09-01"))]
    },
    Mistake("overlapping by one day", "procedures[0].openings[1]", .overlappingPeriod) {
      $0.openings = [
        OpeningPeriod(first: try FormSamples.day("2026-01-01"), last: try FormSamples.day("2026-02-01")),
        OpeningPeriod(first: try FormSamples.day("2026-02-01"), last: try FormSamples.day("2026-03-01")),
      ]
    },
    Mistake("season too short", "procedures[0].seasonEnd", .seasonEndsTooEarly) {
      $0.openings = [OpeningPeriod(first: try FormSamples.day("2026-01-01"), last: try FormSamples.day("2026-02-01"))]
      $0.seasonEnd = try FormSamples.day("2026-01-31")
    },
  ]

  static let types: [Mistake] = [
    Mistake(
      "text reversed", field + ".type.text", .reversedBounds, set { $0.type = .text(TextLimits(min: 9, max: 8)) }),
    Mistake(
      "text of nothing", field + ".type.text.max", .outOfBounds(0, 1...20_000),
      set { $0.type = .text(TextLimits(min: 0, max: 0)) }),
    Mistake(
      "text without end", field + ".type.longText.max", .outOfBounds(20_001, 1...20_000),
      set { $0.type = .longText(TextLimits(max: 20_001)) }),
    Mistake(
      "text negative", field + ".type.text.min", .outOfBounds(-1, 0...20_000),
      set { $0.type = .text(TextLimits(min: -1, max: 5)) }),
    Mistake(
      "integer reversed", field + ".type.integer", .reversedBounds, set { $0.type = .integer(Bounds(min: 2, max: 1)) }),
    Mistake("money reversed", field + ".type.money", .reversedBounds, set { $0.type = .money(Bounds(min: 2, max: 1)) }),
    Mistake(
      "money negative", field + ".type.money.min", .outOfBounds(-1, 0...Int.max),
      set { $0.type = .money(Bounds(min: -1, max: 1)) }),
    Mistake(
      "date reversed", field + ".type.date", .reversedBounds,
      set { $0.type = .date(Bounds(min: .day(.latest), max: .day(.earliest))) }),
    Mistake(
      "date reversed by days", field + ".type.date", .reversedBounds,
      set { $0.type = .date(Bounds(min: .days(1), max: .today)) }),
    Mistake(
      "date reversed by months", field + ".type.date", .reversedBounds,
      set { $0.type = .date(Bounds(min: .months(-1), max: .months(-2))) }),
    Mistake(
      "date reversed across units", field + ".type.date", .reversedBounds,
      set { $0.type = .date(Bounds(min: .months(1), max: .today)) }),
    Mistake(
      "date reversed across units, the other way", field + ".type.date", .reversedBounds,
      set { $0.type = .date(Bounds(min: .days(0), max: .months(-1))) }),
    Mistake("no option", field + ".type.choice.options", .emptyList, set { $0.type = .choice([]) }),
    Mistake(
      "option twice", field + ".type.choice.options[1].key", .duplicate("yes"),
      set { $0.type = .choice([ChoiceOption("yes", label: "Oui"), ChoiceOption("yes", label: "Oui")]) }),
    Mistake(
      "blank option", field + ".type.choices.options[0].label", .blankText,
      set { $0.type = .choices([ChoiceOption("yes", label: "")], count: Bounds()) }),
    Mistake(
      "more choices than options", field + ".type.choices.max", .outOfBounds(3, 1...2),
      set { $0.type = .choices(options, count: Bounds(max: 3)) }),
    Mistake(
      "choices reversed", field + ".type.choices", .reversedBounds,
      set { $0.type = .choices(options, count: Bounds(min: 2, max: 1)) }),
    Mistake(
      "prefill of another kind", field + ".prefill", .prefillMismatch(.applicantBirthDate),
      set { $0.prefill = .applicantBirthDate }),
    Mistake(
      "prefill without subject", field + ".prefill", .prefillWithoutSubject(.subjectLastName),
      set { $0.prefill = .subjectLastName }),
    Mistake("member without account", field + ".type.member", .householdWithoutAccount) {
      $0.access = .anonymous
      $0.steps[0].fields[1].type = .member(.any)
    },
  ]

  static let conditions: [Mistake] = [
    Mistake(
      "unknown field", field + ".shownWhen.answered", .unknownField("ghost"), set { $0.shownWhen = .answered("ghost") }),
    Mistake("itself", field + ".shownWhen.answered", .notEarlier("name"), set { $0.shownWhen = .answered("name") }),
    Mistake("a later one", "procedures[0].steps[0].fields[0].shownWhen.answered", .notEarlier("name")) {
      $0.steps[0].fields[0].shownWhen = .answered("name")
    },
    Mistake(
      "unknown option", field + ".required.when.equals", .unknownOption("maybe"),
      require(.equals("pick", .choice("maybe")))),
    Mistake(
      "another kind", field + ".required.when.equals", .impossibleAnswer("pick"), require(.equals("pick", .yesNo(true)))
    ),
    Mistake("a number out of bounds", field + ".required.when.equals", .impossibleAnswer("count")) {
      $0.steps[0].fields.insert(Field("count", label: "Nombre", type: .integer(Bounds(min: 1, max: 5))), at: 0)
      $0.steps[0].fields[1].required = .when(.equals("count", .integer(6)))
    },
    Mistake("a text with blanks around it", field + ".required.when.equals", .impossibleAnswer("town")) {
      $0.steps[0].fields.insert(Field("town", label: "Ville", type: .text(TextLimits(max: 9))), at: 0)
      $0.steps[0].fields[1].required = .when(.equals("town", .text(" Paris")))
    },
    Mistake("a blank text", field + ".required.when.equals", .impossibleAnswer("town")) {
      $0.steps[0].fields.insert(Field("town", label: "Ville", type: .text(TextLimits(min: 0, max: 9))), at: 0)
      $0.steps[0].fields[1].required = .when(.equals("town", .text("")))
    },
    Mistake("a member of some household", field + ".required.when.equals", .impossibleAnswer("who")) {
      $0.steps[0].fields.insert(Field("who", label: "Qui", type: .member(.any)), at: 0)
      $0.steps[0].fields[1].required = .when(.equals("who", .member("leo")))
    },
    Mistake("nothing to match", field + ".required.when.oneOf.answers", .emptyList, require(.oneOf("pick", []))),
    Mistake(
      "one unknown option of two", field + ".required.when.oneOf", .unknownOption("maybe"),
      require(.oneOf("pick", [.choice("yes"), .choice("maybe")]))),
    Mistake("nothing to hold", field + ".required.when.all", .emptyList, require(.all([]))),
    Mistake(
      "deep inside", field + ".required.when.any[1].not.all[0].answered", .unknownField("ghost"),
      require(.any([.answered("pick"), .not(.all([.answered("ghost")]))]))),
  ]

  static let pieces: [Mistake] = [
    Mistake("piece twice", "procedures[0].pieces[1].key", .duplicate("proof")) { $0.pieces.append($0.pieces[0]) },
    Mistake("blank piece", "procedures[0].pieces[0].label", .blankText) { $0.pieces[0].label = "" },
    Mistake("blank piece help", "procedures[0].pieces[0].help", .blankText) { $0.pieces[0].help = "" },
    Mistake("no format", "procedures[0].pieces[0].formats", .emptyList) { $0.pieces[0].formats = [] },
    Mistake("no media type", "procedures[0].pieces[0].formats[0]", .mediaType("pdf")) {
      $0.pieces[0].formats = ["pdf"]
    },
    Mistake("capitals in a media type", "procedures[0].pieces[0].formats[0]", .mediaType("image/PNG")) {
      $0.pieces[0].formats = ["image/PNG"]
    },
    Mistake("no byte", "procedures[0].pieces[0].bytesMax", .outOfBounds(0, 1...1_000_000_000)) {
      $0.pieces[0].bytesMax = 0
    },
    Mistake("no month", "procedures[0].pieces[0].validityMonths", .outOfBounds(0, 1...1_200)) {
      $0.pieces[0].validityMonths = 0
    },
    Mistake("unknown field", "procedures[0].pieces[0].required.when.answered", .unknownField("ghost")) {
      $0.pieces[0].required = .when(.answered("ghost"))
    },
  ]

  @Test func `F21: a sound definition is accepted`() throws {
    #expect(throws: Never.self) { try FormSamples.catalogue([Self.sound()]) }
  }

  @Test func `F21: a season may end with the last opening day, and not before`() throws {
    var procedure = Self.sound()
    procedure.openings = [
      OpeningPeriod(first: try FormSamples.day("2026-11-02"), last: try FormSamples.day("2027-01-31"))
    ]
    procedure.seasonEnd = try FormSamples.day("2027-01-31")
    _ = try FormSamples.catalogue([procedure])
    procedure.seasonEnd = try FormSamples.day("2027-01-30")
    #expect(throws: InvalidCatalogue.self) { try FormSamples.catalogue([procedure]) }
  }

  @Test func `F21: a condition may expect a day that is possible on some days only`() throws {
    var procedure = Self.sound()
    procedure.steps[0].fields[0].type = .date(Bounds(min: .today, max: .months(1)))
    procedure.steps[0].fields[1].shownWhen = .equals("pick", .date(try FormSamples.day("2026-12-25")))
    #expect(throws: Never.self) { try FormSamples.catalogue([procedure]) }
  }

  @Test func `F21: bounds in days and in months are left alone where they may leave room`() throws {
    var procedure = Self.sound()
    procedure.steps[0].fields[1].type = .date(Bounds(min: .days(20), max: .months(1)))
    #expect(throws: Never.self) { try FormSamples.catalogue([procedure]) }
    procedure.steps[0].fields[1].type = .date(Bounds(min: .today, max: .months(0)))
    #expect(throws: Never.self) { try FormSamples.catalogue([procedure]) }
  }

  @Test(arguments: keysAndTexts + timeLimits + types + conditions + pieces)
  func `F21: a mistake in a definition is told with its place`(mistake: Mistake) throws {
    var procedure = Self.sound()
    try mistake.make(&procedure)
    let error = #expect(throws: InvalidCatalogue.self) { try FormSamples.catalogue([procedure]) }
    let told = (error?.problems ?? []).map { "\($0.place): \($0.fault)" }
    #expect(told.contains("\(mistake.place): \(mistake.fault)"), "told: \(told)")
  }

  @Test func `F21: every mistake is told at once, in the order of the definitions`() throws {
    var first = Self.sound()
    first.label = ""
    first.steps[0].fields[1].shownWhen = .answered("ghost")
    var second = Self.sound()
    second.id = "etude"
    second.correctionDays = -3
    let error = #expect(throws: InvalidCatalogue.self) { try FormSamples.catalogue([first, second, first]) }
    #expect(
      error?.problems.map(\.place) == [
        "procedures[0].label", "procedures[0].steps[0].fields[1].shownWhen.answered", "procedures[1].correctionDays",
        "procedures[2].revision", "procedures[2].label", "procedures[2].steps[0].fields[1].shownWhen.answered",
      ])
  }

  @Test func `F20: themes and services need a key of their own and something to read`() throws {
    let desk = ServiceDesk(
      id: "education", label: "", address: Address(street: [], postcode: "78280", city: "Guyancourt"),
      telephone: "12", email: "nobody")
    let error = #expect(throws: InvalidCatalogue.self) {
      try Catalogue(
        themes: [FormSamples.theme, Theme(id: "scolaire", label: " ")], services: [desk], procedures: [])
    }
    #expect(
      error?.problems.map(\.description) == [
        "themes[1].id: \"scolaire\" stands twice", "themes[1].label: is blank", "services[0].label: is blank",
        "services[0].address: is no complete French address", "services[0].telephone: is no French telephone number",
        "services[0].email: is no e-mail address", "procedures: is empty",
      ])
  }
}
