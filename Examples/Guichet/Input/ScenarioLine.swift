import CivilTime
import Foundation
import WorkflowKernel

/// One line of a scenario: when, who, which order, with what.
struct ScenarioLine {
  let instant: Date
  let principal: Principal
  let order: String
  let key: RequestKey?
  let seen: Revision?
  let save: String?
  let values: [String: JSONValue]

  /// Reads a line; the instant and the principal that it does not say are those of the line before.
  init(
    _ text: String, after previous: (instant: Date, principal: Principal)?, with saved: SavedResults,
    in calendar: TownCalendar
  ) throws {
    guard case .object(var values) = try JSONReader.value(of: text.utf8) else { throw LineFault.malformed(column: 1) }
    let envelope = try Arguments(
      values.filter { Self.envelope.map(\.name).contains($0.key) }, for: Self.envelope)
    for field in Self.envelope { values[field.name] = nil }
    order = try envelope.string("do")
    if let previous {
      instant = try envelope.optionalString("at").map { try Self.instant($0, in: calendar) } ?? previous.instant
      guard instant >= previous.instant else { throw LineFault.instantBackwards }
      principal = try envelope.optionalString("as").map { try Self.principal($0, with: saved) } ?? previous.principal
    } else {
      instant = try Self.instant(envelope.string("at"), in: calendar)
      principal = try Self.principal(envelope.string("as"), with: saved)
    }
    key = try envelope.optionalString("key").map { try RequestKey($0) }
    seen = envelope.optionalInteger("seen").map { Revision(rawValue: $0) }
    save = envelope.optionalString("save")
    self.values = try saved.fill(values)
  }

  /// The fields that every line may have.
  static let envelope: [Field] = [
    .required("do", .string, "l’ordre"),
    .optional("at", .string, "l’instant\u{A0}: 2026-11-23T09:05, heure de la ville, ou ISO 8601 avec décalage"),
    .optional("as", .string, "qui parle\u{A0}: visitor:ID, citizen:COMPTE, agent:ID@service,service ou system"),
    .optional("key", .string, "la clé de la requête, pour la renvoyer sans dommage"),
    .optional("seen", .integer, "la révision que la personne a sous les yeux"),
    .optional(
      "save", .string, "un nom pour le résultat\u{A0}: «\u{A0}$nom.champ\u{A0}» le reprend dans une ligne suivante"),
  ]

  private static func instant(_ text: String, in calendar: TownCalendar) throws -> Date {
    guard let instant = calendar.instant(iso: text) else { throw LineFault.field("line.wrong-value", "at") }
    return instant
  }

  private static func principal(_ text: String, with saved: SavedResults) throws -> Principal {
    if text == "system" { return .system }
    let parts = try text.split(separator: ":", maxSplits: 1).map { try saved.fill(String($0)) }
    guard parts.count == 2, !parts[1].isEmpty else { throw LineFault.unknownPrincipal(text) }
    switch parts[0] {
    case "visitor": return .visitor(VisitorID(parts[1]))
    case "citizen": return .citizen(AccountID(parts[1]))
    case "agent":
      let who = parts[1].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let id = who.first, !id.isEmpty else { throw LineFault.unknownPrincipal(text) }
      let services = who.dropFirst().flatMap { $0.split(separator: ",") }.map { ServiceID(String($0)) }
      return .agent(Agent(id: AgentID(id), services: Set(services)))
    case _: throw LineFault.unknownPrincipal(text)
    }
  }
}
