/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, Hashable, Codable, Sendable, CaseIterable {
  /// Lundi.
  case monday = 1
  /// Mardi.
  case tuesday
  /// Mercredi.
  case wednesday
  /// Jeudi.
  case thursday
  /// Vendredi.
  case friday
  /// Samedi.
  case saturday
  /// Dimanche.
  case sunday
}
