public import Foundation

/// The time of one town: its zone and its working days.
///
/// This is the one value that rules about time need. It tells which day an instant is for the town's citizens, and at
/// which instant a time limit is over. Every limit is half-open: it is over from the returned instant on, and not one
/// moment before.
public struct TownCalendar: Sendable {
  /// Behind one reference, because a calendar goes along with every order.
  private let parts: Parts

  private final class Parts: Sendable {
    let zone: CivilZone
    let holidays: HolidayRegion
    let joursOuvres: WorkingCalendar
    let joursOuvrables: WorkingCalendar

    init(zone: CivilZone, holidays: HolidayRegion) {
      self.zone = zone
      self.holidays = holidays
      joursOuvres = WorkingCalendar(region: holidays, week: .joursOuvres)
      joursOuvrables = WorkingCalendar(region: holidays, week: .joursOuvrables)
    }
  }

  /// Makes the calendar of a town.
  public init(zone: CivilZone, holidays: HolidayRegion = .national) {
    parts = Parts(zone: zone, holidays: holidays)
  }

  /// The town's time zone.
  public var zone: CivilZone { parts.zone }

  /// The town's public holidays.
  public var holidays: HolidayRegion { parts.holidays }

  /// The day it is in the town at that instant.
  public func date(of instant: Date) -> CivilDate {
    parts.zone.date(of: instant)
  }

  /// The time the town's clocks show at that instant.
  public func time(of instant: Date) -> TimeOfDay {
    parts.zone.time(of: instant)
  }

  /// The first instant of that day in the town, nearly always midnight.
  public func firstInstant(of date: CivilDate) -> Date {
    parts.zone.firstInstant(of: date)
  }

  /// Whether that day is a jour ouvré of the town: Monday to Friday, public holidays left aside.
  public func isWorkingDay(_ date: CivilDate) -> Bool {
    parts.joursOuvres.isWorkingDay(date)
  }

  /// The working days of the town, jours ouvrés or jours ouvrables.
  public func workingDays(_ week: WorkingCalendar.Week = .joursOuvres) -> WorkingCalendar {
    switch week {
    case .joursOuvres: parts.joursOuvres
    case .joursOuvrables: parts.joursOuvrables
    }
  }
}

extension TownCalendar: Hashable {
  /// Two calendars are equal when their zones and their holidays are.
  public static func == (one: TownCalendar, other: TownCalendar) -> Bool {
    one.zone == other.zone && one.holidays == other.holidays
  }

  /// Hashes the zone and the holidays.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(zone)
    hasher.combine(holidays)
  }
}
