/// What must be done outside because an order was accepted.
public enum DemarcheEffect: Hashable, Codable, Sendable {
  /// Send the acknowledgement (F32).
  case acknowledge(AccuseDeReception, to: Addressee)
  /// Tell the applicant what has changed (F28).
  case inform(Addressee, DemarcheNews)
  /// Erase the bytes of these uploads to the démarche, which the key of the effect names.
  case eraseContents([ContentID])
}

/// What has changed, for the applicant.
public enum DemarcheNews: Hashable, Codable, Sendable {
  /// Something is missing, and must come by the end of a day (CRPA L114-5).
  case correctionRequested(RequestNumber, Reason, missing: [String], until: CivilDate)
  /// The file is complete.
  case completed(RequestNumber)
  /// A piece of the complete file no longer proves what it must: silence does not accept it.
  case pieceDisproved(RequestNumber, label: String)
  /// Accepted.
  case validated(RequestNumber, Acceptance)
  /// Rejected.
  case rejected(RequestNumber, Rejection)
  /// Ended without a decision.
  case canceled(RequestNumber, Cancellation)
  /// A decision was taken back.
  case reopened(RequestNumber, Reason)
  /// The town has written a note.
  case noteAdded(RequestNumber)
  /// The town has written a note on the draft of a procedure.
  case draftNoteAdded(label: String)
  /// The draft of a procedure will be removed after this day.
  case draftExpiring(label: String, after: CivilDate)
  /// The draft of a procedure was left, and is removed.
  case draftRemoved(label: String)
  /// An agent has canceled the draft of a procedure.
  case draftCanceled(label: String, Reason)
}

extension DemarcheEffect {
  /// The notice to send, where the effect is one.
  public var notice: Notice? {
    switch self {
    case .acknowledge(let acknowledgement, let addressee):
      Notice(
        to: addressee, "demarche.received",
        arguments: [acknowledgement.text, acknowledgement.number.description])
    case .inform(let addressee, let news): news.notice(to: addressee)
    case .eraseContents: nil
    }
  }
}

extension DemarcheNews {
  func notice(to addressee: Addressee) -> Notice {
    func notice(_ code: String, _ number: RequestNumber, _ rest: String...) -> Notice {
      Notice(to: addressee, "demarche.\(code)", arguments: [number.description] + rest)
    }
    return switch self {
    case .correctionRequested(let number, let reason, let missing, let day):
      notice("correction-requested", number, reason.text.value, missing.joined(separator: ", "), day.frenchLong)
    case .completed(let number): notice("completed", number)
    case .pieceDisproved(let number, let label): notice("piece-no-longer-valid", number, label)
    case .validated(let number, .decision): notice("validated", number)
    case .validated(let number, .silence): notice("validated-by-silence", number)
    case .rejected(let number, .decision(let reason)): notice("rejected", number, reason.text.value)
    case .rejected(let number, .silence): notice("rejected-by-silence", number)
    case .canceled(let number, .withdrawal): notice("withdrawn", number)
    case .canceled(let number, .decision(let reason)): notice("canceled", number, reason.text.value)
    case .canceled(let number, .expiry): notice("expired", number)
    case .reopened(let number, let reason): notice("reopened", number, reason.text.value)
    case .noteAdded(let number): notice("note-added", number)
    case .draftNoteAdded(let label): Notice(to: addressee, "demarche.draft-note-added", arguments: [label])
    case .draftExpiring(let label, let day):
      Notice(to: addressee, "demarche.draft-warning", arguments: [label, day.frenchLong])
    case .draftRemoved(let label): Notice(to: addressee, "demarche.draft-removed", arguments: [label])
    case .draftCanceled(let label, let reason):
      Notice(to: addressee, "demarche.draft-canceled", arguments: [label, reason.text.value])
    }
  }
}
