extension DemarcheStateName {
  /// The state in the words of the portal (F26, F27).
  public var label: String {
    switch self {
    case .brouillon: "brouillon"
    case .enCours: "en cours"
    case .incomplet: "incomplet"
    case .complet: "complet"
    case .valide: "validé"
    case .rejete: "rejeté"
    case .annule: "annulé"
    case .clos: "clos"
    case .archive: "archivé"
    }
  }
}

extension DemarcheEventName {
  /// The order in the words of the portal, as an infinitive.
  public var label: String {
    switch self {
    case .open: "ouvrir une demande"
    case .answer: "modifier les réponses"
    case .supplyPiece: "fournir une pièce"
    case .announcePiece: "annoncer une pièce par courrier"
    case .receivePiece: "enregistrer une pièce reçue"
    case .reviewPiece: "examiner une pièce"
    case .submit: "envoyer la demande"
    case .takeUp: "prendre en charge la demande"
    case .requestCorrection: "demander un complément"
    case .resubmit: "renvoyer la demande complétée"
    case .declareComplete: "déclarer le dossier complet"
    case .validate: "valider la demande"
    case .reject: "rejeter la demande"
    case .cancel: "annuler la demande"
    case .reopen: "rouvrir la demande"
    case .close: "clore la demande"
    case .archive: "archiver la demande"
    case .note: "ajouter une remarque"
    case .consult: "consulter le dossier"
    case .warn: "avertir de la suppression du brouillon"
    }
  }
}

extension Wordings {
  /// The sentences of the démarches, those of their fields included.
  public static let demarches = fields.replacing(with: refusalsAndMessages)

