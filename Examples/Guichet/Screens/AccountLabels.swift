import Identity

extension AccountState.StateName {
  /// The state as citizens read it.
  var label: String {
    switch self {
    case .enAttente: "en attente"
    case .valide: "valide"
    case .modifie: "modifié"
    case .invalide: "invalide"
    case .ferme: "fermé"
    case .efface: "effacé"
    }
  }
}

extension AccountEvent.EventName {
  /// The order as a journal names it, an infinitive.
  var label: String {
    switch self {
    case .open: "créer le compte"
    case .validate: "valider le compte"
    case .refuse: "refuser le compte"
    case .submit: "modifier le compte"
    case .accept: "accepter la modification"
    case .reject: "rejeter la modification"
    case .changeContact: "changer de moyen de contact"
    case .changeQuestion: "changer de question"
    case .changePassword: "changer de mot de passe"
    case .signIn: "se connecter"
    case .warn: "avertir de la fermeture"
    case .close: "fermer le compte"
    case .erase: "effacer les données"
    case .consult: "consulter le compte"
    }
  }
}

extension ProfileField {
  var label: String {
    switch self {
    case .lastName: "nom"
    case .firstName: "prénom"
    case .birthDate: "date de naissance"
    case .street: "voie"
    case .postalCode: "code postal"
    case .town: "commune"
    case .email: "courriel"
    case .telephone: "téléphone"
    }
  }
}

extension Contact.Means {
  var label: String {
    switch self {
    case .email: "courriel"
    case .telephone: "téléphone"
    }
  }
}

extension ErasurePlan.Content {
  var label: String {
    switch self {
    case .access: "Mot de passe, question, réponse"
    case .profile: "Nom, foyer, adresse, contact, identifiant"
    case .journal: "Journal"
    }
  }
}

extension Principal.Kind {
  /// Who ordered, in the journal of an account, where no agent is named.
  var label: String {
    switch self {
    case .visitor: "visiteur"
    case .citizen: "titulaire"
    case .agent: "mairie"
    case .system: "système"
    }
  }
}
