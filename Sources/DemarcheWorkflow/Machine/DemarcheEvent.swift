/// What can be ordered of a démarche (F26).
///
/// Contents larger than a word stand behind a reference: every order is small to hand on and quick to tell apart.
public enum DemarcheEvent: Hashable, Codable, Sendable {
  /// Opens a draft.
  indirect case open(Opening)
  /// Saves answers, and clears others.
  indirect case answer(AnswerChange)
  /// Supplies a piece as a file, which the host keeps already as an upload of its own.
  indirect case supplyPiece(PieceKey, PieceFile)
  /// Announces a piece by post.
  indirect case announcePiece(PieceKey)
  /// Records that a piece has come on paper.
  indirect case receivePiece(PieceKey)
  /// Records what an agent finds of a piece.
  indirect case reviewPiece(PieceKey, PieceVerdict)
  /// Sends the draft to the town.
  indirect case submit(Submission)
  /// Takes the démarche up; from then on its applicant changes nothing.
  case takeUp
  /// Asks the applicant for what is missing.
  indirect case requestCorrection(CorrectionRequest)
  /// Sends what was missing.
  case resubmit
  /// Declares the file complete.
  case declareComplete
  /// Accepts.
  case validate(Acceptance)
  /// Rejects.
  case reject(Rejection)
  /// Ends the démarche without a decision.
  case cancel(Cancellation)
  /// Takes a decision back.
  case reopen(Reason)
  /// Closes what was accepted.
  case close
  /// Erases the personal content.
  case archive(Erasure)
  /// Adds a note.
  indirect case note(Personal<String>, Note.Visibility)
  /// Records that an agent reads the dossier (F15).
  case consult
  /// Warns the applicant that the draft will be removed.
  case warn
}

/// The names of the orders.
public enum DemarcheEventName: String, Name {
  /// Opens a draft.
  case open
  /// Saves answers.
  case answer
  /// Supplies a piece as a file.
  case supplyPiece
  /// Announces a piece by post.
  case announcePiece
  /// Records that a piece has come on paper.
  case receivePiece
  /// Records what an agent finds of a piece.
  case reviewPiece
  /// Sends the draft to the town.
  case submit
  /// Takes the démarche up.
  case takeUp
  /// Asks the applicant for what is missing.
  case requestCorrection
  /// Sends what was missing.
  case resubmit
  /// Declares the file complete.
  case declareComplete
  /// Accepts.
  case validate
  /// Rejects.
  case reject
  /// Ends the démarche without a decision.
  case cancel
  /// Takes a decision back.
  case reopen
  /// Closes what was accepted.
  case close
  /// Erases the personal content.
  case archive
  /// Adds a note.
  case note
  /// Records that an agent reads the dossier.
  case consult
  /// Warns that the draft will be removed.
  case warn
}

extension DemarcheEvent {
  /// The name of the order.
  public var name: DemarcheEventName {
    switch self {
    case .open: .open
    case .answer: .answer
    case .supplyPiece: .supplyPiece
    case .announcePiece: .announcePiece
    case .receivePiece: .receivePiece
    case .reviewPiece: .reviewPiece
    case .submit: .submit
    case .takeUp: .takeUp
    case .requestCorrection: .requestCorrection
    case .resubmit: .resubmit
    case .declareComplete: .declareComplete
    case .validate: .validate
    case .reject: .reject
    case .cancel: .cancel
    case .reopen: .reopen
    case .close: .close
    case .archive: .archive
    case .note: .note
    case .consult: .consult
    case .warn: .warn
    }
  }
}

/// What opens a draft.
public struct Opening: Hashable, Codable, Sendable {
  /// The procedure asked for; the démarche keeps the revision that is the latest now.
  public let procedure: ProcedureID
  /// For whom; the host vouches that the member belongs to the applicant's household.
  public let subject: Subject
  /// What is known already, to fill the first answers with (F02).
  public let known: [PrefillKey: FieldAnswer]
  /// The members that a field may name.
  public let household: [KnownMember]

  /// Describes what is opened.
  public init(
    _ procedure: ProcedureID, for subject: Subject = .none, known: [PrefillKey: FieldAnswer] = [:],
    household: [KnownMember] = []
  ) {
    self.procedure = procedure
    self.subject = subject
    self.known = known
    self.household = household
  }
}

/// Answers to save, others to clear.
public struct AnswerChange: Hashable, Codable, Sendable {
  /// What is answered now.
  public let answers: Answers
  /// The fields whose answer is taken back.
  public let cleared: [FieldKey]
  /// The members that a field may name now; `nil` where they have not changed since the last time.
  public let household: [KnownMember]?

  /// Describes a change.
  public init(_ answers: Answers, clearing cleared: [FieldKey] = [], household: [KnownMember]? = nil) {
    self.answers = answers
    self.cleared = cleared
    self.household = household
  }
}

/// What an agent asks an applicant for: at least one piece or field, and a reason.
public struct CorrectionRequest: Hashable, Codable, Sendable {
  /// The pieces to supply again.
  public let pieces: [PieceKey]
  /// The fields to answer again.
  public let fields: [FieldKey]
  /// Why.
  public let reason: Reason

  /// Describes what is asked for.
  public init(pieces: [PieceKey] = [], fields: [FieldKey] = [], because reason: Reason) {
    self.pieces = pieces
    self.fields = fields
    self.reason = reason
  }
}
