/// Several guards at once, as bits: most orders have none, and need no array to say so.
struct GuardSet: OptionSet {
  let rawValue: UInt16

  static let notTakenUp = GuardSet(rawValue: 1 << 0)
  static let openToday = GuardSet(rawValue: 1 << 1)
  static let stepsComplete = GuardSet(rawValue: 1 << 2)
  static let piecesProvided = GuardSet(rawValue: 1 << 3)
  static let piecesSettled = GuardSet(rawValue: 1 << 4)
  static let noPieceDisproved = GuardSet(rawValue: 1 << 5)
  static let wasFiled = GuardSet(rawValue: 1 << 6)
  static let limitReached = GuardSet(rawValue: 1 << 7)
}

extension GuardSet {
  init(_ name: DemarcheGuard) {
    self =
      switch name {
      case .notTakenUp: .notTakenUp
      case .openToday: .openToday
      case .stepsComplete: .stepsComplete
      case .piecesProvided: .piecesProvided
      case .piecesSettled: .piecesSettled
      case .noPieceDisproved: .noPieceDisproved
      case .wasFiled: .wasFiled
      case .limitReached: .limitReached
      }
  }
}
