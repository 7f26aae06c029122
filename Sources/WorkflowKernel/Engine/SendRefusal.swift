/// Why the engine did not carry out an order that the machine may well accept, in the order in which it looks.
@nonexhaustive
public enum SendRefusal: ExplainableRefusal {
  /// The record has moved since the person saw it.
  case stale
  /// The request key was used for another order, or by somebody else.
  case keyReused
  /// A value that must be unique is held by another record, whose identifier is given.
  case claimed(Claim, by: String)
  /// The record moved at every try.
  case contended

  /// The stable code.
  public var code: String {
    switch self {
    case .stale: "order.stale"
    case .keyReused: "order.key-reused"
    case .claimed: "order.claimed"
    case .contended: "order.contended"
    }
  }
}

extension Wordings {
  /// The kernel's own sentences.
  public static let kernel = Wordings([
    "order.stale": Wording(
      "Ce dossier a changé depuis que vous l’avez consulté.", next: "Consulter le dossier à nouveau"),
    "order.key-reused": "Cette demande a déjà été envoyée avec un autre contenu.",
    "order.claimed": "Cette valeur est déjà utilisée.",
    "order.contended": Wording("Le dossier est très sollicité en ce moment.", next: "Réessayer dans un instant"),
    "request.invalid-key": "L’identifiant de la requête est vide ou trop long.",
    "notice.footer": "Ce message est automatique\u{A0}: merci de ne pas y répondre.",
  ])
}
