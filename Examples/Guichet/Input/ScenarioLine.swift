import CivilTime
import WorkflowKernel

/// One line of a scenario: when, who, which order, with what.
struct ScenarioLine {
  let context: Context
  let order: String
  let key: RequestKey?
  let seen: Revision?
  let save: String?
  let values: [String: JSONValue]

  /// Reads a line, and sets the scene for the next one before anything else can refuse it.
  init(
    _ values: [String: JSONValue], in scene: inout Scene, with saved: SavedResults, _ calendar: TownCalendar
  ) throws {
    context = try scene.follow(values, with: saved, in: calendar)
    let common = Set(Self.envelope.map(\.name))
    let envelope = try Arguments(values.filter { common.contains($0.key) }, for: Self.envelope)
    order = try envelope.string("do")
    key = try envelope.optionalString("key").map { try RequestKey($0) }
    seen = envelope.optionalInteger("seen").map { Revision(rawValue: $0) }
    save = envelope.optionalString("save")
    self.values = try saved.fill(values.filter { !common.contains($0.key) })
  }

  /// The fields that every line may have.
  static let envelope: [Field] = [
    .required("do", .string, "l’ordre"),
    .optional(
      "at", .string, "l’instant\u{A0}: 2026-11-23T09:05[:30], heure de la ville, ou suivi de Z ou d’un décalage +01:00"),
    .optional("as", .string, "qui parle\u{A0}: visitor:ID, citizen:COMPTE, agent:ID@service,service ou system"),
    .optional("key", .string, "la clé de la requête, pour la renvoyer sans dommage"),
    .optional("seen", .integer, "la révision que la personne a sous les yeux"),
    .optional(
      "save", .string, "un nom pour le résultat\u{A0}: «\u{A0}$nom.champ\u{A0}» le reprend dans une ligne suivante"),
  ]
}
