public import CivilTime
public import WorkflowKernel

/// What is missing or wrong in one field (F22).
public struct FieldProblem: Hashable, Sendable {
  /// The step of the field; `nil` when the procedure has no such field.
  public let step: StepKey?
  /// The field.
  public let field: FieldKey
  /// What the citizen reads as the name of the field.
  public let label: String
  /// What is the matter.
  public let fault: FieldFault

  /// Describes a problem; a host may add those that only it can see.
  public init(step: StepKey?, field: FieldKey, label: String, fault: FieldFault) {
    self.step = step
    self.field = field
    self.label = label
    self.fault = fault
  }

  /// The problem as one reason of a refusal, without the answer itself; `Wordings.fields` has its sentence.
  public var reason: RefusalReason {
    RefusalReason(
      fault.code, at: field.rawValue, arguments: ([label] + fault.limits).map { Personal($0) }
    )
  }
}

/// What may be the matter with a field, in order of precedence: the first that holds is told.
public enum FieldFault: Hashable, Sendable {
  /// The procedure has no such field.
  case unknownField
  /// Nothing was answered and something must be.
  case missing
  /// The answer is of another kind than the field: a date where a text is asked for.
  case wrongKind
  /// The text has more than so many characters.
  case tooLong(max: Int)
  /// The text has fewer than so many characters.
  case tooShort(min: Int)
  /// The text holds what cannot be printed: control characters, line breaks in a line, invisible direction marks.
  case unprintable
  /// The text is not made of what it should be.
  case pattern(TextPattern)
  /// The number is less than that.
  case tooSmall(min: Int)
  /// The number is more than that.
  case tooLarge(max: Int)
  /// The amount is less than so many cents.
  case amountTooSmall(minCents: Int)
  /// The amount is more than so many cents.
  case amountTooLarge(maxCents: Int)
  /// The day comes before that one.
  case tooEarly(first: CivilDate)
  /// The day comes after that one.
  case tooLate(last: CivilDate)
  /// The statement was not confirmed.
  case notConfirmed
  /// The field proposes no such option.
  case unknownOption
  /// Fewer than so many options were chosen.
  case tooFew(min: Int)
  /// More than so many options were chosen.
  case tooMany(max: Int)
  /// This is no e-mail address.
  case email
  /// This is no French telephone number.
  case telephone
  /// This is no French postcode.
  case postcode
  /// A line, the postcode or the town is missing from the address, or a part is too long.
  case address
  /// The household has no such member, or the member is no adult or no child as asked.
  case unknownMember
}
