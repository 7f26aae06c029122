/// A day off by law: one of the eleven of Code du travail L3133-1, or one that some regions add.
public enum Holiday: String, Hashable, Codable, Sendable, CaseIterable {
  /// 1 January.
  case newYear
  /// Two days before Easter; Alsace-Moselle, communes with a Protestant or mixed church (L3134-13).
  case goodFriday
  /// The day after Easter.
  case easterMonday
  /// 27 April, Mayotte (L3422-2).
  case abolitionMayotte
  /// 1 May.
  case laborDay
  /// 8 May.
  case victory1945
  /// 22 May, Martinique (L3422-2).
  case abolitionMartinique
  /// 27 May, Guadeloupe and Saint-Martin (L3422-2).
  case abolitionGuadeloupe
  /// 39 days after Easter, a Thursday.
  case ascension
  /// 50 days after Easter; a holiday even where the "journée de solidarité" is worked on it.
  case pentecostMonday
  /// 10 June, Guyane (L3422-2).
  case abolitionGuyane
  /// 14 July.
  case nationalDay
  /// 15 August.
  case assumption
  /// 9 October, Saint-Barthélemy (L3422-2).
  case abolitionSaintBarthelemy
  /// 1 November.
  case allSaints
  /// 11 November.
  case armistice1918
  /// 20 December, La Réunion (L3422-2).
  case abolitionReunion
  /// 25 December.
  case christmas
  /// 26 December, Alsace-Moselle (L3134-13).
  case saintStephen
}

extension Holiday {
  /// The day of this holiday in that year, as the law of today has it.
  ///
  /// - Throws: ``InvalidCivilDate/yearOutOfRange`` outside 1…9999.
  public func date(year: Int) throws(InvalidCivilDate) -> CivilDate {
    date(easter: try CivilDate.easter(year: year))
  }

  /// The day of this holiday in the year of that Easter Sunday.
  func date(easter: CivilDate) -> CivilDate {
    switch recurrence {
    case .fixed(let month, let day): CivilDate(uncheckedYear: easter.year, month: month, day: day)
    case .daysAfterEaster(let days): easter.adding(days: days)
    }
  }

  private enum Recurrence {
    case fixed(month: Int, day: Int)
    case daysAfterEaster(Int)
  }

  private var recurrence: Recurrence {
    switch self {
    case .newYear: .fixed(month: 1, day: 1)
    case .goodFriday: .daysAfterEaster(-2)
    case .easterMonday: .daysAfterEaster(1)
    case .abolitionMayotte: .fixed(month: 4, day: 27)
    case .laborDay: .fixed(month: 5, day: 1)
    case .victory1945: .fixed(month: 5, day: 8)
    case .abolitionMartinique: .fixed(month: 5, day: 22)
    case .abolitionGuadeloupe: .fixed(month: 5, day: 27)
    case .ascension: .daysAfterEaster(39)
    case .pentecostMonday: .daysAfterEaster(50)
    case .abolitionGuyane: .fixed(month: 6, day: 10)
    case .nationalDay: .fixed(month: 7, day: 14)
    case .assumption: .fixed(month: 8, day: 15)
    case .abolitionSaintBarthelemy: .fixed(month: 10, day: 9)
    case .allSaints: .fixed(month: 11, day: 1)
    case .armistice1918: .fixed(month: 11, day: 11)
    case .abolitionReunion: .fixed(month: 12, day: 20)
    case .christmas: .fixed(month: 12, day: 25)
    case .saintStephen: .fixed(month: 12, day: 26)
    }
  }
}

extension Holiday {
  /// The name citizens know it by.
  public var frenchName: String {
    switch self {
    case .newYear: "Jour de l’An"
    case .goodFriday: "Vendredi saint"
    case .easterMonday: "Lundi de Pâques"
    case .laborDay: "Fête du Travail"
    case .victory1945: "Victoire de 1945"
    case .ascension: "Ascension"
    case .pentecostMonday: "Lundi de Pentecôte"
    case .nationalDay: "Fête nationale"
    case .assumption: "Assomption"
    case .allSaints: "Toussaint"
    case .armistice1918: "Armistice de 1918"
    case .christmas: "Noël"
    case .saintStephen: "Saint-Étienne"
    case .abolitionMayotte, .abolitionMartinique, .abolitionGuadeloupe, .abolitionGuyane, .abolitionSaintBarthelemy,
      .abolitionReunion:
      "Abolition de l’esclavage"
    }
  }
}
