import WorkflowKernel

/// Why a line of a scenario is not an order.
enum LineFault: ExplainableRefusal {
  case notUTF8
  case tooLong
  case malformed(column: Int)
  case tooDeep(column: Int)
  case duplicateField(String, column: Int)
  case unknownOrder(String)
  case fields([RefusalReason])
  case unknownPrincipal(String)
  case instantBackwards
  case unknownThing(String, String)
  case outOfOrder

  var code: String {
    switch self {
    case .notUTF8: "line.not-utf8"
    case .tooLong: "line.too-long"
    case .malformed: "line.malformed"
    case .tooDeep: "line.too-deep"
    case .duplicateField: "line.duplicate-field"
    case .unknownOrder: "line.unknown-order"
    case .fields: "line.fields"
    case .unknownPrincipal: "line.unknown-principal"
    case .instantBackwards: "line.instant-backwards"
    case .unknownThing: "line.unknown-thing"
    case .outOfOrder: "line.out-of-order"
    }
  }

  var arguments: [Personal<String>] {
    switch self {
    case .unknownOrder(let text), .unknownPrincipal(let text): [Personal(text.shortened)]
    case .unknownThing(let kind, let text): [Personal(kind), Personal(text.shortened)]
    case .malformed(let column): [Personal(String(column))]
    case .tooDeep(let column): [Personal(String(column)), Personal(String(JSONReader.depthMax))]
    case .duplicateField(let name, let column): [Personal(name.shortened), Personal(String(column))]
    case .notUTF8, .tooLong, .fields, .instantBackwards, .outOfOrder: []
    }
  }

  var reasons: [RefusalReason] {
    switch self {
    case .fields(let reasons): reasons
    case .notUTF8, .tooLong, .malformed, .tooDeep, .duplicateField, .unknownOrder, .unknownPrincipal,
      .instantBackwards, .unknownThing, .outOfOrder:
      []
    }
  }

  /// What is wrong with one field.
  static func field(_ code: String, _ name: String, _ more: String...) -> LineFault {
    .fields([RefusalReason(code, field: name, more)])
  }

  static let wordings = Wordings([
    "line.not-utf8": "La ligne n’est pas en UTF-8.",
    "line.too-long": "La ligne dépasse un mégaoctet.",
    "line.malformed":
      "La ligne n’est pas un objet JSON\u{A0}: elle n’est plus lisible à partir du caractère {0}.",
    "line.too-deep":
      "La ligne emboîte plus de {1} listes et objets, à partir du caractère {0}.",
    "line.duplicate-field": "Le champ «\u{A0}{0}\u{A0}» figure une seconde fois, au caractère {1}.",
    "line.unknown-order": "L’ordre «\u{A0}{0}\u{A0}» n’existe pas.",
    "line.fields": "Des champs de la ligne sont à corriger.",
    "line.unknown-principal": "«\u{A0}{0}\u{A0}» ne désigne personne.",
    "line.instant-backwards": "L’instant précède celui de la ligne précédente.",
    "line.unknown-thing": "{0} «\u{A0}{1}\u{A0}» n’existe pas.",
    "line.out-of-order": Wording("Le service est momentanément indisponible.", next: "Réessayer dans un instant"),
    "line.missing-field": "Le champ «\u{A0}{0}\u{A0}» manque.",
    "line.unknown-field": "Le champ «\u{A0}{0}\u{A0}» est inconnu.",
    "line.wrong-type": "Le champ «\u{A0}{0}\u{A0}» doit être {1}.",
    "line.wrong-value": "Le champ «\u{A0}{0}\u{A0}» n’admet pas cette valeur.",
    "line.wrong-choice": "Le champ «\u{A0}{0}\u{A0}» doit être {1}.",
    "captcha.renewed": "Nouveau cryptogramme\u{A0}: {0}",
    "town-billing.not-allowed": "Seuls la mairie et son logiciel de facturation le peuvent.",
    "town-billing.already-issued": "La facture «\u{A0}{0}\u{A0}» a déjà été émise.",
    "town-billing.unknown-invoice": "La facture «\u{A0}{0}\u{A0}» n’a pas été émise.",
  ])
}

extension RefusalReason {
  /// One reason about a field, which may have any name.
  init(_ code: String, field name: String, _ more: [String] = []) {
    let name = name.shortened
    self.init(code, at: name, arguments: ([name] + more).map { Personal($0) })
  }
}
