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
    conditions(for: role).map { conditions in DemarcheGuard.allCases.filter { conditions.contains(Conditions($0)) } }
  }

  // Inlined where the order is known, only a look at the role is left of it.
  @inline(__always)
  func conditions(for role: DemarcheRole) -> Conditions? {
    switch self {
    case .open: role == .applicant ? [] : nil
    case .answer, .supplyPiece, .announcePiece: role == .applicant ? [.notTakenUp] : nil
    case .submit: role == .applicant ? [.openToday, .stepsComplete, .piecesProvided] : nil
    case .resubmit: role == .applicant ? [.stepsComplete, .piecesProvided] : nil
    case .receivePiece, .reviewPiece, .takeUp, .requestCorrection: role == .agentInCharge ? [] : nil
    case .consult: role == .agentInCharge ? [.wasFiled] : nil
    case .declareComplete: role == .agentInCharge ? [.piecesSettled] : nil
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

/// Several guards at once, in a byte: most orders have none, and need no array to say so.
struct Conditions: OptionSet {
  let rawValue: UInt8

  static let notTakenUp = Conditions(rawValue: 1 << 0)
  static let openToday = Conditions(rawValue: 1 << 1)
  static let stepsComplete = Conditions(rawValue: 1 << 2)
  static let piecesProvided = Conditions(rawValue: 1 << 3)
  static let piecesSettled = Conditions(rawValue: 1 << 4)
  static let noPieceDisproved = Conditions(rawValue: 1 << 5)
  static let wasFiled = Conditions(rawValue: 1 << 6)
  static let limitReached = Conditions(rawValue: 1 << 7)
}

extension Conditions {
  init(_ condition: DemarcheGuard) {
    self =
      switch condition {
      case .notTakenUp: .notTakenUp
      case .openToday: .openToday
      case .stepsComplete: .stepsComplete
      case .piecesProvided: .piecesProvided
      case .piecesSettled: .piecesSettled
      case .noPieceDisproved: .noPieceDisproved
      case .wasFiled: .wasFiled
      case .limitReached: .limitReached
      }
  }
}
