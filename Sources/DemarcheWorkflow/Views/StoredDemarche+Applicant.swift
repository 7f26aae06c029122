extension StoredDemarche {
  /// The démarche as its applicant may read it: the agents' internal notes left out.
  public var withoutInternalNotes: StoredDemarche {
    switch self {
    case .brouillon(let demarche): .brouillon(demarche.withoutInternalNotes)
    case .enCours(let demarche): .enCours(demarche.withoutInternalNotes)
    case .incomplet(let demarche): .incomplet(demarche.withoutInternalNotes)
    case .complet(let demarche): .complet(demarche.withoutInternalNotes)
    case .valide(let demarche): .valide(demarche.withoutInternalNotes)
    case .rejete(let demarche): .rejete(demarche.withoutInternalNotes)
    case .annule(let demarche): .annule(demarche.withoutInternalNotes)
    case .clos(let demarche): .clos(demarche.withoutInternalNotes)
    case .archive: self
    }
  }
}

extension Demarche {
  fileprivate var withoutInternalNotes: Demarche {
    changed { dossier in dossier.notes.removeAll { $0.visibility == .internal } }
  }
}
