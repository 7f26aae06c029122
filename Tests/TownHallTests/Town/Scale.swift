import Foundation

/// How much is tried: little while somebody waits, more at night.
enum Scale {
  /// `TOWN_HALL_SEEDS`: how many simulated towns.
  static let seeds = number("TOWN_HALL_SEEDS", or: 100)
  /// `TOWN_HALL_FIRST_SEED`: the first of them; a failing one is played again by its number.
  static let firstSeed = number("TOWN_HALL_FIRST_SEED", or: 1)
  /// `TOWN_HALL_STEPS`: how much happens in each.
  static let steps = number("TOWN_HALL_STEPS", or: 250)
  /// `TOWN_HALL_SWITCHES`: how often a use case is stopped for another.
  static let switches = number("TOWN_HALL_SWITCHES", or: 2)

  private static func number(_ name: String, or usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
  }
}
