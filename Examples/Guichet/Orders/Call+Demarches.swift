import DemarcheWorkflow
import Foundation

extension Call {
  /// Gives an order to the démarche named in the line.
  func demarche(_ event: DemarcheEvent, in town: TownHall, saying text: String) async throws -> Outcome {
    let id = DemarcheID(try arguments.string("id"))
    let answer = try await self.answer(to: event, of: id, in: town)
    var result: [String: JSONValue] = [
      "id": .string(id.rawValue), "state": .string(answer.state.name.rawValue),
      "revision": .integer(answer.revision.rawValue), "repeat": .bool(answer.isRepeat),
    ]
    result["number"] = answer.state.filing.map { .string($0.number.description) }
    let state = "État\u{A0}: \(answer.state.name.label)."
    return Outcome(.object(result), answer.isRepeat ? "Déjà fait\u{A0}: rien n’a changé." : text, state)
  }

  /// Draws a number, and for a visitor a secret code, which is shown once.
  func submit(in town: TownHall) async throws -> Outcome {
    let holder = try await town.knownPerson(context.principal)
    let identity = try ApplicantIdentity(
      lastName: arguments.optionalString("lastName") ?? holder?.lastName ?? "",
      firstName: arguments.optionalString("firstName") ?? holder?.firstName ?? "")
    let number = try town.random.draw { try RequestNumber(serial: Int.random(in: 0..<100_000_000, using: &$0)) }
    let code = town.random.draw { VisitorCode(using: &$0) }
    var visitor: VisitorSubmission?
    if case .visitor = context.principal, let email = arguments.optionalString("email"),
      let captcha = arguments.optionalString("captcha")
    {
      visitor = VisitorSubmission(
        contact: .email(Personal(email)), solvedCaptcha: captcha, codeHash: code.hash(for: number))
    }
    let submission = Submission(number: number, identity: identity, visitor: visitor)
    var outcome = try await demarche(
      .submit(submission), in: town, saying: "Demande envoyée sous le n°\u{A0}\(number).")
    // The code of a repeat was drawn anew and opens nothing: only the first answer can show one.
    if visitor != nil, case .object(var result) = outcome.result, result["repeat"] == false {
      result["code"] = .string(code.secret.value)
      outcome.result = .object(result)
      outcome.lines.append("Code secret, à conserver\u{A0}: \(code.secret.value)")
    }
    return outcome
  }
}

/// From what stands in a line to the values of the library.
enum Conversion {
  static func reason(_ arguments: Arguments) throws -> Reason {
    try Reason(try arguments.string("code"), try arguments.string("reason"))
  }

  static func verdict(_ arguments: Arguments) throws -> PieceVerdict {
    switch try arguments.string("verdict") {
    case "accepted": .accepted
    case "refused": .refused(try reason(arguments))
    case "outdated": .outdated
    case "waived": .waived(try reason(arguments))
    case _: throw arguments.wrongValue("verdict")
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