  private static let refusalsAndMessages = Wordings([
    "demarche.not-possible": "Impossible dans l’état «\u{A0}{1}\u{A0}»\u{A0}: {0}.",
    "demarche.not-allowed": "Vous ne pouvez pas {0}.",
    "demarche.guards": "Plusieurs conditions ne sont pas remplies.",
    "demarche.taken-up": Wording(
      "Votre demande est en cours d’examen\u{A0}: elle ne peut plus être modifiée.", next: "Ajouter une remarque"),
    "demarche.steps-incomplete": Wording(
      "Des informations obligatoires manquent ou sont inexactes.", next: "Compléter votre demande"),
    "demarche.pieces-missing": Wording(
      "Des pièces justificatives obligatoires manquent.", next: "Fournir les pièces ou les annoncer par courrier"),
    "demarche.pieces-not-settled": Wording(
      "Des pièces obligatoires ne sont pas encore acceptées.", next: "Examiner les pièces"),
    "demarche.piece-disproved": Wording(
      "Une pièce est refusée ou périmée.", next: "Demander un complément"),
    "demarche.never-filed": "Cette demande n’a jamais été envoyée.",
    "demarche.limit-not-reached": "Le délai n’est pas écoulé.",
    "demarche.piece": "Pièce «\u{A0}{0}\u{A0}»",
    "demarche.unknown-procedure": "Cette démarche n’est pas proposée.",
    "demarche.account-required": Wording("Ce service nécessite d'avoir un compte", next: "Créer un compte"),
    "demarche.closed-today": "Cette démarche n’est pas ouverte aujourd’hui.",
    "demarche.subject-not-accepted": "Cette démarche ne peut pas être faite pour cette personne.",
    "demarche.subject-name-blank": "Le nom de la personne concernée est vide.",
    "demarche.subject-name-too-long": "Le nom de la personne concernée dépasse 200\u{A0}caractères.",
    "demarche.subject-name-unprintable":
      "Le nom de la personne concernée contient un caractère qui ne peut pas être affiché.",
    "demarche.already-running": Wording(
      "Une demande de ce type est déjà en cours pour cette personne.", next: "Consulter vos demandes"),
    "demarche.answers": "Certaines réponses sont à corriger.",
    "demarche.unknown-field": "L’information «\u{A0}{0}\u{A0}» n’est pas demandée.",
    "demarche.unknown-piece": "La pièce «\u{A0}{0}\u{A0}» n’est pas demandée.",
    "demarche.piece-format": "Le format de la pièce «\u{A0}{0}\u{A0}» n’est pas accepté.",
    "demarche.piece-name-blank": "Le fichier de la pièce «\u{A0}{0}\u{A0}» n’a pas de nom.",
    "demarche.piece-name-too-long": "Le nom du fichier de la pièce «\u{A0}{0}\u{A0}» dépasse 255\u{A0}caractères.",
    "demarche.piece-name-unprintable":
      "Le nom du fichier de la pièce «\u{A0}{0}\u{A0}» contient un caractère qui ne peut pas être affiché.",
    "demarche.piece-size": "La pièce «\u{A0}{0}\u{A0}» est vide ou dépasse {1}.",
    "demarche.piece-age": "La pièce «\u{A0}{0}\u{A0}» doit porter une date de moins de {1}\u{A0}mois.",
    "demarche.piece-not-expected": "Cette pièce ne peut plus être remplacée.",
    "demarche.piece-not-reviewable": "Cette pièce ne peut pas être examinée ainsi.",
    "demarche.visitor-proof-missing": Wording(
      "Le cryptogramme n’a pas été ressaisi.", next: "Ressaisir le cryptogramme"),
    "demarche.contact-unreachable": Wording(
      "L’adresse électronique ou le numéro de téléphone est mal formé.", next: "Vérifier vos coordonnées"),
    "demarche.service-unreachable": "Le service chargé de cette démarche n’est pas joignable.",
    "demarche.nothing-missing": "Indiquez au moins une pièce ou une information à compléter.",
    "demarche.note-blank": "La remarque est vide.",
    "demarche.note-too-long": "La remarque dépasse 4\u{202F}000 caractères.",
    "demarche.note-unprintable": "La remarque contient un caractère qui ne peut pas être affiché.",
    "demarche.note-too-many": "Cette demande ne peut plus recevoir de remarque.",
    "demarche.number-taken": Wording("Le numéro de demande est déjà attribué.", next: "Réessayer"),
    "demarche.captcha-used": Wording(
      "Ce cryptogramme a déjà servi.", next: "Demander un nouveau cryptogramme"),
    "reason.malformed-code": "Le code du motif est mal formé.",
    "reason.blank": "Le motif est obligatoire.",
    "reason.too-long": "Le motif dépasse 4\u{202F}000 caractères.",
    "reason.unprintable": "Le motif contient un caractère qui ne peut pas être affiché.",
    "applicant.invalid-identity":
      "Le nom et le prénom sont obligatoires\u{A0}: 100\u{A0}caractères au plus chacun, tous imprimables.",
    "request-number.malformed": "Le numéro de demande comporte neuf chiffres.",
    "request-number.wrong-check-digit": Wording(
      "Ce numéro de demande comporte une erreur de saisie.", next: "Vérifier le numéro"),
    "request-number.serial-out-of-range": "Ce numéro de demande n’existe pas.",
    "follow-up.unknown": Wording(
      "Ce numéro de demande et ce code secret ne correspondent à aucune demande.", next: "Vérifier votre saisie"),

    "demarche.received": Wording(
      "{0}", subject: "Votre demande n°\u{A0}{1} a bien été reçue"),
    "demarche.correction-requested": Wording(
      """
      Votre demande n°\u{A0}{0} est incomplète.
      Motif\u{A0}: {1}
      À compléter au plus tard le {3}\u{A0}: {2}
      """,
      subject: "Votre demande n°\u{A0}{0} est à compléter"),
    "demarche.completed": Wording(
      "Le dossier de votre demande n°\u{A0}{0} est complet. Il va être examiné.",
      subject: "Le dossier de votre demande n°\u{A0}{0} est complet"),
    "demarche.piece-no-longer-valid": Wording(
      """
      La pièce «\u{A0}{1}\u{A0}» de votre demande n°\u{A0}{0} n’est plus valable\u{A0}: votre demande ne peut pas être \
      acceptée en l’état. Le service chargé de votre demande vous indiquera comment la remplacer.
      """, subject: "Une pièce de votre demande n°\u{A0}{0} n’est plus valable"),
    "demarche.validated": Wording(
      "Votre demande n°\u{A0}{0} a été validée.", subject: "Votre demande n°\u{A0}{0} est validée"),
    "demarche.validated-by-silence": Wording(
      """
      En l’absence de réponse dans le délai, votre demande n°\u{A0}{0} est acceptée. Une attestation vous est délivrée si \
      vous la demandez (article L232-3 du CRPA).
      """, subject: "Votre demande n°\u{A0}{0} est acceptée"),
    "demarche.rejected": Wording(
      """
      Votre demande n°\u{A0}{0} a été rejetée.
      Motif\u{A0}: {1}
      Vous pouvez contester cette décision dans un délai de deux mois, par un recours gracieux auprès du maire ou \
      devant le tribunal administratif.
      """, subject: "Votre demande n°\u{A0}{0} est rejetée"),
    "demarche.rejected-by-silence": Wording(
      """
      En l’absence de réponse dans le délai, votre demande n°\u{A0}{0} est rejetée. Vous pouvez demander les motifs de ce \
      rejet et le contester dans un délai de deux mois, par un recours gracieux auprès du maire ou devant le tribunal \
      administratif.
      """, subject: "Votre demande n°\u{A0}{0} est rejetée"),
    "demarche.withdrawn": Wording(
      "Votre demande n°\u{A0}{0} est annulée, comme vous l’avez souhaité.",
      subject: "Votre demande n°\u{A0}{0} est annulée"),
    "demarche.canceled": Wording(
      "Votre demande n°\u{A0}{0} a été annulée.\nMotif\u{A0}: {1}", subject: "Votre demande n°\u{A0}{0} est annulée"),
    "demarche.expired": Wording(
      "Votre demande n°\u{A0}{0} est annulée\u{A0}: le complément demandé n’est pas arrivé à temps.",
      subject: "Votre demande n°\u{A0}{0} est annulée"),
    "demarche.reopened": Wording(
      "Votre demande n°\u{A0}{0} est de nouveau en cours.\nMotif\u{A0}: {1}",
      subject: "Votre demande n°\u{A0}{0} est de nouveau en cours"),
    "demarche.note-added": Wording(
      "Une remarque a été ajoutée à votre demande n°\u{A0}{0}. Consultez-la sur le portail.",
      subject: "Une remarque sur votre demande n°\u{A0}{0}"),
    "demarche.draft-note-added": Wording(
      "Une remarque a été ajoutée à votre brouillon «\u{A0}{0}\u{A0}». Consultez-la sur le portail.",
      subject: "Une remarque sur votre brouillon"),
    "demarche.draft-warning": Wording(
      "Votre brouillon «\u{A0}{0}\u{A0}» sera supprimé s’il n’est pas envoyé au plus tard le {1}.",
      subject: "Votre brouillon va être supprimé"),
    "demarche.draft-removed": Wording(
      "Votre brouillon «\u{A0}{0}\u{A0}» n’a pas été envoyé à temps\u{A0}: il est supprimé.",
      subject: "Votre brouillon est supprimé"),
    "demarche.draft-canceled": Wording(
      "Votre brouillon «\u{A0}{0}\u{A0}» a été supprimé.\nMotif\u{A0}: {1}", subject: "Votre brouillon est supprimé"),
  ])
}
