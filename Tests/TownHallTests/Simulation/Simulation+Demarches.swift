import DemarcheWorkflow
import Foundation

extension Simulation {
  /// Somebody opens a démarche, or somebody orders something of one.
  mutating func demarcheDeed() -> Deed {
    let live = town.demarches.states.filter { $0.value.dossier != nil }.keys
      .sorted { ($0.rawValue.count, $0) < ($1.rawValue.count, $1) }
    guard !live.isEmpty, pick(6) > 0 else { return opening() }
    let id = pick(Array(live.suffix(3)))
    guard let state = town.demarches.load(id)?.state, let dossier = state.dossier else { return opening() }
    let applicant: Principal =
      switch dossier.applicant {
      case .citizen(let account): .citizen(account)
      case .visitor(let visitor): .visitor(visitor)
      }
    let agent = Principal.agent(pick([Resident.agent, Resident.otherAgent]))
    if pick(4) > 0, let (event, isAgents) = next(state, dossier) {
      return order(event, id, by: isAgents ? agent : applicant)
    }
    let strangers: [Principal] = [.citizen("somebody"), .agent(Agent(id: "idle", services: ["sports"]))]
    return order(anything(about: dossier), id, by: pick([applicant, agent, agent, pick(strangers)]))
  }

  private mutating func opening() -> Deed {
    let resident = pick(Self.residents)
    let id = DemarcheID("D-\(number())")
    guard let account = openAccount(of: resident), pick(4) > 0 else {
      return order(.open(Opening("naissance")), id, by: .visitor(resident.visitor))
    }
    let child = Subject.member(.init(id: pick(["m-zoe", "m-leo"]), kind: .child, name: "Zoé Quillerot"))
    let openings = [
      Opening("ecole", for: child), Opening("ecole", for: child), Opening("aide", for: .household),
      Opening("naissance"),
    ]
    return order(.open(pick(openings)), id, by: .citizen(account))
  }

  private mutating func order(_ event: DemarcheEvent, _ id: DemarcheID, by principal: Principal) -> Deed {
    let (instant, key) = (now, "demarche \(number())")
    return Deed("\(event.name) \(id) (\(key))", isKeyed: true) { server in
      try await server.order(event, id, by: principal, key: key, at: instant)
    }
  }

  /// What leads further, and whether an agent does it; `nil` where nothing does.
  private mutating func next(_ state: StoredDemarche, _ dossier: Dossier) -> (DemarcheEvent, isAgents: Bool)? {
    let piece = dossier.pieces.first?.status.name
    switch state {
    case .brouillon:
      if dossier.answers[Self.field(of: dossier)] == nil { return (Self.answer(to: dossier), false) }
      if piece == .awaited { return (pick([.supplyPiece("domicile", Self.file), .announcePiece("domicile")]), false) }
      return (submission(by: dossier.applicant), false)
    case .enCours, .incomplet:
      if pick(6) == 0 { return (.takeUp, true) }
      if case .incomplet = state, pick(2) == 0 { return (.resubmit, false) }
      switch piece {
      case .announced: return (.receivePiece("domicile"), true)
      case .supplied:
        return (
          pick([.reviewPiece("domicile", .accepted), .reviewPiece("domicile", .accepted), Self.correction(of: dossier)]
          ), true
        )
      case .awaited, .refused, .outdated: return (.supplyPiece("domicile", Self.file), false)
      case .accepted, .waived, nil: break
      }
      return pick(3) > 0 ? (.declareComplete, true) : (Self.correction(of: dossier), true)
    case .complet: return pick(3) > 0 ? (pick([.validate(.decision), .reject(.decision(Self.reason))]), true) : nil
    case .valide: return (pick([.close, .reopen(Self.reason)]), true)
    case .rejete, .annule: return pick(4) == 0 ? (.reopen(Self.reason), true) : nil
    case .clos, .archive: return nil
    }
  }

  private mutating func anything(about dossier: Dossier) -> DemarcheEvent {
    let events: [DemarcheEvent] = [
      .answer(AnswerChange(["ecole": .text("planted school")])), .announcePiece("domicile"),
      .receivePiece("domicile"), .reviewPiece("domicile", .refused(Self.reason)),
      .reviewPiece("domicile", .waived(Self.reason)), .takeUp, Self.correction(of: dossier), .resubmit,
      .declareComplete,
      .validate(.silence), .reject(.silence), .cancel(.withdrawal), .cancel(.decision(Self.reason)),
      .cancel(.expiry), .reopen(Self.reason), .close, .archive(.retention), .warn, .consult,
      .note(Personal("planted note"), .internal), .note(Personal("planted note"), .public),
    ]
    return pick(events)
  }

  private static func field(of dossier: Dossier) -> FieldKey {
    switch dossier.procedure.id {
    case "ecole": "ecole"
    case "aide": "motif"
    case _: "nom"
    }
  }

  private static func answer(to dossier: Dossier) -> DemarcheEvent {
    .answer(AnswerChange(Answers([field(of: dossier): .text("Planted Quillerot")])))
  }

  /// Now and then with a number that was given before, as two servers might draw it.
  private mutating func submission(by applicant: Applicant) -> DemarcheEvent {
    let serial = pick(10) == 0 ? 1000 : 1000 + number()
    do {
      let number = try RequestNumber(serial: serial)
      let proof = VisitorSubmission(
        contact: .email(Personal("planted-visitor@example.fr")), solvedCaptcha: "captcha \(self.number())",
        codeHash: Digest(of: "planted code"))
      let isVisitor = if case .visitor = applicant { true } else { false }
      return .submit(
        Submission(
          number: number, identity: try ApplicantIdentity(lastName: "Quillerot", firstName: "Planted"),
          visitor: isVisitor ? proof : nil))
    } catch { preconditionFailure("\(error)") }
  }

  static let reason: Reason = {
    do { return try Reason("dossier", "planted reason") } catch { preconditionFailure("\(error)") }
  }()
  /// Asks for the piece again, or for the answer where there is no piece to ask for.
  private static func correction(of dossier: Dossier) -> DemarcheEvent {
    let isAskable = dossier.pieces.first.map { ![.accepted, .waived].contains($0.status.name) } ?? false
    return .requestCorrection(
      isAskable
        ? CorrectionRequest(pieces: ["domicile"], because: reason)
        : CorrectionRequest(fields: [field(of: dossier)], because: reason))
  }

  private static let file = PieceFile(
    "upload", name: "planted.pdf", mediaType: "application/pdf", bytes: 1000, digest: Digest(of: "scan"), issued: nil)
}
