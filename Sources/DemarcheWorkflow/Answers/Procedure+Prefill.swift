public import CivilTime

extension Procedure {
  /// The answers with what is already known of the applicant in the blanks (F02).
  ///
  /// Nothing that was answered is replaced, nothing is put in a field that is not shown, and what the field would
  /// refuse stays out: the citizen is asked.
  public func prefilled(
    _ answers: Answers, with known: [PrefillKey: FieldAnswer], on today: CivilDate, household: [KnownMember] = []
  ) -> Answers {
    var filled = answers
    var relevant = Answers()
    for field in steps.lazy.flatMap(\.fields) where field.isShown(for: relevant) {
      if let answer = answers[field.key], !answer.isBlank {
        relevant[field.key] = field.type.kept(answer)
      } else if let value = field.prefill.flatMap({ known[$0] }), !value.isBlank {
        let kept = field.type.kept(value)
        guard field.type.fault(of: kept, on: today, household: household) == nil else { continue }
        filled[field.key] = kept
        relevant[field.key] = kept
      }
    }
    return filled
  }
}
