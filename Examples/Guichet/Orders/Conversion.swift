import DemarcheWorkflow
import Foundation

/// From what stands in a line to the values of the library.
enum Conversion {
  static func reason(_ arguments: Arguments) throws -> Reason {
    try Reason(try arguments.string("code"), try arguments.string("reason"))
  }

  /// What an agent may find of a piece.
  enum Verdict: String, CaseIterable {
    case accepted, refused, outdated, waived
  }

  static func verdict(_ arguments: Arguments) throws -> PieceVerdict {
    switch try arguments.choice("verdict", Verdict.self) {
    case .accepted: .accepted
    case .refused: .refused(try reason(arguments))
    case .outdated: .outdated
    case .waived: .waived(try reason(arguments))
    }
  }

  static func subject(_ arguments: Arguments, of person: KnownPerson?) throws -> Subject {
    if let id = arguments.optionalString("member") {
      guard let subject = person?.subject(MemberID(id)) else { throw LineFault.unknownThing("Le membre", id) }
      return subject
    }
    if let member = arguments.optionalObject("member") {
      let fields = try Arguments(
        member,
        for: [.required("id", .string, ""), .required("kind", .string, ""), .required("name", .string, "")])
      return .member(
        Subject.Member(
          id: MemberID(try fields.string("id")), kind: try fields.choice("kind", MemberKind.self),
          name: try fields.string("name")))
    }
    guard arguments["member"] == nil else { throw arguments.wrongValue("member") }
    return arguments.flag("household") ? .household : .none
  }

  /// Answers as JSON writes them; the type of each field tells what a text or a number is.
  static func answers(_ values: [String: JSONValue], of procedure: Procedure?) throws -> Answers {
    var answers = Answers()
    var wrong: [RefusalReason] = []
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      let key = FieldKey(name)
      answers[key] = answer(value, as: procedure?.field(key)?.type)
      if answers[key] == nil { wrong.append(RefusalReason("line.wrong-value", at: name, arguments: [Personal(name)])) }
    }
    guard wrong.isEmpty else { throw LineFault.fields(wrong) }
    return answers
  }

  private static func answer(_ value: JSONValue, as type: FieldType?) -> FieldAnswer? {
    switch value {
    case .bool(let flag): return .yesNo(flag)
    case .integer(let number):
      if case .money = type { return .money(number) }
      return .integer(number)
    case .string(let text):
      switch type {
      case .date: return (try? CivilDate(iso: text)).map { .date($0) }
      case .choice: return .choice(OptionKey(text))
      case .member: return .member(MemberID(text))
      case _: return .text(text)
      }
    case .array(let values):
      let options = values.compactMap { if case .string(let text) = $0 { OptionKey(text) } else { nil } }
      return options.count == values.count ? .choices(options) : nil
    case .object:
      return (try? JSONDecoder().decode(Address.self, from: Data(value.line.utf8))).map { .address($0) }
    case .number, .null: return nil
    }
  }
}
