/// Why an order is not carried out, in order of precedence; a refusal changes nothing at all (F26).
///
/// Before all of them comes ``notAllowed(_:)`` for whoever is nothing to the démarche: they learn neither its state nor
/// whether it exists (F15).
@nonexhaustive
public enum DemarcheRefusal: ExplainableRefusal {
  /// The order does not exist in this state; `nil` is a démarche that does not exist, of which only the system is told.
  case notPossible(DemarcheEventName, in: DemarcheStateName?)
  /// The catalogue has no such procedure, or no longer the revision the démarche was opened with.
  case unknownProcedure(ProcedureID)
  /// The order is somebody else's: in this state, or, for whoever is nothing to the démarche, in any.
  case notAllowed(DemarcheEventName)
  /// Conditions do not hold: all those that fail, and what exactly fails in each.
  case guards(DemarcheEventName, [DemarcheGuard], because: [RefusalReason])

  /// The procedure is for holders of an account (F20).
  case accountRequired
  /// The procedure cannot be filed today (F21).
  case closedToday
  /// The procedure is not for this subject (F21).
  case subjectNotAccepted(SubjectRule)
  /// The name of the member is blank, longer than 200 characters, or unprintable.
  case subjectName(FreeTextFault)
  /// The subject has a démarche of this procedure already (F21).
  case alreadyRunning

  /// A request for correction names nothing.
  case nothingMissing
  /// The procedure asks for no such field.
  case unknownField(FieldKey)
  /// The procedure asks for no such piece.
  case unknownPiece(PieceKey)
  /// Fields are wrong, one reason each.
  case answers([FieldProblem])
  /// The piece has another format than the procedure takes.
  case pieceFormat(PieceKey, label: String)
  /// The name of the file is blank, longer than 255 characters, or unprintable.
  case pieceName(PieceKey, label: String, FreeTextFault)
  /// The piece is empty, or larger than the procedure takes.
  case pieceSize(PieceKey, label: String, bytesMax: Int)
  /// The piece bears no date, a date to come, or one older than the procedure takes.
  case pieceAge(PieceKey, label: String, months: Int)
  /// What the piece has become cannot be replaced (F25).
  case pieceNotExpected(PieceKey, PieceJustificative.Status.Name)
  /// What the piece has become cannot be reviewed so (F25).
  case pieceNotReviewable(PieceKey, PieceJustificative.Status.Name)
  /// A visitor has solved no captcha (F14).
  case visitorProofMissing
  /// A visitor has given no address or number that a message would reach (F28).
  case contactUnreachable
  /// The desk of the service in charge cannot be named to the applicant as the acknowledgement must (F32).
  case serviceUnreachable
  /// A note is blank, longer than 4,000 characters, unprintable, or one too many.
  case note(NoteFault)
  /// The request number is another démarche's: draw again.
  case numberTaken
  /// The captcha was used for another démarche.
  case captchaUsed

  /// What can be wrong with a note.
  public enum NoteFault: String, Hashable, Codable, Sendable, CaseIterable {
    /// It says nothing.
    case blank
    /// It has more than 4,000 characters.
    case tooLong = "too-long"
    /// It holds something unprintable.
    case unprintable
    /// The démarche has 500 notes already.
    case tooMany = "too-many"

    init(_ fault: FreeTextFault) {
      self =
        switch fault {
        case .blank: .blank
        case .tooLong: .tooLong
        case .unprintable: .unprintable
        }
    }
  }

  /// The stable code.
  public var code: String {
    switch self {
    case .notPossible: "demarche.not-possible"
    case .notAllowed: "demarche.not-allowed"
    case .guards(_, let guards, _): guards.count == 1 ? guards[0].code : "demarche.guards"
    case .unknownProcedure: "demarche.unknown-procedure"
    case .accountRequired: "demarche.account-required"
    case .closedToday: "demarche.closed-today"
    case .subjectNotAccepted: "demarche.subject-not-accepted"
    case .subjectName(let fault): "demarche.subject-name-\(fault.rawValue)"
    case .alreadyRunning: "demarche.already-running"
    case .answers: "demarche.answers"
    case .unknownField: "demarche.unknown-field"
    case .unknownPiece: "demarche.unknown-piece"
    case .pieceFormat: "demarche.piece-format"
    case .pieceName(_, _, let fault): "demarche.piece-name-\(fault.rawValue)"
    case .pieceSize: "demarche.piece-size"
    case .pieceAge: "demarche.piece-age"
    case .pieceNotExpected: "demarche.piece-not-expected"
    case .pieceNotReviewable: "demarche.piece-not-reviewable"
    case .visitorProofMissing: "demarche.visitor-proof-missing"
    case .contactUnreachable: "demarche.contact-unreachable"
    case .serviceUnreachable: "demarche.service-unreachable"
    case .nothingMissing: "demarche.nothing-missing"
    case .note(let fault): "demarche.note-\(fault.rawValue)"
    case .numberTaken: "demarche.number-taken"
    case .captchaUsed: "demarche.captcha-used"
    }
  }

  /// What fills the sentence.
  public var arguments: [Personal<String>] {
    switch self {
    case .notPossible(let event, let state): [Personal(event.label), Personal(state?.label ?? "inexistant")]
    case .notAllowed(let event): [Personal(event.label)]
    case .unknownField(let field): [Personal(field.rawValue)]
    case .unknownPiece(let piece): [Personal(piece.rawValue)]
    case .pieceFormat(_, let label), .pieceName(_, let label, _): [Personal(label)]
    case .pieceSize(_, let label, let bytes): [Personal(label), Personal(bytes.frenchSize)]
    case .pieceAge(_, let label, let months): [Personal(label), Personal(String(months))]
    case .guards, .unknownProcedure, .accountRequired, .closedToday, .subjectNotAccepted, .subjectName,
      .alreadyRunning, .answers, .pieceNotExpected, .pieceNotReviewable, .visitorProofMissing, .contactUnreachable,
      .serviceUnreachable, .nothingMissing, .note, .numberTaken,
      .captchaUsed:
      []
    }
  }

  /// Every single reason: the guards that fail, the fields that are wrong.
  public var reasons: [RefusalReason] {
    switch self {
    case .guards(_, let guards, let because): guards.map { RefusalReason($0.code) } + because
    case .answers(let problems): problems.map(\.reason)
    case .notPossible, .notAllowed, .unknownProcedure, .accountRequired, .closedToday, .subjectNotAccepted,
      .subjectName, .alreadyRunning, .unknownField, .unknownPiece, .pieceFormat, .pieceName, .pieceSize, .pieceAge,
      .pieceNotExpected, .pieceNotReviewable, .visitorProofMissing, .contactUnreachable, .serviceUnreachable,
      .nothingMissing, .note, .numberTaken, .captchaUsed:
      []
    }
  }
}

extension DemarcheGuard {
  /// The code of the sentence that says the condition does not hold.
  var code: String {
    switch self {
    case .notTakenUp: "demarche.taken-up"
    case .openToday: "demarche.closed-today"
    case .stepsComplete: "demarche.steps-incomplete"
    case .piecesProvided: "demarche.pieces-missing"
    case .piecesSettled: "demarche.pieces-not-settled"
    case .noPieceDisproved: "demarche.piece-disproved"
    case .wasFiled: "demarche.never-filed"
    case .limitReached: "demarche.limit-not-reached"
    }
  }
}
