import Foundation

extension Brouillon {
  /// A draft is warned about, where its applicant can be reached, and then removed (F22).
  ///
  /// A warning that leaves late does not shorten the notice.
  public func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit] {
    let dossier = demarche.dossier
    let life = dossier.terms.draft
    if let warned {
      return [TimeLimit(.draftExpiry, afterDay: dossier.lastDay(warnedOn: warned, in: calendar), in: calendar)]
    }
    let last = calendar.date(of: dossier.opened).adding(days: life.lifeDays)
    let expiry = TimeLimit(.draftExpiry, afterDay: last, in: calendar)
    guard case .citizen = dossier.applicant else { return [expiry] }
    return [TimeLimit(.draftWarning, afterDay: last.subtracting(days: life.noticeDays), in: calendar), expiry]
  }
}

extension Dossier {
  /// The last day of a draft of which somebody was warned: the day of the warning is the first of the notice.
  func lastDay(warnedOn warned: CivilDate, in calendar: TownCalendar) -> CivilDate {
    max(
      calendar.date(of: opened).adding(days: terms.draft.lifeDays),
      warned.adding(days: terms.draft.noticeDays).subtracting(days: 1))
  }
}

extension EnCours {
  /// Silence may reject what nobody has looked at; it accepts only a complete file (CRPA L114-5).
  public func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit] {
    clock.rejection(under: demarche.dossier.terms.silence, in: calendar)
  }
}

extension SilenceClock {
  fileprivate func rejection(under rule: SilenceRule, in calendar: TownCalendar) -> [TimeLimit] {
    rejectionDay(under: rule).map { [TimeLimit(.silenceRejects, afterDay: $0, in: calendar)] } ?? []
  }
}

extension Incomplet {
  /// While the silence clock stands still, the request for correction has a limit of its own.
  public func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit] {
    guard !isAnswered else { return clock.rejection(under: demarche.dossier.terms.silence, in: calendar) }
    let last = demarche.dossier.lastDay(toCorrectFrom: correction.requested, in: calendar)
    return [TimeLimit(.correctionExpiry, afterDay: last, in: calendar)]
  }
}

extension Dossier {
  /// The last day on which the applicant can answer a request for correction.
  func lastDay(toCorrectFrom requested: Date, in calendar: TownCalendar) -> CivilDate {
    calendar.date(of: requested).adding(days: terms.correctionDays)
  }
}

extension Complet {
  /// Silence accepts or rejects, as the procedure says; it accepts nothing with a refused or outdated piece.
  public func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit] {
    let dossier = demarche.dossier
    if let day = clock.acceptanceDay(under: dossier.terms.silence) {
      guard !dossier.pieces.contains(where: \.isDisproved) else { return [] }
      return [TimeLimit(.silenceAccepts, afterDay: day, in: calendar)]
    }
    return clock.rejection(under: dossier.terms.silence, in: calendar)
  }
}

extension Valide {
  /// What was accepted closes with the season; without one, or when the season was over already, once nobody can
  /// contest it any more (CJA R421-1).
  public func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit] {
    let decided = calendar.date(of: decided)
    let season = demarche.dossier.terms.seasonEnd.flatMap { $0 < decided ? nil : $0 }
    let last = season ?? decided.adding(months: 2)
    return [TimeLimit(.closing, afterDay: last, in: calendar)]
  }
}

extension Rejete {
  /// The personal content is kept for the term of the procedure.
  public func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit] {
    [.erasure(of: demarche.dossier, endedAt: decided, in: calendar)]
  }
}

extension Annule {
  /// The town has never had a draft: it is erased the next day, so that who comes a little late still reads what became
  /// of it.
  public func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit] {
    demarche.filing == nil
      ? [TimeLimit(.erasure, afterDay: calendar.date(of: decided), in: calendar)]
      : [.erasure(of: demarche.dossier, endedAt: decided, in: calendar)]
  }
}

extension Clos {
  /// The personal content is kept for the term of the procedure.
  public func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit] {
    [.erasure(of: demarche.dossier, endedAt: closed, in: calendar)]
  }
}

extension Archive {
  /// Nothing is left to do.
  public func timeLimits(of demarche: Demarche<Self>, in calendar: TownCalendar) -> [TimeLimit] { [] }
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
