import CivilTime
import DemarcheWorkflow
import Testing

@Suite struct FieldCheckTests {
  private static let options = [
    ChoiceOption("a", label: "A"), ChoiceOption("b", label: "B"), ChoiceOption("c", label: "C"),
  ]

  @Test(
    arguments: [
      ("ab", [FieldFault.tooShort(min: 3)]), ("abc", []), ("abcde", []), ("abcdef", [.tooLong(max: 5)]),
      ("  abc  ", []), ("abcde ", []), ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", []), ("ab\tc", []),
      ("ab\u{7}c", [.unprintable]),
      ("ab\nc", [.unprintable]), ("ab\u{202E}c", [.unprintable]), ("ab\u{2028}c", [.unprintable]),
      ("     ", [.missing]), ("", [.missing]),
    ] as [(String, [FieldFault])])
  func `F21: a text keeps to its length and holds nothing invisible`(text: String, faults: [FieldFault]) throws {
    #expect(try FormSamples.faults(.text(TextLimits(min: 3, max: 5)), .text(text)) == faults)
  }

  @Test func `F21: a long text has lines, and still nothing invisible`() throws {
    let type = FieldType.longText(TextLimits(max: 20))
    #expect(try FormSamples.faults(type, .text("un\r\ndeux\rtrois\nquatre!")) == [.tooLong(max: 20)])
    #expect(try FormSamples.faults(type, .text("un\r\ndeux\rtrois\nquatre")) == [])
    #expect(try FormSamples.faults(type, .text("un\u{0}")) == [.unprintable])
  }

  @Test(arguments: [
    (TextPattern.name, "Jean-Noël d'Œuvre", true), (.name, "Lê Văn", true), (.name, "L\u{2019}Hermitte", true),
    (.name, "R2D2", false), (.name, "a@b", false), (.digits, "0123", true), (.digits, "12a", false),
    (.digits, "١٢٣", false), (.alphanumeric, "W123", true), (.alphanumeric, "é1", false), (.alphanumeric, "a b", false),
  ])
  func `F21: a text is made of what its pattern says`(pattern: TextPattern, text: String, fits: Bool) throws {
    let faults = try FormSamples.faults(.text(TextLimits(max: 40, pattern: pattern)), .text(text))
    #expect(faults == (fits ? [] : [.pattern(pattern)]))
  }

  @Test(
    arguments: [
      (0, [FieldFault.tooSmall(min: 1)]), (1, []), (5, []), (6, [.tooLarge(max: 5)]), (.min, [.tooSmall(min: 1)]),
      (.max, [.tooLarge(max: 5)]),
    ] as [(Int, [FieldFault])])
  func `F21: a number stays within its bounds`(number: Int, faults: [FieldFault]) throws {
    #expect(try FormSamples.faults(.integer(Bounds(min: 1, max: 5)), .integer(number)) == faults)
  }

  @Test(
    arguments: [
      (-1, [FieldFault.amountTooSmall(minCents: 0)]), (0, []), (123_456, []),
      (123_457, [.amountTooLarge(maxCents: 123_456)]),
    ] as [(Int, [FieldFault])])
  func `F21: an amount stays within its bounds, in cents`(cents: Int, faults: [FieldFault]) throws {
    #expect(try FormSamples.faults(.money(Bounds(min: 0, max: 123_456)), .money(cents)) == faults)
  }

  @Test(arguments: [("2023-02-27", false), ("2023-02-28", true), ("2024-02-29", true), ("2024-03-01", false)])
  func `F21: a limit in months is clamped to the end of the month, and counted from today`(
    day: String, fits: Bool
  ) throws {
    // Twelve months before 29 February 2024 is 28 February 2023.
    let faults = try FormSamples.faults(
      .date(Bounds(min: .months(-12), max: .today)), .date(try FormSamples.day(day)), on: "2024-02-29")
    #expect(faults.isEmpty == fits)
  }

  @Test func `F21: a day is told the limit it passed`() throws {
    let type = FieldType.date(Bounds(min: .day(try FormSamples.day("2026-09-01")), max: .days(10)))
    let first = try FormSamples.day("2026-09-01")
    let last = try FormSamples.day("2026-12-03")
    #expect(try FormSamples.faults(type, .date(first)) == [])
    #expect(try FormSamples.faults(type, .date(first.adding(days: -1))) == [.tooEarly(first: first)])
    #expect(try FormSamples.faults(type, .date(last)) == [])
    #expect(try FormSamples.faults(type, .date(last.adding(days: 1))) == [.tooLate(last: last)])
  }

  @Test func `F21: a statement is confirmed by yes alone, a question answered by either`() throws {
    #expect(try FormSamples.faults(.confirmation, .yesNo(true)) == [])
    #expect(try FormSamples.faults(.confirmation, .yesNo(false)) == [.notConfirmed])
    #expect(try FormSamples.faults(.yesNo, .yesNo(false)) == [])
  }

