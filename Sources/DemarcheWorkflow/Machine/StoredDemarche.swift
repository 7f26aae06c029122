/// A démarche in whichever state it is: what a store keeps.
public enum StoredDemarche: Hashable, Sendable {
  /// A draft.
  case brouillon(Demarche<Brouillon>)
  /// Submitted.
  case enCours(Demarche<EnCours>)
  /// Waiting for what the applicant was asked for.
  case incomplet(Demarche<Incomplet>)
  /// Complete, and not yet decided.
  case complet(Demarche<Complet>)
  /// Accepted.
  case valide(Demarche<Valide>)
  /// Rejected.
  case rejete(Demarche<Rejete>)
  /// Withdrawn, canceled or expired.
  case annule(Demarche<Annule>)
  /// Accepted, and over.
  case clos(Demarche<Clos>)
  /// Emptied of its personal content.
  case archive(Archive)
}

extension StoredDemarche {
  /// The name of the state.
  public var name: DemarcheStateName {
    switch self {
    case .brouillon: .brouillon
    case .enCours: .enCours
    case .incomplet: .incomplet
    case .complet: .complet
    case .valide: .valide
    case .rejete: .rejete
    case .annule: .annule
    case .clos: .clos
    case .archive: .archive
    }
  }

  /// What was asked and given; `nil` once archived.
  public var dossier: Dossier? {
    switch self {
    case .brouillon(let demarche): demarche.dossier
    case .enCours(let demarche): demarche.dossier
    case .incomplet(let demarche): demarche.dossier
    case .complet(let demarche): demarche.dossier
    case .valide(let demarche): demarche.dossier
    case .rejete(let demarche): demarche.dossier
    case .annule(let demarche): demarche.dossier
    case .clos(let demarche): demarche.dossier
    case .archive: nil
    }
  }

  /// What submitting made; `nil` for a draft, and once archived.
  public var filing: Filing? {
    switch self {
    case .brouillon, .archive: nil
    case .enCours(let demarche): demarche.filing
    case .incomplet(let demarche): demarche.filing
    case .complet(let demarche): demarche.filing
    case .valide(let demarche): demarche.filing
    case .rejete(let demarche): demarche.filing
    case .annule(let demarche): demarche.filing
    case .clos(let demarche): demarche.filing
    }
  }

  /// Whether the town has ever had it, archived or not.
  var wasFiled: Bool {
    if case .archive(let archive) = self { archive.number != nil } else { filing != nil }
  }

  /// The time limits computed from the state, the earliest first (F31).
  public func timeLimits(in calendar: TownCalendar) -> [TimeLimit] {
    switch self {
    case .brouillon(let demarche): demarche.timeLimits(in: calendar)
    case .enCours(let demarche): demarche.timeLimits(in: calendar)
    case .incomplet(let demarche): demarche.timeLimits(in: calendar)
    case .complet(let demarche): demarche.timeLimits(in: calendar)
    case .valide(let demarche): demarche.timeLimits(in: calendar)
    case .rejete(let demarche): demarche.timeLimits(in: calendar)
    case .annule(let demarche): demarche.timeLimits(in: calendar)
    case .clos(let demarche): demarche.timeLimits(in: calendar)
    case .archive: []
    }
  }
}

extension StoredDemarche: Codable {
  private enum CodingKeys: CodingKey { case state, facts, filing, dossier }
  private enum ArchiveKeys: CodingKey { case state, facts }

  /// Reads a démarche; an unknown state is an error, and so is a fact that the state does not have.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    func demarche<State: DemarcheState>(_ state: State.Type) throws -> Demarche<State> {
      Demarche(
        try container.decodeWhole(State.self, forKey: .facts),
        try container.decode(State.KnownFiling.self, forKey: .filing),
        try container.decodeWhole(Dossier.self, forKey: .dossier))
    }
    self =
      switch try container.decode(DemarcheStateName.self, forKey: .state) {
      case .brouillon: .brouillon(try demarche(Brouillon.self))
      case .enCours: .enCours(try demarche(EnCours.self))
      case .incomplet: .incomplet(try demarche(Incomplet.self))
      case .complet: .complet(try demarche(Complet.self))
      case .valide: .valide(try demarche(Valide.self))
      case .rejete: .rejete(try demarche(Rejete.self))
      case .annule: .annule(try demarche(Annule.self))
      case .clos: .clos(try demarche(Clos.self))
      case .archive:
        .archive(try decoder.strictContainer(keyedBy: ArchiveKeys.self).decodeWhole(Archive.self, forKey: .facts))
      }
  }

  /// Writes the name of the state, its facts, what submitting made, and the dossier.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .state)
    func encode<State: DemarcheState>(_ demarche: Demarche<State>) throws {
      try container.encode(demarche.state, forKey: .facts)
      try container.encode(demarche.filing, forKey: .filing)
      try container.encode(demarche.dossier, forKey: .dossier)
    }
    switch self {
    case .brouillon(let demarche): try encode(demarche)
    case .enCours(let demarche): try encode(demarche)
    case .incomplet(let demarche): try encode(demarche)
    case .complet(let demarche): try encode(demarche)
    case .valide(let demarche): try encode(demarche)
    case .rejete(let demarche): try encode(demarche)
    case .annule(let demarche): try encode(demarche)
    case .clos(let demarche): try encode(demarche)
    case .archive(let archive): try container.encode(archive, forKey: .facts)
    }
  }
}
