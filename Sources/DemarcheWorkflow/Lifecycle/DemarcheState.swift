public import Foundation

/// One state of a démarche, with the facts that hold in it and nowhere else.
public protocol DemarcheState: Codable, Hashable, Sendable, SendableMetatype {
  /// The name of the state.
  static var name: DemarcheStateName { get }
  /// What submitting made; `nil` for what was never submitted.
  var filed: Filing? { get }
  /// The instants at which the system acts if nobody does before (F31).
  func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit]
}

/// The names of the states, in the words the citizen reads.
public enum DemarcheStateName: String, Name {
  /// A draft.
  case brouillon
  /// Submitted, and not yet found complete.
  case enCours
  /// Waiting for what the applicant was asked for.
  case incomplet
  /// Complete, and not yet decided.
  case complet
  /// Accepted.
  case valide
  /// Rejected.
  case rejete
  /// Withdrawn, canceled or expired.
  case annule
  /// Accepted, and over.
  case clos
  /// Emptied of its personal content.
  case archive
}

/// A draft: nothing is promised on either side.
public struct Brouillon: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.brouillon
  /// The day the applicant was warned that the draft will be removed; `nil` before.
  public let warned: CivilDate?
  /// Nothing was submitted.
  public var filed: Filing? { nil }
}

/// Submitted: the town has it.
public struct EnCours: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.enCours
  /// What submitting made.
  public let filing: Filing
  /// The silence clock.
  public let clock: SilenceClock
  /// The agent who has taken it up; from then on the applicant changes nothing.
  public let takenUpBy: AgentID?
  /// What submitting made.
  public var filed: Filing? { filing }
}

/// Waiting for what the applicant was asked for.
public struct Incomplet: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.incomplet
  /// What submitting made.
  public let filing: Filing
  /// The silence clock, which stands still.
  public let clock: SilenceClock
  /// What is missing, and why.
  public let correction: Correction
  /// What submitting made.
  public var filed: Filing? { filing }
}

/// Complete, and not yet decided.
public struct Complet: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.complet
  /// What submitting made.
  public let filing: Filing
  /// The silence clock.
  public let clock: SilenceClock
  /// When the file was declared complete.
  public let declared: Date
  /// What submitting made.
  public var filed: Filing? { filing }
}

/// Accepted.
public struct Valide: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.valide
  /// What submitting made.
  public let filing: Filing
  /// What accepted it.
  public let ground: Acceptance
  /// When it was accepted.
  public let decided: Date
  /// What submitting made.
  public var filed: Filing? { filing }
}

/// Rejected.
public struct Rejete: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.rejete
  /// What submitting made.
  public let filing: Filing
  /// What rejected it, and why.
  public let ground: Rejection
  /// When it was rejected.
  public let decided: Date
  /// What submitting made.
  public var filed: Filing? { filing }
}

/// Withdrawn, canceled or expired.
public struct Annule: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.annule
  /// What submitting made; `nil` for a draft.
  public let filed: Filing?
  /// What ended it, and why.
  public let ground: Cancellation
  /// When it ended.
  public let decided: Date
}

/// Accepted, and over.
public struct Clos: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.clos
  /// What submitting made.
  public let filing: Filing
  /// When it was closed.
  public let closed: Date
  /// What submitting made.
  public var filed: Filing? { filing }
}

/// Emptied of its personal content.
public struct Archive: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.archive
  /// The procedure and the revision under which the démarche was opened.
  public let procedure: Procedure.Reference
  /// The request number; `nil` for what was never submitted.
  public let number: RequestNumber?
  /// The state it was archived from: how it ended.
  public let outcome: DemarcheStateName
  /// When it was archived.
  public let archived: Date
  /// What submitting made is erased.
  public var filed: Filing? { nil }
}
