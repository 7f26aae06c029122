import CivilTime
import DemarcheWorkflow
import Testing
import WorkflowKernel

/// Answers nobody would type, against every procedure of the example's catalogue.
@Suite struct HostileAnswerTests {
  /// SplitMix64: the same answers at each run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private static let texts = [
    "", " ", "\u{A0}", "a", "\u{0}", "\u{7F}", "\r\n", "\u{202E}abc", "\u{FEFF}", "é", "e\u{301}", "👩‍👩‍👧", "{0}", "'; --",
    "<script>", "+33199001234", "01 99 00 12 34", "a@b.fr", "a@b", "78280", "97900", "\u{301}\u{301}", "null",
    String(repeating: "x", count: 30_000), String(repeating: "e\u{301}", count: 3_000),
    String(repeating: " ", count: 20_000),
  ]

  private static let numbers = [Int.min, -1, 0, 1, 5, 1_000_000, Int.max]

  private static func answer(_ dice: inout Dice, options: [OptionKey]) throws -> FieldAnswer {
    let text = texts.randomElement(using: &dice) ?? ""
    let number = numbers.randomElement(using: &dice) ?? 0
    let dates = [CivilDate.earliest, .latest, try CivilDate(iso: "2024-02-29"), try CivilDate(iso: "2026-11-23")]
    let picked = (0..<Int.random(in: 0...6, using: &dice)).compactMap { _ in options.randomElement(using: &dice) }
    switch Int.random(in: 0...8, using: &dice) {
    case 0: return .text(text)
    case 1: return .integer(number)
    case 2: return .date(dates.randomElement(using: &dice) ?? .earliest)
    case 3: return .yesNo(Bool.random(using: &dice))
    case 4: return .choice(picked.first ?? OptionKey(text))
    case 5: return .choices(picked)
    case 6:
      return .address(
        Address(street: [text, "1 rue A"], postcode: text, city: text, country: picked.isEmpty ? nil : text))
    case 7: return .member(MemberID(text))
    default: return .money(number)
    }
  }

  private static func options(of procedure: Procedure) -> [OptionKey] {
    procedure.steps.flatMap(\.fields).flatMap { field -> [OptionKey] in
      switch field.type {
      case .choice(let options), .choices(let options, _): options.map(\.key)
      default: []
      }
    } + ["ghost", ""]
  }

  @Test(arguments: 0..<20)
  func `F22: whatever is answered, what is kept is told the same and keeps its form`(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let today = try CivilDate(iso: "2024-02-29")
    for procedure in try FormSamples.guichetCatalogue().procedures {
      let fields = procedure.steps.flatMap(\.fields)
      let options = Self.options(of: procedure)
      var answers = Answers()
      for field in fields where Bool.random(using: &dice) {
        answers[field.key] = try Self.answer(&dice, options: options)
      }
      let kept = procedure.relevant(answers)
      let problems = procedure.check(answers, on: today)

      #expect(procedure.relevant(kept) == kept)
      #expect(procedure.check(kept, on: today) == problems)
      #expect(procedure.progress(answers, on: today).flatMap(\.problems) == problems)
      #expect(procedure.steps.flatMap { procedure.check(answers, step: $0.key, on: today) } == problems)
      #expect(Set(problems.map(\.field)).count == problems.count)
      #expect(Set(kept.keys).isSubset(of: Set(answers.keys)))
      let filled = procedure.prefilled(answers, with: [:], on: today)
      #expect(filled == answers)
    }
  }

  @Test func `F22: a text of megabytes is refused for its length at once`() throws {
    let huge = String(repeating: "e\u{301}", count: 5_000_000)
    let clock = ContinuousClock()
    for type in [FieldType.text(TextLimits(max: 80)), .email, .telephone, .postcode] {
      var faults: [FieldFault] = []
      let time = try clock.measure { faults = try FormSamples.faults(type, .text(huge)) }
      #expect(faults.count == 1)
      #expect(time < .milliseconds(100))
    }
  }

  @Test func `F22: options chosen twice count once, in a stable order`() {
    let form = FormSamples.procedure([
      Field(
        "days", label: "Jours",
        type: .choices([ChoiceOption("a", label: "A"), ChoiceOption("b", label: "B")], count: Bounds(min: 2)))
    ])
    #expect(form.relevant(["days": .choices(["b", "a", "b"])]) == ["days": .choices(["a", "b"])])
    #expect(form.check(["days": .choices(["b", "b"])], on: .earliest).map(\.fault) == [.tooFew(min: 2)])
  }
}
