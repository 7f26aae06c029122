extension CivilDate {
  /// The day as written in a letter: "23 novembre 2026", "1er décembre 2026".
  ///
  /// The first blank does not break: no line ends between a day and its month.
  public var frenchLong: String {
    let (year, month, day) = components
    let ordinal = day == 1 ? "1er" : String(day)
    return "\(ordinal)\(noBreakSpace)\(Self.frenchName(ofMonth: month)) \(year)"
  }

  /// The day as written in a table, always ten characters: "23/11/2026".
  public var frenchShort: String {
    let (year, month, day) = components
    return "\(day.padded(to: 2))/\(month.padded(to: 2))/\(year.padded(to: 4))"
  }

  private static func frenchName(ofMonth month: Int) -> String {
    switch month {
    case 1: "janvier"
    case 2: "février"
    case 3: "mars"
    case 4: "avril"
    case 5: "mai"
    case 6: "juin"
    case 7: "juillet"
    case 8: "août"
    case 9: "septembre"
    case 10: "octobre"
    case 11: "novembre"
    default: "décembre"
    }
  }
}

extension TimeOfDay {
  /// The time as written in a letter: "14 h 05", "9 h 00".
  ///
  /// The blanks do not break.
  public var french: String {
    "\(hour)\(noBreakSpace)h\(noBreakSpace)\(minute.padded(to: 2))"
  }
}

extension Weekday {
  /// The name in French, in small letters: "lundi".
  public var frenchName: String {
    switch self {
    case .monday: "lundi"
    case .tuesday: "mardi"
    case .wednesday: "mercredi"
    case .thursday: "jeudi"
    case .friday: "vendredi"
    case .saturday: "samedi"
    case .sunday: "dimanche"
    }
  }
}

private let noBreakSpace = "\u{A0}"
