import Billing
import CivilTime

extension Screen.Cell {
  /// A day: in French, and in ISO 8601.
  static func day(_ day: CivilDate) -> Self { Self(day.frenchShort, .string(day.description)) }

  /// An amount: in French, and in cents.
  static func amount(_ money: Money) -> Self { Self(money.french, .integer(money.cents), isAmount: true) }

  /// What has a name for programs and a label for people.
  static func named(_ name: some RawRepresentable<String>, _ label: String) -> Self {
    Self(label, .string(name.rawValue))
  }
}
