/// The named conditions of the orders.
public enum DemarcheGuard: String, Name {
  /// No agent has taken the démarche up yet.
  case notTakenUp
  /// The procedure is open today (F21).
  case openToday
  /// Every required field of every step is answered rightly.
  case stepsComplete
  /// Every required piece is uploaded or announced by post (F24).
  case piecesProvided
  /// Every required piece is accepted, or waived with a reason.
  case piecesSettled
  /// No piece is refused or out of date.
  case noPieceDisproved
  /// The démarche was submitted once.
  case wasFiled
  /// The time limit of what the system would do has come.
  case limitReached
}

/// What somebody is to a démarche.
public enum DemarcheRole: String, Name {
  /// The visitor or the citizen who opened it.
  case applicant
  /// An agent of the service in charge (F15).
  case agentInCharge
  /// The library itself.
  case system
}

extension DemarcheEventName {
  /// The conditions under which somebody in a role may give the order; `nil` where the role never may (F26).
  public func guards(for role: DemarcheRole) -> [DemarcheGuard]? {
    guardSet(for: role).map { guards in DemarcheGuard.allCases.filter { guards.contains(GuardSet($0)) } }
  }

  // Inlined where the order is known, only a look at the role is left of it.
  @inline(__always)
  func guardSet(for role: DemarcheRole) -> GuardSet? {
    switch self {
    case .open: role == .applicant ? [] : nil
    case .answer, .supplyPiece, .announcePiece: role == .applicant ? [.notTakenUp] : nil
    case .submit: role == .applicant ? [.openToday, .stepsComplete, .piecesProvided] : nil
    case .resubmit: role == .applicant ? [.stepsComplete, .piecesProvided] : nil
    case .receivePiece, .reviewPiece, .takeUp, .requestCorrection: role == .agentInCharge ? [] : nil
    case .consult: role == .agentInCharge ? [.wasFiled] : nil
    case .declareComplete: role == .agentInCharge ? [.stepsComplete, .piecesSettled] : nil
    case .reopen: role == .agentInCharge ? [.wasFiled] : nil
    case .archive, .warn: role == .system ? [.limitReached] : nil
    case .validate:
      switch role {
      case .agentInCharge: [.noPieceDisproved]
      case .system: [.noPieceDisproved, .limitReached]
      case .applicant: nil
      }
    case .reject, .close:
      switch role {
      case .agentInCharge: []
      case .system: [.limitReached]
      case .applicant: nil
      }
    case .cancel:
      switch role {
      case .applicant, .agentInCharge: []
      case .system: [.limitReached]
      }
    case .note: role == .system ? nil : []
    }
  }
}
