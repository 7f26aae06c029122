public import CivilTime

extension Procedure {
  /// The answers that count: of the fields that are shown, not blank, in the form in which they are kept (F21).
  ///
  /// This is what a submitted case keeps. A field is shown by the answers before it, so that an answer given under a
  /// condition that no longer holds falls away, with all that hung on it.
  public func relevant(_ answers: Answers) -> Answers {
    var relevant = Answers(capacity: answers.count)
    for step in steps {
      for field in step.fields where field.isShown(for: relevant) {
        guard let answer = answers[field.key], !answer.isBlank else { continue }
        relevant[field.key] = field.type.kept(answer)
      }
    }
    return relevant
  }

  /// What is missing or wrong, field by field in the order of the form (F22); empty when there is nothing to say.
  ///
  /// A field that is not shown has nothing wrong: its answer does not count. An answer to a field that the procedure
  /// does not have is always told.
  ///
  /// - Parameters:
  ///   - answers: what was answered, in whatever order.
  ///   - step: the only step to look at; all of them without it.
  ///   - today: the day of the town, for the limits that are counted from it.
  ///   - household: the members that a field may name; nobody without it.
  public func check(
    _ answers: Answers, step: StepKey? = nil, on today: CivilDate, household: [KnownMember] = []
  ) -> [FieldProblem] {
    examine(answers, step: step, on: today, household: household).problems
  }

  /// The answers that count, and what is missing or wrong.
  func examine(
    _ answers: Answers, step: StepKey? = nil, on today: CivilDate, household: [KnownMember]
  ) -> (relevant: Answers, problems: [FieldProblem]) {
    let relevant = relevant(answers)
    var problems = strangers(in: answers)
    for page in steps where step == nil || page.key == step {
      problems += page.problems(in: relevant, on: today, household: household)
    }
    return (relevant, problems)
  }

  /// The answers in the form in which they are kept, the blank ones left out, and what is wrong in each by itself,
  /// whether or not its field is shown.
  func judge(
    _ answers: Answers, on today: CivilDate, household: [KnownMember]
  ) -> (kept: Answers, problems: [FieldProblem]) {
    var kept = Answers(capacity: answers.count)
    var problems = strangers(in: answers)
    for step in steps {
      for field in step.fields {
        guard let answer = answers[field.key], !answer.isBlank else { continue }
        let answered = field.type.kept(answer)
        kept[field.key] = answered
        if let fault = field.type.fault(of: answered, on: today, household: household) {
          problems.append(FieldProblem(step: step.key, field: field.key, label: field.label, fault: fault))
        }
      }
    }
    return (kept, problems)
  }

  /// How far each step is, in order (F02, F22).
  public func progress(
    _ answers: Answers, on today: CivilDate, household: [KnownMember] = []
  ) -> [StepProgress] {
    let relevant = relevant(answers)
    return steps.map { step in
      StepProgress(
        step: step.key,
        isStarted: step.fields.contains { relevant[$0.key] != nil },
        problems: step.problems(in: relevant, on: today, household: household)
      )
    }
  }

  /// The papers that must be given with these answers.
  public func requiredPieces(for answers: Answers) -> [PieceRequirement] {
    requiredPieces(among: relevant(answers))
  }

  func requiredPieces(among relevant: Answers) -> [PieceRequirement] {
    pieces.filter { $0.required.applies(to: relevant) }
  }

  private func strangers(in answers: Answers) -> [FieldProblem] {
    let known = steps.reduce(0) { count, step in count + step.fields.count { answers[$0.key] != nil } }
    guard known < answers.count else { return [] }
    return answers.keys.filter { field($0) == nil }.map { key in
      FieldProblem(step: nil, field: key, label: key.rawValue, fault: .unknownField)
    }
  }
}

/// How far one step of a form is.
public struct StepProgress: Hashable, Sendable {
  /// The step.
  public let step: StepKey
  /// Whether anything was answered in it.
  public let isStarted: Bool
  /// What is missing or wrong in it.
  public let problems: [FieldProblem]

  /// Whether nothing is missing or wrong.
  public var isComplete: Bool { problems.isEmpty }
  /// The fields that must be answered and are not.
  public var missing: [FieldKey] { problems.filter { $0.fault == .missing }.map(\.field) }
}

extension Step {
  fileprivate func problems(
    in relevant: Answers, on today: CivilDate, household: [KnownMember]
  ) -> [FieldProblem] {
    fields.compactMap { field in
      let fault =
        if let answer = relevant[field.key] {
          field.type.fault(of: answer, on: today, household: household)
        } else if field.isShown(for: relevant), field.required.applies(to: relevant) {
          FieldFault.missing
        } else {
          FieldFault?.none
        }
      return fault.map { FieldProblem(step: key, field: field.key, label: field.label, fault: $0) }
    }
  }
}

extension Field {
  func isShown(for relevant: Answers) -> Bool {
    shownWhen?.holds(for: relevant) ?? true
  }
}
