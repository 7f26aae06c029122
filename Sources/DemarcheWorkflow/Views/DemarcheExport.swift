public import Foundation

/// Everything the library holds of one démarche about its applicant, for the person it is about (F52).
///
/// It answers article 15 of the GDPR. What agents wrote for themselves is left out, and so are the hashes of secrets.
public struct DemarcheExport: Encodable, Sendable {
  /// The request number, as printed.
  public let number: String?
  /// The procedure.
  public let procedure: Procedure.Reference
  /// The state.
  public let state: DemarcheStateName
  /// Who the applicant said they are.
  public let identity: ApplicantIdentity?
  /// Where messages go.
  public let addressee: Addressee?
  /// When the town received it.
  public let received: Date?
  /// For whom.
  public let subject: Subject
  /// When the draft was opened.
  public let opened: Date
  /// The answers.
  public let answers: Answers
  /// The members that a field could name.
  public let household: [KnownMember]
  /// The pieces.
  public let pieces: [PieceJustificative]
  /// The public notes.
  public let notes: [Note]
  /// Why an agent asked for a correction, or ended it, in the words of the agent.
  public let reason: Reason?
  /// What happened, and when.
  public let history: [Line]

  /// One line of the history.
  public struct Line: Encodable, Sendable {
    /// When.
    public let instant: Date
    /// What was ordered.
    public let event: DemarcheEventName
    /// The state it led to.
    public let to: DemarcheStateName
    /// What kind of principal ordered it.
    public let by: Principal.Kind
  }
}

extension CitizenDesk {
  /// Exports every démarche of an account: drafts too, and those that were left and not erased yet.
  ///
  /// - Throws: what the store throws.
  public func export(of account: AccountID) async throws -> [DemarcheExport] {
    var exports: [DemarcheExport] = []
    for label in [TagLabel.drafts(of: account), .leftDrafts(of: account), .submitted(by: account)] {
      var cursor: PageCursor?
      repeat {
        let page = try await engine.store.find(label, after: cursor, limit: 100)
        for record in page.records {
          let journal = try await engine.store.journal(of: record.id)
          if let export = DemarcheExport(record.state, journal: journal) { exports.append(export) }
        }
        cursor = page.next
      } while cursor != nil
    }
    return exports
  }
}

extension DemarcheExport {
  /// Exports one démarche; `nil` once its personal content is erased.
  public init?(_ state: StoredDemarche, journal: [JournalEntry<DemarcheMachine>]) {
    guard let dossier = state.dossier else { return nil }
    number = state.filing?.number.description
    procedure = dossier.procedure
    self.state = state.name
    identity = state.filing?.identity
    addressee = state.filing?.addressee
    received = state.filing?.received
    subject = dossier.subject
    opened = dossier.opened
    answers = dossier.answers
    household = dossier.household
    reason = state.reason
    pieces = dossier.pieces
    notes = dossier.notes.filter { $0.visibility == .public }
    history = journal.compactMap(Line.init)
  }
}

extension DemarcheExport.Line {
  /// Nothing for an internal note: its very existence is the agents' affair.
  init?(_ entry: JournalEntry<DemarcheMachine>) {
    guard entry.event != .note || entry.reason != Note.Visibility.internal.rawValue else { return nil }
    self.init(instant: entry.instant, event: entry.event, to: entry.to, by: entry.actor.kind)
  }
}

extension StoredDemarche {
  /// The words of the agent who asked for something or ended the démarche.
  fileprivate var reason: Reason? {
    switch self {
    case .incomplet(let demarche): demarche.state.correction.reason
    case .rejete(let demarche):
      switch demarche.state.ground {
      case .decision(let reason): reason
      case .silence: nil
      }
    case .annule(let demarche):
      switch demarche.state.ground {
      case .decision(let reason): reason
      case .withdrawal, .expiry: nil
      }
    case .brouillon, .enCours, .complet, .valide, .clos, .archive: nil
    }
  }
}

extension Actor {
  fileprivate var kind: Principal.Kind {
    switch self {
    case .visitor: .visitor
    case .citizen: .citizen
    case .agent: .agent
    case .system: .system
    }
  }
}
