/// Why numbers or a text are not a civil date.
///
/// The cases are listed in order of precedence. They carry no value on purpose: a refused date may well be somebody's
/// date of birth, and an error ends up in a log.
public enum InvalidCivilDate: Error, Hashable, Sendable, CaseIterable {
  /// The text is not written `YYYY-MM-DD` with ASCII digits.
  case malformed
  /// The year is outside 1…9999.
  case yearOutOfRange
  /// The month is outside 1…12.
  case monthOutOfRange
  /// The month of that year has no such day.
  case dayOutOfRange
}

extension InvalidCivilDate: CustomStringConvertible {
  /// An English sentence for operators.
  public var description: String {
    switch self {
    case .malformed: "A civil date is written YYYY-MM-DD."
    case .yearOutOfRange: "The year of a civil date is between 1 and 9999."
    case .monthOutOfRange: "The month of a civil date is between 1 and 12."
    case .dayOutOfRange: "The month has no such day."
    }
  }
}
