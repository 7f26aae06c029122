import DemarcheWorkflow
import Foundation

extension Order {
  private static let id = Field.required("id", .string, "la démarche")
  private static let piece = Field.required("piece", .string, "la pièce")
  private static let code = Field.required("code", .string, "le code du motif, pour le journal")
  private static let reason = Field.required("reason", .string, "le motif, tel que le demandeur le lit")

  /// The orders of the démarches, one for each event of the machine.
  static let demarches: [Order] = filling + handling + reading

  private static let filling: [Order] = [
    Order(
      "demarche.open", "Ouvre un brouillon.",
      [
        id, .required("procedure", .string, "la procédure du catalogue"),
        .optional(
          "member", .any, "le membre concerné\u{A0}: celui du compte, ou un objet id, kind (adult ou child), name"),
        .optional("household", .bool, "pour le foyer"),
      ]
    ) { call, town in
      let procedure = ProcedureID(try call.arguments.string("procedure"))
      let person = try await town.knownPerson(call.context.principal)
      let subject = try Conversion.subject(call.arguments, of: person)
      let opening = Opening(
        procedure, for: subject, known: person?.answers(for: subject) ?? [:], household: person?.household ?? [])
      let label = town.catalogue[procedure]?.label ?? procedure.rawValue
      return try await call.demarche(.open(opening), in: town, saying: "Brouillon ouvert\u{A0}: \(label).")
    },
    Order(
      "demarche.answer", "Enregistre des réponses.",
      [
        id, .required("answers", .object, "les réponses, champ par champ"),
        .optional("clear", .strings, "les champs à effacer"),
      ]
    ) { call, town in
      let id = DemarcheID(try call.arguments.string("id"))
      let dossier = try await CitizenDesk(town.demarches).read(id, as: call.context.principal)?.dossier
      let procedure = dossier.flatMap { town.catalogue[$0.procedure] }
      let answers = try Conversion.answers(call.arguments.object("answers"), of: procedure)
      let change = AnswerChange(answers, clearing: call.arguments.strings("clear").map { FieldKey($0) })
      return try await call.demarche(.answer(change), in: town, saying: "Réponses enregistrées.")
    },
    Order(
      "demarche.supply", "Fournit une pièce numérisée.",
      [
        id, piece, .required("name", .string, "le nom du fichier"),
        .required("type", .string, "le type de média, tel que application/pdf"),
        .required("bytes", .integer, "la taille en octets"), .optional("issued", .day, "la date du document"),
      ]
    ) { call, town in
      let name = try call.arguments.string("name")
      let file = PieceFile(
        ContentID(town.random.draw { String(UInt64.random(in: 0...UInt64.max, using: &$0), radix: 16) }), name: name,
        mediaType: MediaType(try call.arguments.string("type")), bytes: try call.arguments.integer("bytes"),
        digest: Digest(of: "guichet", name), issued: call.arguments.optionalDay("issued"))
      let key = PieceKey(try call.arguments.string("piece"))
      return try await call.demarche(.supplyPiece(key, file), in: town, saying: "Pièce fournie\u{A0}: \(name).")
    },
    Order("demarche.announce", "Annonce une pièce par courrier.", [id, piece]) { call, town in
      let key = PieceKey(try call.arguments.string("piece"))
      return try await call.demarche(.announcePiece(key), in: town, saying: "Pièce annoncée par courrier.")
    },
    Order(
      "demarche.submit", "Envoie la demande.",
      [
        id, .optional("lastName", .string, "le nom, s’il n’est pas celui du compte"),
        .optional("firstName", .string, "le prénom, s’il n’est pas celui du compte"),
        .optional("email", .string, "pour un visiteur, où lui écrire"),
        .optional("captcha", .string, "pour un visiteur, le cryptogramme résolu"),
      ]
    ) { call, town in try await call.submit(in: town) },
    Order("demarche.resubmit", "Renvoie la demande complétée.", [id]) { call, town in
      try await call.demarche(.resubmit, in: town, saying: "Demande renvoyée.")
    },
    Order("demarche.withdraw", "Annule sa propre demande.", [id]) { call, town in
      try await call.demarche(.cancel(.withdrawal), in: town, saying: "Demande annulée.")
    },
    Order(
      "demarche.note", "Ajoute une remarque.",
      [id, .required("text", .string, "la remarque"), .optional("internal", .bool, "pour les seuls agents")]
    ) { call, town in
      let text = Personal(try call.arguments.string("text"))
      return try await call.demarche(
        .note(text, call.arguments.flag("internal") ? .internal : .public), in: town, saying: "Remarque ajoutée.")
    },
  ]

  private static let handling: [Order] = [
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
        id, piece, .required("verdict", .string, "accepted, refused, outdated ou waived"),
        .optional("code", .string, "le code du motif"), .optional("reason", .string, "le motif"),
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
    Order("demarche.erase", "Efface le contenu personnel, à la demande de la personne.", [id]) { call, town in
      try await call.demarche(.archive(.request), in: town, saying: "Contenu personnel effacé.")
    },
  ]
}
