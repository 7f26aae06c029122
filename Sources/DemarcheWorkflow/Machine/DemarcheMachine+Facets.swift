import Foundation

extension DemarcheMachine {
  /// The lists that show a démarche, and what it alone may hold: its number, its captcha, its subject's turn.
  public func facets(of state: StoredDemarche) -> Facets {
    guard let dossier = state.dossier else {
      guard case .archive(let archive) = state, let number = archive.number else { return Facets() }
      return Facets(claims: [.number(number)])
    }
    var facets = Facets()
    if let filing = state.filing {
      facets.claims.append(.number(filing.number))
      if let captcha = filing.captcha { facets.claims.append(.captcha(captcha)) }
      let service = dossier.terms.service
      facets.tags = [TagLabel.service(service), .service(service, in: state.name)].map { Tag($0, at: filing.received) }
      if case .citizen(let account) = dossier.applicant {
        facets.tags.append(Tag(.submitted(by: account), at: filing.received))
      }
    } else if case .citizen(let account) = dossier.applicant {
      let list = state.isRunning ? TagLabel.drafts(of: account) : .leftDrafts(of: account)
      facets.tags.append(Tag(list, at: dossier.opened))
    }
    if state.isRunning, !dossier.terms.allowsSeveral, case .citizen(let account) = dossier.applicant {
      facets.claims.append(.running(dossier.procedure.id, for: dossier.subject, of: account))
    }
    return facets
  }

  /// What a citizen or an agent reads when another démarche holds what this one needs.
  public func refusal(forTaken claim: Claim) -> DemarcheRefusal? {
    switch claim.scope {
    case Claim.numberScope: .numberTaken
    case Claim.captchaScope: .captchaUsed
    case Claim.runningScope: .alreadyRunning
    case _: nil
    }
  }
}

extension StoredDemarche {
  /// Whether the démarche is still on its way to a decision.
  public var isRunning: Bool {
    switch self {
    case .brouillon, .enCours, .incomplet, .complet: true
    case .valide, .rejete, .annule, .clos, .archive: false
    }
  }
}

extension Claim {
  static let numberScope = "demarche.number"
  static let captchaScope = "demarche.captcha"
  static let runningScope = "demarche.running"

  static func number(_ number: RequestNumber) -> Claim { Claim(numberScope, number.digits) }
  static func captcha(_ id: String) -> Claim { Claim(captchaScope, id) }

  /// One running démarche of a procedure per subject (F21).
  static func running(_ procedure: ProcedureID, for subject: Subject, of account: AccountID) -> Claim {
    let whom =
      switch subject {
      case .none: ""
      case .household: "*"
      case .member(let member): "=\(member.id)"
      }
    return Claim(runningScope, [procedure.rawValue, account.rawValue, whom].joined(separator: "\u{1F}"))
  }
}

extension TagLabel {
  static func submitted(by account: AccountID) -> TagLabel { TagLabel("demarche.submitted", account.rawValue) }
  static func drafts(of account: AccountID) -> TagLabel { TagLabel("demarche.drafts", account.rawValue) }
  /// Drafts that were removed or withdrawn, until they are erased: they are shown in no list.
  static func leftDrafts(of account: AccountID) -> TagLabel { TagLabel("demarche.left-drafts", account.rawValue) }
  static func service(_ service: ServiceID) -> TagLabel { TagLabel("demarche.service", service.rawValue) }
  static func service(_ service: ServiceID, in state: DemarcheStateName) -> TagLabel {
    TagLabel("demarche.service.\(state.rawValue)", service.rawValue)
  }
}
