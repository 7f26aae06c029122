public import Foundation

extension TownCalendar {
  /// The first instant after the whole of that day.
  ///
  /// What may be done on the last day may be done until its last moment (Code de procédure civile 642).
  public func firstInstant(afterDay day: CivilDate) -> Date {
    firstInstant(of: day.adding(days: 1))
  }

  /// The first instant after so many whole days, the day of the instant left out.
  public func firstInstant(afterDays days: Int, from instant: Date) -> Date {
    firstInstant(afterDay: date(of: instant).adding(days: days))
  }

  /// The first instant after so many calendar months from that day (F31).
  ///
  /// The last day is `date.adding(months:)`, whole: two months from 31 December end with 28 or 29 February.
  public func firstInstant(afterMonths months: Int, from date: CivilDate) -> Date {
    firstInstant(afterDay: date.adding(months: months))
  }

  /// The first instant at which a waiting period is over (F41).
  ///
  /// With the usual reading: the days counted are the first working days strictly after the day of the instant, and the
  /// period is over at the town's midnight after the last of them, be it a Saturday or a holiday that begins. The
  /// extension of a limit to the next working day is for those who must act in time, not for those who wait.
  public func firstInstant(after period: WaitingPeriod, from instant: Date) -> Date {
    let start = date(of: instant)
    return switch period.reading {
    case .joursOuvres: firstInstant(afterDay: workingDays(.joursOuvres).adding(workingDays: period.days, to: start))
    case .joursOuvrables:
      firstInstant(afterDay: workingDays(.joursOuvrables).adding(workingDays: period.days, to: start))
    case .untilNextJourOuvre:
      firstInstant(of: workingDays(.joursOuvres).adding(workingDays: period.days + 1, to: start))
    case .hours: instant.addingTimeInterval(TimeInterval(period.days * .secondsInDay))
    }
  }

  /// The days that the "last so many months" show at that instant, the town's today included (F40).
  ///
  /// The window moves at the town's midnight.
  public func lastMonths(_ months: Int, at instant: Date) -> ClosedRange<CivilDate> {
    date(of: instant).lastMonths(months)
  }
}
