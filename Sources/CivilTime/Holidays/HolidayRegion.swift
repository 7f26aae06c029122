/// Which public holidays a town keeps.
///
/// Every region keeps the eleven of Code du travail L3133-1; some add their own. The law is that of today, applied to
/// every year.
public enum HolidayRegion: String, Hashable, Codable, Sendable, CaseIterable {
  /// The eleven national holidays and no other.
  case national
  /// Bas-Rhin, Haut-Rhin, Moselle: also 26 December (L3134-13).
  case alsaceMoselle
  /// The same in a commune with a Protestant or a mixed church: also 26 December and Good Friday (L3134-13).
  case alsaceMoselleWithProtestantChurch
  /// Also 27 May (L3422-2).
  case guadeloupe
  /// Also 10 June (L3422-2).
  case guyane
  /// Also 20 December (L3422-2).
  case laReunion
  /// Also 22 May (L3422-2).
  case martinique
  /// Also 27 April (L3422-2).
  case mayotte
  /// Also 9 October (L3422-2).
  case saintBarthelemy
  /// Also 27 May (L3422-2).
  ///
  /// This is the letter of the code; the collectivity itself keeps 28 May.
  case saintMartin

  /// The holidays kept in this region, in no particular order.
  public var holidays: [Holiday] { Self.nationalHolidays + regionalHolidays }

  private static let nationalHolidays: [Holiday] = [
    .newYear, .easterMonday, .laborDay, .victory1945, .ascension, .pentecostMonday, .nationalDay, .assumption,
    .allSaints, .armistice1918, .christmas,
  ]

  private var regionalHolidays: [Holiday] {
    switch self {
    case .national: []
    case .alsaceMoselle: [.saintStephen]
    case .alsaceMoselleWithProtestantChurch: [.goodFriday, .saintStephen]
    case .guadeloupe, .saintMartin: [.abolitionGuadeloupe]
    case .guyane: [.abolitionGuyane]
    case .laReunion: [.abolitionReunion]
    case .martinique: [.abolitionMartinique]
    case .mayotte: [.abolitionMayotte]
    case .saintBarthelemy: [.abolitionSaintBarthelemy]
    }
  }
}
