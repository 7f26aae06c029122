/// What must have been answered before; a field that is not shown, or is left blank, is not answered.
///
/// A condition looks only at fields that come before the one it belongs to: the ``Catalogue`` refuses any other.
public indirect enum Condition: Hashable, Sendable {
  /// The field has this answer.
  case equals(FieldKey, FieldAnswer)
  /// The field has one of these answers.
  case oneOf(FieldKey, [FieldAnswer])
  /// The field has an answer.
  case answered(FieldKey)
  /// The condition does not hold.
  case not(Condition)
  /// All of the conditions hold.
  case all([Condition])
  /// One of the conditions holds at least.
  case any([Condition])

  /// Whether it holds for these answers.
  public func holds(for answers: Answers) -> Bool {
    switch self {
    case .equals(let key, let answer): answers[key] == answer
    case .oneOf(let key, let accepted): answers[key].map(accepted.contains) ?? false
    case .answered(let key): answers[key].map { !$0.isBlank } ?? false
    case .not(let condition): !condition.holds(for: answers)
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: answers) }
    case .any(let conditions): conditions.contains { $0.holds(for: answers) }
    }
  }
}

/// Whether something must be given.
public enum Requirement: Hashable, Sendable {
  /// It must be given.
  case always
  /// It may be given.
  case never
  /// It must be given when the condition holds, and may be otherwise.
  case when(Condition)

  /// Whether it must be given with these answers.
  public func applies(to answers: Answers) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .when(let condition): condition.holds(for: answers)
    }
  }
}
