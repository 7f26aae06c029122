public import WorkflowKernel

extension Wordings {
  /// What citizens read of a ``FieldFault``: `{0}` is the name of the field, `{1}` the limit that was passed.
  ///
  /// ``demarches`` holds them too.
  public static let fields = Wordings([
    "field.unknown": "Cette démarche n’a pas de champ «\u{A0}{0}\u{A0}».",
    "field.required": "Le champ «\u{A0}{0}\u{A0}» est obligatoire.",
    "field.wrong-kind": "La réponse au champ «\u{A0}{0}\u{A0}» n’est pas du type attendu.",
    "field.too-long": "Le champ «\u{A0}{0}\u{A0}» accepte {1} au plus.",
    "field.too-short": "Le champ «\u{A0}{0}\u{A0}» demande {1} au moins.",
    "field.unprintable": "Le champ «\u{A0}{0}\u{A0}» contient des caractères qui ne peuvent pas être imprimés.",
    "field.pattern.name":
      "Le champ «\u{A0}{0}\u{A0}» accepte des lettres, des espaces, des traits d’union et des apostrophes.",
    "field.pattern.digits": "Le champ «\u{A0}{0}\u{A0}» n’accepte que des chiffres.",
    "field.pattern.alphanumeric": "Le champ «\u{A0}{0}\u{A0}» n’accepte que des chiffres et des lettres sans accent.",
    "field.too-small": "Le champ «\u{A0}{0}\u{A0}» demande un nombre supérieur ou égal à {1}.",
    "field.too-large": "Le champ «\u{A0}{0}\u{A0}» demande un nombre inférieur ou égal à {1}.",
    "field.amount-too-small": "Le champ «\u{A0}{0}\u{A0}» demande un montant d’au moins {1}.",
    "field.amount-too-large": "Le champ «\u{A0}{0}\u{A0}» demande un montant d’au plus {1}.",
    "field.too-early": "La date du champ «\u{A0}{0}\u{A0}» ne peut pas être antérieure au {1}.",
    "field.too-late": "La date du champ «\u{A0}{0}\u{A0}» ne peut pas être postérieure au {1}.",
    "field.not-confirmed": "Vous devez confirmer «\u{A0}{0}\u{A0}» pour poursuivre.",
    "field.unknown-option": "Le choix fait dans le champ «\u{A0}{0}\u{A0}» n’existe pas.",
    "field.too-few": "Le champ «\u{A0}{0}\u{A0}» demande au moins {1} choix.",
    "field.too-many": "Le champ «\u{A0}{0}\u{A0}» accepte au plus {1} choix.",
    "field.email": "Le champ «\u{A0}{0}\u{A0}» demande une adresse électronique, comme prenom.nom@exemple.fr.",
    "field.telephone": "Le champ «\u{A0}{0}\u{A0}» demande un numéro de téléphone français à dix chiffres.",
    "field.postcode": "Le champ «\u{A0}{0}\u{A0}» demande un code postal français à cinq chiffres.",
    "field.address": "Le champ «\u{A0}{0}\u{A0}» demande une adresse complète\u{A0}: voie, code postal et commune.",
    "field.unknown-member":
      "Le membre choisi dans le champ «\u{A0}{0}\u{A0}» ne convient pas ou n’est pas de votre foyer.",
  ])
}