  @Test func `F21: options are those of the field, and so many of them`() throws {
    let several = FieldType.choices(Self.options, count: Bounds(min: 2, max: 2))
    #expect(try FormSamples.faults(.choice(Self.options), .choice("a")) == [])
    #expect(try FormSamples.faults(.choice(Self.options), .choice("z")) == [.unknownOption])
    #expect(try FormSamples.faults(several, .choices(["b", "a"])) == [])
    #expect(try FormSamples.faults(several, .choices(["a", "a"])) == [.tooFew(min: 2)])
    #expect(try FormSamples.faults(several, .choices(["a", "b", "c"])) == [.tooMany(max: 2)])
    #expect(try FormSamples.faults(several, .choices(["a", "z"])) == [.unknownOption])
    #expect(try FormSamples.faults(several, .choices([])) == [.missing])
  }

  @Test func `F21: a member is one of the household and of the kind asked for`() throws {
    let household = [KnownMember(id: "anne", kind: .adult), KnownMember(id: "leo", kind: .child)]
    #expect(try FormSamples.faults(.member(.child), .member("leo"), household: household) == [])
    #expect(try FormSamples.faults(.member(.child), .member("anne"), household: household) == [.unknownMember])
    #expect(try FormSamples.faults(.member(.adult), .member("anne"), household: household) == [])
    #expect(try FormSamples.faults(.member(.any), .member("leo"), household: household) == [])
    #expect(try FormSamples.faults(.member(.any), .member("ghost"), household: household) == [.unknownMember])
    #expect(try FormSamples.faults(.member(.any), .member("leo")) == [.unknownMember])
  }

  @Test(arguments: [
    FieldType.text(TextLimits(max: 5)), .longText(TextLimits(max: 5)), .integer(Bounds()), .date(Bounds()), .yesNo,
    .confirmation, .choice(options), .choices(options, count: Bounds()), .email, .telephone, .postcode,
    .address(.france), .member(.any), .money(Bounds()),
  ])
  func `F21: an answer of another kind is refused by every type`(type: FieldType) throws {
    let address = Address(street: ["1 rue A"], postcode: "78280", city: "Guyancourt")
    let answers: [FieldAnswer] = [
      .text("a"), .integer(1), .date(.earliest), .yesNo(true), .choice("a"), .choices(["a"]), .address(address),
      .member("a"), .money(1),
    ]
    let refused = try answers.filter { try FormSamples.faults(type, $0) == [.wrongKind] }
    #expect(refused.count == answers.count - 1)
  }

  @Test func `F21: an amount is never negative, with or without a minimum`() {
    for bounds in [Bounds<Int>(), Bounds(max: 1000)] {
      let procedure = FormSamples.procedure([Field("f", label: "F", type: .money(bounds))])
      #expect(procedure.check(["f": .money(-1)], on: .earliest).map(\.fault) == [.amountTooSmall(minCents: 0)])
      #expect(procedure.check(["f": .money(0)], on: .earliest).isEmpty)
    }
  }

  @Test(arguments: ["France", "FRANCE", " france "])
  func `F21: an address whose country is France lies in France`(country: String) {
    let procedure = FormSamples.procedure([Field("f", label: "F", type: .address(.france))])
    let address = Address(street: ["1 rue Haute"], postcode: "95880", city: "Enghien", country: country)
    #expect(procedure.check(["f": .address(address)], on: .earliest).isEmpty)
    #expect(
      procedure.relevant(["f": .address(address)])["f"]
        == .address(
          Address(street: ["1 rue Haute"], postcode: "95880", city: "Enghien")))
    let anywhere = FormSamples.procedure([Field("f", label: "F", type: .address(.anywhere))])
    let wrong = Address(street: ["1 rue Haute"], postcode: "ABC", city: "Enghien", country: country)
    #expect(anywhere.check(["f": .address(wrong)], on: .earliest).map(\.fault) == [.address])
  }

  @Test(arguments: ["\u{200B}", "\u{AD}", "\u{2060}", "\u{3164}", "\u{2800}", "\u{E0041}", "\u{34F}", "\u{FE0F}"])
  func `F22: what nobody can see is no answer, no name and no reason`(text: String) {
    #expect(FieldAnswer.text(text).isBlank && FieldAnswer.text(" \(text)\n").isBlank)
    #expect(throws: InvalidIdentity.self) { try ApplicantIdentity(lastName: text, firstName: "Amélie") }
    #expect(throws: InvalidReason.blankText) { try Reason("motif", text) }
  }

  @Test(arguments: [
    ("नमस्ते", true), ("L·lúcia", true), ("Jean\u{2011}Luc", true), ("---", false), ("'", false), (".", false),
    ("\u{3164}a", false),
  ])
  func `F21: a name has a letter, and the marks and dots that languages put on letters`(name: String, fits: Bool) {
    let procedure = FormSamples.procedure([
      Field("f", label: "F", type: .text(TextLimits(max: 80, pattern: .name)))
    ])
    #expect(procedure.check(["f": .text(name)], on: .earliest).isEmpty == fits)
  }

  @Test(arguments: [
    ("06\u{2013}12\u{2013}34\u{2013}56\u{2013}78", "+33612345678"), ("+262 (0)692 12 34 56", "+262692123456"),
  ])
  func `F21: a telephone number is read however it is written`(text: String, kept: String) {
    #expect(Telephone(text)?.e164 == kept)
  }
}
