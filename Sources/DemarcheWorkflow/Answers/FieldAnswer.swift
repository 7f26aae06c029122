public import CivilTime

/// What was answered to one question.
///
/// An answer is personal: it is never printed, dumped or interpolated.
public enum FieldAnswer: Hashable, Sendable {
  /// Text, also an e-mail address, a telephone number, a postcode.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A day.
  case date(CivilDate)
  /// Yes or no; also the confirmation of a statement.
  case yesNo(Bool)
  /// One option.
  case choice(OptionKey)
  /// Some options; kept without repeats, in the order of their keys.
  case choices([OptionKey])
  /// A postal address.
  case address(Address)
  /// A member of the household.
  case member(MemberID)
  /// An amount in whole cents of euro.
  case money(Int)

  /// Whether nothing was answered: a text of blanks, no option, an address without a line.
  public var isBlank: Bool {
    switch self {
    case .text(let text): text.isBlank
    case .choices(let options): options.isEmpty
    case .address(let address): address.isBlank
    case .integer, .date, .yesNo, .choice, .member, .money: false
    }
  }
}

extension FieldAnswer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `<answer>`.
  public var description: String { "<answer>" }
  /// Always `<answer>`.
  public var debugDescription: String { "<answer>" }
  /// A mirror without children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
