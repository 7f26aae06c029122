extension Order {
  /// The orders and their fields, in Markdown.
  static var manual: String {
    let common = "Champs de toute ligne :\n\n" + table(ScenarioLine.envelope)
    return
      ([common] + all.map { "### `\($0.name)`\n\n\($0.help)\n" + ($0.fields.isEmpty ? "" : "\n" + table($0.fields)) })
      .joined(separator: "\n")
  }

  private static func table(_ fields: [Field]) -> String {
    "| champ | obligatoire | valeur | |\n|---|---|---|---|\n"
      + fields.map { "| `\($0.name)` | \($0.isRequired ? "oui" : "non") | \($0.kind.rawValue) | \($0.help) |\n" }
      .joined()
  }
}
