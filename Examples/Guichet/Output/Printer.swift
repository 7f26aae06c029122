import DemarcheWorkflow
import Foundation

/// Writes what happens, for people or for programs.
struct Printer {
  enum Style {
    case text
    case json(screens: Bool, messages: Bool)
  }

  let style: Style
  let calendar: TownCalendar
  let wordings: Wordings
  /// What leaves at the next flush: one call of the system for many lines.
  private var pending = ""

  init(style: Style, calendar: TownCalendar, wordings: Wordings) {
    self.style = style
    self.calendar = calendar
    self.wordings = wordings
  }

  mutating func accepted(_ number: Int, _ line: ScenarioLine, _ outcome: Outcome) {
    switch style {
    case .text:
      head(line)
      for text in outcome.lines { write(text, after: "  ✓ ") }
      for text in outcome.screen?.lines ?? [] { write(text) }
    case .json(let screens, _):
      write(["line": .integer(number), "ok": true, "result": outcome.result])
      if screens, let screen = outcome.screen { write(.object(["line": .integer(number), "screen": screen.json])) }
    }
  }

  mutating func refused(_ number: Int, _ line: ScenarioLine?, _ explanation: Explanation) {
    switch style {
    case .text:
      if let line {
        head(line)
      } else {
        write("")
        write("Ligne \(number)")
      }
      write(explanation.message.printable, after: "  ✗ ")
      for reason in explanation.reasons where reason.code != explanation.code {
        write((reason.message + (reason.place.map { " (\($0))" } ?? "")).printable, after: "    · ")
      }
      if let next = explanation.next { write(next, after: "    → ") }
    case .json:
      let reasons = explanation.reasons.map { reason -> JSONValue in
        ["code": .string(reason.code), "place": JSONValue(reason.place), "message": .string(reason.message)]
      }
      let refusal: JSONValue = [
        "code": .string(explanation.code), "message": .string(explanation.message),
        "next": JSONValue(explanation.next), "reasons": .array(reasons),
      ]
      write(["line": .integer(number), "ok": false, "refusal": refusal])
    }
  }

  mutating func sent(_ number: Int, _ mail: Mailbox.Mail) {
    let (medium, address) =
      switch mail.contact {
      case .email(let address): ("courriel", address.value)
      case .telephone(let telephone): ("téléphone", telephone.value)
      }
    switch style {
    case .text:
      write("\(medium) à \(address)\u{A0}: \(mail.letter.subject)".printable, after: "  ✉ ")
      for text in mail.letter.body.value.wrapped(to: 72) { write("    ┊ \(text)") }
    case .json(_, let messages):
      guard messages else { return }
      let message: JSONValue = [
        "to": .string(address), "by": .string(medium), "subject": .string(mail.letter.subject),
        "body": .string(mail.letter.body.value),
      ]
      write(["line": .integer(number), "message": message])
    }
  }

  private mutating func head(_ line: ScenarioLine) {
    let day = calendar.date(of: line.context.instant).frenchLong
    let time = calendar.time(of: line.context.instant).french
    write("")
    write("\(day), \(time) · \(line.context.principal.spoken)".printable, after: "")
    write(Order.byName[line.order].map { "\($0.help) (\(line.order))" } ?? line.order.shortened.printable, after: "")
  }

  /// A paragraph behind its mark, the lines that follow set in under its first.
  private mutating func write(_ text: String, after mark: String) {
    let lines = text.wrapped(to: Screen.columnsMax - mark.displayWidth)
    for (index, line) in lines.enumerated() {
      write((index == 0 ? mark : String(repeating: " ", count: mark.displayWidth)) + line)
    }
  }

  private mutating func write(_ value: JSONValue) { pending += value.line + "\n" }
  private mutating func write(_ line: String) { pending += line.printable + "\n" }

  /// Sends off what is written.
  mutating func flush() throws {
    try Console.write(pending)
    pending = ""
  }
}

extension Principal {
  /// The principal as a heading names it.
  fileprivate var spoken: String {
    switch self {
    case .visitor(let id): "visiteur \(id.rawValue.shortened)"
    case .citizen(let id): "citoyen \(id.rawValue.prefix(8))"
    case .agent(let agent): "agent \(agent.id.rawValue.shortened)"
    case .system: "système"
    }
  }
}
