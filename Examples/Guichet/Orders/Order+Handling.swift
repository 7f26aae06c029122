import DemarcheWorkflow

extension Order {
  private static let id = Field.required("id", .string, "la démarche")
  private static let piece = Field.required("piece", .string, "la pièce")
  private static let code = Field.required(
    "code", .string, "le code du motif, pour le journal\u{A0}: minuscules, chiffres et traits d’union")
  private static let reason = Field.required("reason", .string, "le motif, tel que le demandeur le lit")

  /// What agents order.
  static let handling: [Order] = [
    Order("demarche.takeUp", "Prend la demande en charge.", [id]) { call, town in
      try await call.demarche(.takeUp, in: town, saying: "Demande prise en charge.")
    },
    Order("demarche.receive", "Enregistre une pièce reçue sur papier.", [id, piece]) { call, town in
      let key = PieceKey(try call.arguments.string("piece"))
      return try await call.demarche(.receivePiece(key), in: town, saying: "Pièce reçue au courrier.")
    },
    Order(
      "demarche.review", "Examine une pièce.",
      [
        id, piece, .required("verdict", oneOf: Conversion.Verdict.self, "ce qu’en dit l’agent"),
        .optional("code", .string, "pour refused et waived, le code du motif"),
        .optional("reason", .string, "pour refused et waived, le motif"),
      ]
    ) { call, town in
      let key = PieceKey(try call.arguments.string("piece"))
      let verdict = try Conversion.verdict(call.arguments)
      return try await call.demarche(.reviewPiece(key, verdict), in: town, saying: "Pièce examinée.")
    },
    Order(
      "demarche.requestCorrection", "Demande un complément.",
      [
        id, .optional("pieces", .strings, "les pièces à fournir de nouveau"),
        .optional("fields", .strings, "les champs à répondre de nouveau"), code, reason,
      ]
    ) { call, town in
      let request = CorrectionRequest(
        pieces: call.arguments.strings("pieces").map { PieceKey($0) },
        fields: call.arguments.strings("fields").map { FieldKey($0) }, because: try Conversion.reason(call.arguments))
      return try await call.demarche(.requestCorrection(request), in: town, saying: "Complément demandé.")
    },
    Order("demarche.declareComplete", "Déclare le dossier complet.", [id]) { call, town in
      try await call.demarche(.declareComplete, in: town, saying: "Dossier complet.")
    },
    Order("demarche.validate", "Valide la demande.", [id]) { call, town in
      try await call.demarche(.validate(.decision), in: town, saying: "Demande validée.")
    },
    Order("demarche.reject", "Rejette la demande.", [id, code, reason]) { call, town in
      let reason = try Conversion.reason(call.arguments)
      return try await call.demarche(.reject(.decision(reason)), in: town, saying: "Demande rejetée.")
    },
    Order("demarche.cancel", "Annule la demande, pour un agent.", [id, code, reason]) { call, town in
      let reason = try Conversion.reason(call.arguments)
      return try await call.demarche(.cancel(.decision(reason)), in: town, saying: "Demande annulée.")
    },
    Order("demarche.reopen", "Rouvre la demande.", [id, code, reason]) { call, town in
      try await call.demarche(.reopen(try Conversion.reason(call.arguments)), in: town, saying: "Demande rouverte.")
    },
    Order("demarche.close", "Clôt la demande.", [id]) { call, town in
      try await call.demarche(.close, in: town, saying: "Demande close.")
    },
    Order(
      "demarche.contents", "Pour le système\u{A0}: les fichiers que le stockage garde encore d’une démarche.", [id]
    ) { call, town in try await call.contents(in: town) },
    Order("demarche.erase", "Pour le système\u{A0}: efface le contenu personnel, à la demande de la personne.", [id]) {
      call, town in
      try await call.demarche(.archive(.request), in: town, saying: "Contenu personnel effacé.")
    },
  ]
}
