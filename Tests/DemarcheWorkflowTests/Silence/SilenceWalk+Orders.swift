import DemarcheWorkflow
import Foundation
import WorkflowTesting

extension SilenceWalk {
  /// What may be tried in the state, more often what leads somewhere.
  mutating func choices() -> [(DemarcheEvent, Principal)] {
    let (applicant, agent) = (People.amelie, People.schoolAgent)
    switch book.state {
    case .enCours:
      return [answer(), supply(), announce()].map { ($0, applicant) }
        + [receive(), accept(), accept(), accept(), review(), ask(), ask(), .declareComplete, .declareComplete].map {
          ($0, agent)
        }
        + (generator.happens(40) ? rare : [])
    case .incomplet:
      return [answer(), supply(), announce(), announce(), supply(), .resubmit, .resubmit].map { ($0, applicant) }
        + [receive(), accept(), review(), review(), .declareComplete].map { ($0, agent) }
        + (generator.happens(40) ? rare : [])
    case .complet:
      return [receive(), accept(), review(), review(), ask()].map { ($0, agent) }
        + (generator.happens(60) ? rare : [])
    case .valide, .rejete, .annule: return [(.reopen(reason()), agent), (.reopen(reason()), agent), (.close, agent)]
    case .brouillon, .clos, .archive: return []
    }
  }

  private var rare: [(DemarcheEvent, Principal)] {
    [
      (.takeUp, People.schoolAgent), (.validate(.decision), People.schoolAgent),
      (.reject(.decision(reason())), People.schoolAgent), (.cancel(.withdrawal), People.amelie),
      (.cancel(.decision(reason())), People.schoolAgent),
    ]
  }

  /// What was asked for comes more often than what was not.
  private mutating func piece() -> PieceKey {
    if generator.happens(500), let asked = book.asked.sorted().randomElement(using: &generator) { return asked }
    return (["domicile", "domicile", "vaccins", "photo"] as [PieceKey]).randomElement(using: &generator) ?? "photo"
  }

  private mutating func answer() -> DemarcheEvent {
    let addresses = ["amelie.mirabelle@example.fr", "neuve@example.fr"]
    let changes: [AnswerChange] = [
      AnswerChange(["courriel": .text(addresses.randomElement(using: &generator) ?? "")]),
      AnswerChange(["allergie": .yesNo(generator.happens(300))]),
      AnswerChange(["regime": .text("Sans arachide")]),
      AnswerChange(["allergie": .yesNo(true), "regime": .text("Sans lait")]),
      AnswerChange(["rentree": .date(day(generator.happens(500) ? "2050-09-01" : "2050-09-02"))]),
      AnswerChange([:], clearing: [generator.happens(500) ? "rentree" : "courriel"]),
      AnswerChange([:]),
    ]
    return .answer(changes.randomElement(using: &generator) ?? AnswerChange([:]))
  }

  private mutating func supply() -> DemarcheEvent {
    let key = piece()
    uploads += 1
    let content = generator.happens(500) ? "first" : "second"
    return .supplyPiece(
      key,
      Town.file(content, upload: ContentID("upload-\(uploads)"), mediaType: key == "photo" ? Town.jpeg : Town.pdf))
  }

  private mutating func announce() -> DemarcheEvent { .announcePiece(piece()) }
  private mutating func receive() -> DemarcheEvent { .receivePiece(piece()) }
  private mutating func accept() -> DemarcheEvent { .reviewPiece(piece(), .accepted) }

  private mutating func review() -> DemarcheEvent {
    let verdicts: [PieceVerdict] = [.accepted, .refused(reason("flou", "Illisible.")), .outdated, .waived(reason())]
    return .reviewPiece(piece(), verdicts.randomElement(using: &generator) ?? .accepted)
  }

  private mutating func ask() -> DemarcheEvent {
    let fields: [FieldKey] = ["courriel", "ecole", "rentree", "regime"].filter { _ in generator.happens(300) }
    let pieces: [PieceKey] = ["domicile", "vaccins", "photo"].filter { _ in generator.happens(350) }
    return .requestCorrection(CorrectionRequest(pieces: pieces, fields: fields, because: reason()))
  }

  /// An order as the tale of a failing walk tells it.
  func detail(of order: DemarcheEvent) -> String {
    switch order {
    case .supplyPiece(let key, let file): "\(key.rawValue) \(file.digest == Digest(of: "first") ? "first" : "second")"
    case .announcePiece(let key), .receivePiece(let key): key.rawValue
    case .reviewPiece(let key, let verdict):
      switch verdict {
      case .accepted: "\(key.rawValue) accepted"
      case .refused: "\(key.rawValue) refused"
      case .outdated: "\(key.rawValue) outdated"
      case .waived: "\(key.rawValue) waived"
      }
    case .requestCorrection(let request): "\(request.pieces.map(\.rawValue)) \(request.fields.map(\.rawValue))"
    case .answer(let change):
      "\(change.answers.keys.map { "\($0.rawValue): \(String(describing: change.answers[$0]))" }) cleared \(change.cleared.map(\.rawValue))"
    default: ""
    }
  }
}
