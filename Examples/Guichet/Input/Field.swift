import CivilTime
import WorkflowKernel

/// One field of an order: its name, what it takes, what it is for.
struct Field: Sendable {
  /// What a field takes.
  enum Kind: String, Sendable {
    case string = "un texte"
    case integer = "un entier"
    case bool = "vrai ou faux"
    case strings = "une liste de textes"
    case object = "un objet"
    case day = "une date (2026-11-23)"
    case any = "une valeur"

    func takes(_ value: JSONValue) -> Bool {
      switch (self, value) {
      case (.string, .string), (.integer, .integer), (.bool, .bool), (.object, .object), (.any, _): true
      case (.strings, .array(let values)):
        values.allSatisfy { if case .string = $0 { true } else { false } }
      case (.day, .string(let text)): (try? CivilDate(iso: text)) != nil
      case (.string, _), (.integer, _), (.bool, _), (.strings, _), (.object, _), (.day, _): false
      }
    }
  }

  let name: String
  let kind: Kind
  let isRequired: Bool
  let help: String

  static func required(_ name: String, _ kind: Kind, _ help: String) -> Field {
    Field(name: name, kind: kind, isRequired: true, help: help)
  }

  static func optional(_ name: String, _ kind: Kind, _ help: String) -> Field {
    Field(name: name, kind: kind, isRequired: false, help: help)
  }
}
