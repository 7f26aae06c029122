import Foundation

extension Demarche where State: Living {
  /// Adds a note; an agent's public note is told to the applicant.
  ///
  /// - Throws: the note is blank, too long or unprintable, or there are 500 already; an applicant's note is always public.
  public func note(
    _ text: Personal<String>, _ visibility: Note.Visibility, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try permit(.note, in: context, calendar: calendar)
    let isAgent = role(of: context.principal) == .agentInCharge
    guard isAgent || visibility == .public else { throw .notAllowed(.note) }
    let kept: String
    do { kept = try text.value.freeText(max: 4000, lines: true) } catch {
      throw .note(DemarcheRefusal.NoteFault(error))
    }
    guard dossier.notes.count < 500 else { throw .note(.tooMany) }
    let note = Note(
      text: Personal(kept), author: context.principal.actor, written: context.instant, visibility: visibility)
    let noted = changed { $0.notes.append(note) }
    return switch visibility {
    case .public: Transition(to: noted, effects: isAgent ? noteMessage : [])
    // The journal keeps no text: this tells whom the line is for.
    case .internal: Transition(to: noted, reason: visibility.rawValue)
    }
  }

  /// A visitor's draft has nobody who could be reached.
  private var noteMessage: [DemarcheEffect] {
    if let filing = filed { return [.inform(filing.addressee, .noteAdded(filing.number))] }
    guard case .citizen(let account) = dossier.applicant else { return [] }
    return [.inform(.account(account), .draftNoteAdded(label: dossier.terms.label))]
  }

  /// Records in the journal that an agent reads the dossier (F15).
  public func consult(
    in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche, DemarcheEffect> {
    try permit(.consult, in: context, calendar: calendar)
    // Not `self`, which would be copied with its enum around it.
    return Transition(to: moved(to: state))
  }
}

extension Demarche where State: Expiring {
  /// Warns the applicant that the draft will be removed (F22).
  public func warn(
    in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Demarche<Brouillon>, DemarcheEffect> {
    try permit(.warn, in: context, calendar: calendar)
    let today = calendar.date(of: context.instant)
    let last = dossier.lastDay(warnedOn: today, in: calendar)
    let effects: [DemarcheEffect] =
      switch dossier.applicant {
      case .citizen(let account): [.inform(.account(account), .draftExpiring(label: dossier.terms.label, after: last))]
      case .visitor: []
      }
    return Transition(to: moved(to: Brouillon(warned: today)), effects: effects)
  }
}

extension Demarche where State: Archivable {
  /// Erases the personal content; the journal keeps its facts (F52).
  public func archive(
    _ ground: Erasure, in context: Context, calendar: TownCalendar
  ) throws(DemarcheRefusal) -> Transition<Archive, DemarcheEffect> {
    switch ground {
    case .retention: try permit(.archive, in: context, calendar: calendar)
    case .request: guard context.principal == .system else { throw .notAllowed(.archive) }
    }
    let contents = dossier.pieces.compactMap(\.file?.content.value)
    return Transition(
      to: Archive(
        procedure: dossier.procedure, archived: context.instant, number: filed?.number, outcome: State.name),
      effects: contents.isEmpty ? [] : [.eraseContents(contents)],
      reason: ground == .request ? "request" : nil)
  }
}
