public import CivilTime

extension Procedure {
  /// The answers with what is already known of the applicant in the blanks (F02).
  ///
  /// Nothing that was answered is replaced, nothing is put in a field that is not shown, and what the field would
  /// refuse stays out: the citizen is asked.
  public func prefilled(
    _ answers: Answers, with known: [PrefillKey: Answer], on today: CivilDate, household: [KnownMember] = []
  ) -> Answers {
    var filled = answers
    for field in steps.lazy.flatMap(\.fields) {
      guard filled[field.key]?.isBlank ?? true, let prefill = field.prefill, let value = known[prefill],
        !value.isBlank, field.isShown(for: relevant(filled)),
        case let kept = field.type.kept(value),
        field.type.fault(of: kept, on: today, household: household) == nil
      else { continue }
      filled[field.key] = kept
    }
    return filled
  }
}
