import Foundation

extension Brouillon {
  /// A draft is warned about, where its applicant can be reached, and then removed (F22).
  public func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit] {
    let last = calendar.date(of: dossier.opened).adding(days: dossier.terms.draft.lifeDays)
    let expiry = TimeLimit(.draftExpiry, afterDay: last, in: calendar)
    guard !isWarned, case .citizen = dossier.applicant else { return [expiry] }
    let notice = last.adding(days: -dossier.terms.draft.noticeDays)
    return [TimeLimit(.draftWarning, afterDay: notice, in: calendar), expiry]
  }
}

extension EnCours {
  /// Silence may reject what nobody has looked at; it accepts only a complete file (CRPA L114-5).
  public func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit] {
    clock.rejectionDay.map { [TimeLimit(.silenceRejects, afterDay: $0, in: calendar)] } ?? []
  }
}

extension Incomplet {
  /// The silence clock stands still; the request for correction has a limit of its own.
  public func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit] {
    let last = calendar.date(of: correction.requested).adding(days: dossier.terms.correctionDays)
    return [TimeLimit(.correctionExpiry, afterDay: last, in: calendar)]
  }
}

extension Complet {
  /// Silence accepts or rejects, as the procedure says; it accepts nothing with a refused or outdated piece.
  public func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit] {
    if let day = clock.acceptanceDay {
      guard !dossier.pieces.contains(where: \.isDisproved) else { return [] }
      return [TimeLimit(.silenceAccepts, afterDay: day, in: calendar)]
    }
    return clock.rejectionDay.map { [TimeLimit(.silenceRejects, afterDay: $0, in: calendar)] } ?? []
  }
}

extension Valide {
  /// What was accepted closes with the season.
  public func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit] {
    dossier.terms.seasonEnd.map { [TimeLimit(.seasonEnd, afterDay: $0, in: calendar)] } ?? []
  }
}

extension Rejete {
  /// The personal content is kept for the term of the procedure.
  public func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit] {
    [.erasure(of: dossier, endedAt: decided, in: calendar)]
  }
}

extension Annule {
  /// A draft is erased at once: the town has never had it.
  public func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit] {
    filed == nil
      ? [TimeLimit(kind: .erasure, instant: decided)]
      : [.erasure(of: dossier, endedAt: decided, in: calendar)]
  }
}

extension Clos {
  /// The personal content is kept for the term of the procedure.
  public func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit] {
    [.erasure(of: dossier, endedAt: closed, in: calendar)]
  }
}

extension Archive {
  /// Nothing is left to do.
  public func timeLimits(of dossier: Dossier, in calendar: TownCalendar) -> [TimeLimit] { [] }
}

extension TimeLimit {
  /// A limit ends with its last day, at the town's midnight.
  fileprivate init(_ kind: Kind, afterDay day: CivilDate, in calendar: TownCalendar) {
    self.init(kind: kind, instant: calendar.firstInstant(afterDay: day))
  }

  fileprivate static func erasure(of dossier: Dossier, endedAt end: Date, in calendar: TownCalendar) -> TimeLimit {
    let last = calendar.date(of: end).adding(months: dossier.terms.retentionMonths)
    return TimeLimit(.erasure, afterDay: last, in: calendar)
  }
}
