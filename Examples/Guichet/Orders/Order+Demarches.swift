import DemarcheWorkflow
import Identity

extension Order {
  private static let id = Field.required("id", .string, "la démarche")
  private static let piece = Field.required("piece", .string, "la pièce")

  /// The orders of the démarches, one for each event of the machine, and what is read of them.
  static let demarches: [Order] = procedures + demarcheLists + filling + handling + demarcheReading

  /// What applicants order.
  private static let filling: [Order] = [
    Order(
      "demarche.open", "Ouvre un brouillon.",
      [
        id, .required("procedure", .string, "la procédure, parmi celles de screen.services"),
        .optional(
          "member", .any, "le membre concerné\u{A0}: celui du compte, ou un objet id, kind (adult ou child), name"),
        .optional("household", .bool, "pour le foyer entier"),
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
        id, .optional("answers", .object, "les réponses, champ par champ"),
        .optional("clear", .strings, "les champs à effacer"),
      ]
    ) { call, town in
      try await call.answerFields(in: town)
    },
    Order(
      "demarche.supply", "Fournit une pièce numérisée.",
      [
        id, piece, .required("name", .string, "le nom du fichier"),
        .required("type", .string, "le type de média, tel que application/pdf"),
        .optional("text", .string, "le contenu du fichier"),
        .optional("bytes", .integer, "sans text\u{A0}: la taille en octets d’un fichier quelconque"),
        .optional("issued", .day, "la date du document"),
      ]
    ) { call, town in try await call.supply(in: town) },
    Order(
      "demarche.download", "Relit le fichier d’une pièce\u{A0}; la lecture d’un agent est journalisée.", [id, piece]
    ) {
      call, town in try await call.download(in: town)
    },
    Order("demarche.announce", "Annonce une pièce par courrier.", [id, piece]) { call, town in
      let key = PieceKey(try call.arguments.string("piece"))
      return try await call.demarche(.announcePiece(key), in: town, saying: "Pièce annoncée par courrier.")
    },
    Order("demarche.captcha", "Pour un visiteur\u{A0}: un cryptogramme, avant l’envoi d’une demande.") {
      call, town in try await call.challenge(for: .submission, in: town)
    },
    Order(
      "demarche.submit", "Envoie la demande.",
      [
        id, .optional("lastName", .string, "le nom, s’il n’est pas celui du compte"),
        .optional("firstName", .string, "le prénom, s’il n’est pas celui du compte"),
        .optional("email", .string, "pour un visiteur, où lui écrire"),
        .optional("captcha", .string, "pour un visiteur, le cryptogramme que demarche.captcha a donné"),
        .optional("answer", .string, "pour un visiteur, ce qui a été saisi"),
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
}
