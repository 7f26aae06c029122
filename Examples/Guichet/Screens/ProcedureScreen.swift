import DemarcheWorkflow

extension DemarcheScreens {
  /// One procedure as it is asked: the fields of each step, their options, the pieces.
  static func procedure(_ procedure: Procedure) -> Screen {
    let help = [procedure.help].compactMap { $0 }.map { Screen.Table.text("help", $0) }
    let steps = procedure.steps.map { step in
      Screen.Table(
        step.key.rawValue, step.label,
        columns: ["field": "Champ", "label": "Question", "type": "Réponse", "required": ""],
        rows: step.fields.map(row), empty: "")
    }
    let pieces = Screen.Table(
      "pieces", "Pièces", columns: ["piece": "Pièce", "label": "", "required": ""],
      rows: procedure.pieces.map {
        [Screen.Cell($0.key.rawValue), Screen.Cell($0.label), .required($0.required)]
      }, empty: "Aucune pièce n’est demandée.")
    return Screen("procedure", title: procedure.label, tables: help + steps + [options(of: procedure), pieces])
  }

  private static func options(of procedure: Procedure) -> Screen.Table {
    let fields = procedure.steps.flatMap(\.fields)
    return Screen.Table(
      "options", "Options", columns: ["field": "Champ", "option": "Valeur", "label": ""],
      rows: fields.flatMap { field in
        field.type.options.map {
          [Screen.Cell(field.key.rawValue), Screen.Cell($0.key.rawValue), Screen.Cell($0.label)]
        }
      }, empty: "Aucun champ ne propose d’options.")
  }

  private static func row(_ field: DemarcheWorkflow.Field) -> Screen.Row {
    Screen.Row(
      [
        Screen.Cell(field.key.rawValue), Screen.Cell(field.label), Screen.Cell(field.type.text),
        .required(field.required, shownWhen: field.shownWhen),
      ])
  }
}

extension Screen.Cell {
  fileprivate static func required(_ requirement: Requirement, shownWhen condition: Condition? = nil) -> Self {
    switch requirement {
    case .always where condition == nil: Self("obligatoire", "always")
    case .always, .when: Self("selon le cas", "when")
    case .never: Self("facultatif", "never")
    }
  }
}

extension FieldType {
  /// How an answer is written in a line of a scenario.
  fileprivate var text: String {
    switch self {
    case .text: "un texte"
    case .longText: "un texte de plusieurs lignes"
    case .integer: "un entier"
    case .date: "une date"
    case .yesNo: "vrai ou faux"
    case .confirmation: "vrai"
    case .choice: "une option"
    case .choices: "des options"
    case .email: "une adresse de courriel"
    case .telephone: "un téléphone"
    case .postcode: "un code postal"
    case .address: "une adresse"
    case .member: "un membre du foyer"
    case .money: "un montant en centimes"
    }
  }
}
