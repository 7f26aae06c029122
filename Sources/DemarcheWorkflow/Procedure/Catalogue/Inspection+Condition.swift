import CivilTime

extension Inspection {
  /// Checks a requirement that belongs after these fields.
  mutating func check(_ requirement: Requirement, after fields: EarlierFields, at place: Place) {
    switch requirement {
    case .always, .never: break
    case .when(let condition): check(condition, after: fields, at: place["when"])
    }
  }

  /// Checks a condition that belongs after these fields.
  mutating func check(_ condition: Condition, after fields: EarlierFields, at place: Place) {
    switch condition {
    case .equals(let key, let answer): check([answer], of: key, after: fields, at: place["equals"])
    case .oneOf(let key, let answers):
      notEmpty(answers, at: place["oneOf"]["answers"])
      check(answers, of: key, after: fields, at: place["oneOf"])
    case .answered(let key): check([], of: key, after: fields, at: place["answered"])
    case .not(let condition): check(condition, after: fields, at: place["not"])
    case .all(let conditions): check(conditions, after: fields, at: place["all"])
    case .any(let conditions): check(conditions, after: fields, at: place["any"])
    }
  }

  private mutating func check(_ conditions: [Condition], after fields: EarlierFields, at place: Place) {
    notEmpty(conditions, at: place)
    for (index, condition) in conditions.enumerated() { check(condition, after: fields, at: place[index]) }
  }

  private mutating func check(_ answers: [FieldAnswer], of key: FieldKey, after fields: EarlierFields, at place: Place)
  {
    guard let type = fields.type(of: key) else {
      note(fields.all.contains(key) ? .notEarlier(key) : .unknownField(key), at: place)
      return
    }
    for answer in answers {
      let strangers = type.strangers(in: answer)
      for option in strangers { note(.unknownOption(option), at: place) }
      if strangers.isEmpty, !type.canBe(answer) { note(.impossibleAnswer(key), at: place) }
    }
  }
}

extension FieldType {
  /// The options of an answer that the field does not propose.
  fileprivate func strangers(in answer: FieldAnswer) -> [OptionKey] {
    if case .choice(let options) = self, case .choice(let key) = answer {
      return options.contains { $0.key == key } ? [] : [key]
    }
    if case .choices(let options, _) = self, case .choices(let keys) = answer {
      return keys.filter { key in !options.contains { $0.key == key } }
    }
    return []
  }

  /// Whether the field may ever have this answer: one it accepts, in the form in which answers are kept.
  ///
  /// The members of a household are not known where procedures are defined. The end of a period may move with the day
  /// of the answer, so that no day is impossible.
  fileprivate func canBe(_ answer: FieldAnswer) -> Bool {
    guard !answer.isBlank, kept(answer) == answer else { return false }
    return switch fault(of: answer, on: .earliest, household: []) {
    case nil, .tooEarly, .tooLate: true
    case .some: false
    }
  }
}
