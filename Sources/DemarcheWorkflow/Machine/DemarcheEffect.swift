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
  /// Something is missing.
  case correctionRequested(RequestNumber, Reason, missing: [String])
  /// The file is complete.
  case completed(RequestNumber)
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
  /// The draft will be removed after this day.
  case draftExpiring(after: CivilDate)
  /// The draft was left, and is removed.
  case draftRemoved
  /// An agent has canceled the draft.
  case draftCanceled(Reason)
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
    case .correctionRequested(let number, let reason, let missing):
      notice("correction-requested", number, reason.text.value, missing.joined(separator: ", "))
    case .completed(let number): notice("completed", number)
    case .validated(let number, .decision): notice("validated", number)
    case .validated(let number, .silence): notice("validated-by-silence", number)
    case .rejected(let number, .decision(let reason)): notice("rejected", number, reason.text.value)
    case .rejected(let number, .silence): notice("rejected-by-silence", number)
    case .canceled(let number, .withdrawal): notice("withdrawn", number)
    case .canceled(let number, .decision(let reason)): notice("canceled", number, reason.text.value)
    case .canceled(let number, .expiry): notice("expired", number)
    case .reopened(let number, let reason): notice("reopened", number, reason.text.value)
    case .noteAdded(let number): notice("note-added", number)
    case .draftExpiring(let day): Notice(to: addressee, "demarche.draft-warning", arguments: [day.frenchLong])
    case .draftRemoved: Notice(to: addressee, "demarche.draft-removed")
    case .draftCanceled(let reason):
      Notice(to: addressee, "demarche.draft-canceled", arguments: [reason.text.value])
    }
  }
}
