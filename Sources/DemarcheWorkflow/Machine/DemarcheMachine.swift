import Foundation

/// The workflow of every démarche of one town: *en cours → complet → validé*, and all that may happen instead (F26).
public struct DemarcheMachine: StateMachine {
  /// One case, from draft to archive.
  public typealias ID = DemarcheID
  /// A démarche in whichever state it is.
  public typealias State = StoredDemarche
  /// What can be ordered.
  public typealias Event = DemarcheEvent
  /// What must be done outside.
  public typealias Effect = DemarcheEffect
  /// Why an order is not carried out.
  public typealias Refusal = DemarcheRefusal
  /// The names of the states.
  public typealias StateName = DemarcheStateName
  /// The names of the orders.
  public typealias EventName = DemarcheEventName

  /// The procedures, in every revision under which a démarche may have been opened.
  public let catalogue: Catalogue
  /// The town's zone and public holidays.
  public let calendar: TownCalendar

  /// Makes the workflow of a town.
  public init(catalogue: Catalogue, calendar: TownCalendar) {
    self.catalogue = catalogue
    self.calendar = calendar
  }

  /// What a time limit has decided is decided, whether or not the host has let the system act since (F31).
  public static var deadlinesComeFirst: Bool { true }

  /// A consultation changes nothing that another agent has before their eyes (F15).
  public static func isOnlyRecorded(_ event: DemarcheEventName) -> Bool { event == .consult }

  /// The name and version under which démarches are stored.
  public static let format = RecordFormat("demarche", version: 1)

  /// The name of a state.
  public static func name(of state: StoredDemarche) -> DemarcheStateName { state.name }
  /// The name of an order.
  public static func name(of event: DemarcheEvent) -> DemarcheEventName { event.name }

  /// Decides: one switch over the states here, one over the orders of each state in the extensions.
  ///
  /// Whoever is nothing to the démarche learns nothing of it, not even whether it exists (F15).
  public func transition(
    from state: StoredDemarche?, on event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Transition<StoredDemarche, DemarcheEffect> {
    // Each decide is inlined, so that what it returns is written once, where the caller wants it.
    switch state {
    case nil:
      guard case .open(let opening) = event else { throw impossible(event.name, in: nil, to: context.principal) }
      guard let procedure = catalogue[opening.procedure] else { throw .unknownProcedure(opening.procedure) }
      return try Demarche.open(opening, of: procedure, in: context, calendar: calendar).map { .brouillon($0) }
    case .brouillon(let demarche)?: return try decide(demarche, on: event, in: context)
    case .enCours(let demarche)?: return try decide(demarche, on: event, in: context)
    case .incomplet(let demarche)?: return try decide(demarche, on: event, in: context)
    case .complet(let demarche)?: return try decide(demarche, on: event, in: context)
    case .valide(let demarche)?: return try decide(demarche, on: event, in: context)
    case .rejete(let demarche)?: return try decide(demarche, on: event, in: context)
    case .annule(let demarche)?: return try decide(demarche, on: event, in: context)
    case .clos(let demarche)?: return try decide(demarche, on: event, in: context)
    case .archive(let archive)?: throw impossible(event.name, in: archive, to: context.principal)
    }
  }

  /// The earliest time limit and what the system then orders.
  public func deadline(of state: StoredDemarche) -> Deadline<DemarcheEvent>? {
    state.timeLimits(in: calendar).first.map { Deadline(at: $0.instant, event: $0.kind.event) }
  }

  /// The revision that a démarche was opened with; strangers are not told that it is gone.
  func procedure<State>(
    of demarche: Demarche<State>, for event: DemarcheEvent, in context: Context
  ) throws(DemarcheRefusal) -> Procedure {
    if let procedure = catalogue[demarche.dossier.procedure] { return procedure }
    throw demarche.role(of: context.principal) == nil
      ? .notAllowed(event.name) : .unknownProcedure(demarche.dossier.procedure.id)
  }
}
