public import Foundation

/// The time of one town: its zone and its working days.
///
/// This is the one value that rules about time need. It tells which day an instant is for the town's citizens, and at
/// which instant a time limit is over. Every limit is half-open: it is over from the returned instant on, and not one
/// moment before.
public struct TownCalendar: Hashable, Sendable {
  /// The town's time zone.
  public let zone: CivilZone

  /// The town's public holidays.
  public let holidays: HolidayRegion

  let joursOuvres: WorkingCalendar
  let joursOuvrables: WorkingCalendar

  /// Makes the calendar of a town.
  public init(zone: CivilZone, holidays: HolidayRegion = .national) {
    self.zone = zone
    self.holidays = holidays
    joursOuvres = WorkingCalendar(region: holidays, week: .joursOuvres)
    joursOuvrables = WorkingCalendar(region: holidays, week: .joursOuvrables)
  }

  /// The day it is in the town at that instant.
  public func date(of instant: Date) -> CivilDate {
    zone.date(of: instant)
  }

  /// The time the town's clocks show at that instant.
  public func time(of instant: Date) -> TimeOfDay {
    zone.time(of: instant)
  }

  /// The first instant of that day in the town, nearly always midnight.
  public func firstInstant(of date: CivilDate) -> Date {
    zone.firstInstant(of: date)
  }

  /// Whether that day is a jour ouvré of the town: Monday to Friday, public holidays left aside.
  public func isWorkingDay(_ date: CivilDate) -> Bool {
    joursOuvres.isWorkingDay(date)
  }

  /// The working days of the town, jours ouvrés or jours ouvrables.
  public func workingDays(_ week: WorkingCalendar.Week = .joursOuvres) -> WorkingCalendar {
    switch week {
    case .joursOuvres: joursOuvres
    case .joursOuvrables: joursOuvrables
    }
  }
}
