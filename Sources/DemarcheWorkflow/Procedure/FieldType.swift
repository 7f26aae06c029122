/// What kind of answer a field expects, with its limits in the case (F21).
public enum FieldType: Hashable, Sendable {
  /// One line of text.
  case text(TextLimits)
  /// Text of several lines.
  case longText(TextLimits)
  /// A whole number.
  case integer(Bounds<Int>)
  /// A day.
  case date(Bounds<DateLimit>)
  /// Yes or no.
  case yesNo
  /// A statement to be confirmed: the only acceptable answer is yes.
  case confirmation
  /// One of several options.
  case choice([ChoiceOption])
  /// Some of several options, so many at least and at most.
  case choices([ChoiceOption], count: Bounds<Int>)
  /// An e-mail address, answered as text.
  case email
  /// A French telephone number, answered as text and kept in the international form (E.164).
  case telephone
  /// A French postcode, answered as text.
  case postcode
  /// A postal address.
  case address(AddressArea)
  /// A member of the applicant's household.
  case member(MemberRule)
  /// An amount of euros, in whole cents; never negative.
  case money(Bounds<Int>)
}
