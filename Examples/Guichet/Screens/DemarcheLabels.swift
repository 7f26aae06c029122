import DemarcheWorkflow

extension Access {
  var label: String {
    switch self {
    case .anonymous: "libre"
    case .accountRequired: "avec un compte"
    }
  }
}

extension PieceJustificative.Status.Name {
  /// What became of a piece, as its applicant reads it.
  var label: String {
    switch self {
    case .awaited: "attendue"
    case .announced: "annoncée par courrier"
    case .supplied: "fournie"
    case .accepted: "acceptée"
    case .refused: "refusée"
    case .outdated: "périmée"
    case .waived: "dispensée"
    }
  }
}

extension Note.Visibility {
  var label: String {
    switch self {
    case .public: "publique"
    case .internal: "interne"
    }
  }
}

extension Principal.Kind {
  var text: String {
    switch self {
    case .visitor: "visiteur"
    case .citizen: "titulaire"
    case .agent: "mairie"
    case .system: "système"
    }
  }
}

extension Actor {
  /// Who ordered, in what agents read.
  var text: String {
    switch self {
    case .visitor(let id): id.rawValue
    case .citizen(let id): id.rawValue
    case .agent(let id): id.rawValue
    case .system: "système"
    }
  }

  /// Who ordered, in what applicants read: no agent is named.
  var kindText: String {
    switch self {
    case .visitor: Principal.Kind.visitor.text
    case .citizen: Principal.Kind.citizen.text
    case .agent: Principal.Kind.agent.text
    case .system: Principal.Kind.system.text
    }
  }
}

extension TimeLimit.Kind {
  /// What happens at a limit, as the applicant reads it.
  var label: String {
    switch self {
    case .draftWarning: "un avertissement est envoyé"
    case .draftExpiry: "le brouillon est supprimé"
    case .correctionExpiry: "la demande est annulée, faute de complément"
    case .silenceAccepts: "la demande est acceptée"
    case .silenceRejects: "la demande est rejetée"
    case .closing: "la demande est close"
    case .erasure: "le contenu personnel est effacé"
    }
  }
}
