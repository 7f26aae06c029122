public import Foundation

/// One state of a démarche, with the facts that hold in it and nowhere else.
public protocol DemarcheState: Codable, Hashable, Sendable, SendableMetatype {
  /// The name of the state.
  static var name: DemarcheStateName { get }
  /// What is known of submitting in this state: a ``Filing``, perhaps one, or none.
  associatedtype KnownFiling: FilingFact = Filing
  /// The instants at which the system acts if nobody does before (F31).
  func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit]
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
  /// Nothing was submitted.
  public typealias KnownFiling = Never?
  /// The day the applicant was warned that the draft will be removed; `nil` before.
  public let warned: CivilDate?
}

/// Submitted: the town has it.
public struct EnCours: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.enCours
  /// The silence clock.
  public let clock: SilenceClock
  /// The agent who has taken it up; from then on the applicant changes nothing.
  public let takenUpBy: AgentID?
}

/// Waiting for what the applicant was asked for.
public struct Incomplet: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.incomplet
  /// The silence clock, which stands still.
  public let clock: SilenceClock
  /// What is missing, and why.
  public let correction: Correction
}

/// Complete, and not yet decided.
public struct Complet: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.complet
  /// The silence clock.
  public let clock: SilenceClock
  /// When the file was declared complete.
  public let declared: Date
}

/// Accepted.
public struct Valide: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.valide
  /// What accepted it.
  public let ground: Acceptance
  /// When it was accepted.
  public let decided: Date
}

/// Rejected.
public struct Rejete: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.rejete
  /// What rejected it, and why.
  public let ground: Rejection
  /// When it was rejected.
  public let decided: Date
}

/// Withdrawn, canceled or expired.
public struct Annule: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.annule
  /// Nothing was submitted where it was a draft.
  public typealias KnownFiling = Filing?
  /// What ended it, and why.
  public let ground: Cancellation
  /// When it ended.
  public let decided: Date
}

/// Accepted, and over.
public struct Clos: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.clos
  /// When it was closed.
  public let closed: Date
}

/// Emptied of its personal content.
public struct Archive: DemarcheState {
  /// The name of the state.
  public static let name = DemarcheStateName.archive
  /// What submitting made is erased.
  public typealias KnownFiling = Never?
  /// The procedure and the revision under which the démarche was opened.
  public let procedure: Procedure.Reference
  /// When it was archived.
  public let archived: Date
  /// The request number; `nil` for what was never submitted.
  public let number: RequestNumber?
  /// The state it was archived from: how it ended.
  public let outcome: DemarcheStateName
}
