extension Condition: Codable {
  private enum Tag: String, CodingKey {
    case equals, oneOf, answered, not, all, any
  }

  private struct Equality: Codable {
    let field: FieldKey
    let answer: FieldAnswer

    enum CodingKeys: String, CodingKey {
      case field, answer
    }

    init(field: FieldKey, answer: FieldAnswer) {
      self.field = field
      self.answer = answer
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
      field = try container.decode(FieldKey.self, forKey: .field)
      answer = try container.decode(FieldAnswer.self, forKey: .answer)
    }
  }

  private struct Membership: Codable {
    let field: FieldKey
    let answers: [FieldAnswer]

    enum CodingKeys: String, CodingKey {
      case field, answers
    }

    init(field: FieldKey, answers: [FieldAnswer]) {
      self.field = field
      self.answers = answers
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
      field = try container.decode(FieldKey.self, forKey: .field)
      answers = try container.decode([FieldAnswer].self, forKey: .answers)
    }
  }

  /// Reads `{"equals": {"field": "copy", "answer": {"choice": "full"}}}`, `{"oneOf": {"field": …, "answers": […]}}`,
  /// `{"answered": "email"}`, `{"not": …}`, `{"all": […]}` or `{"any": […]}`; anything else is an error.
  public init(from decoder: any Decoder) throws {
    let tagged = try decoder.taggedObject(by: Tag.self)
    switch tagged.tag {
    case .equals:
      let equality = try tagged.content(Equality.self)
      self = .equals(equality.field, equality.answer)
    case .oneOf:
      let membership = try tagged.content(Membership.self)
      self = .oneOf(membership.field, membership.answers)
    case .answered: self = .answered(try tagged.content(FieldKey.self))
    case .not: self = .not(try tagged.content(Condition.self))
    case .all: self = .all(try tagged.content([Condition].self))
    case .any: self = .any(try tagged.content([Condition].self))
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .equals(let field, let answer):
      try encoder.encode(Equality(field: field, answer: answer), under: Tag.equals)
    case .oneOf(let field, let answers):
      try encoder.encode(Membership(field: field, answers: answers), under: Tag.oneOf)
    case .answered(let field): try encoder.encode(field, under: Tag.answered)
    case .not(let condition): try encoder.encode(condition, under: Tag.not)
    case .all(let conditions): try encoder.encode(conditions, under: Tag.all)
    case .any(let conditions): try encoder.encode(conditions, under: Tag.any)
    }
  }
}

extension Requirement: Codable {
  private enum Tag: String, CodingKey {
    case always, never, when
  }

  /// Reads `"always"`, `"never"` or `{"when": condition}`; anything else is an error.
  public init(from decoder: any Decoder) throws {
    let tagged = try decoder.tagged(by: Tag.self)
    switch tagged.tag {
    case .always: self = try tagged.bare(.always)
    case .never: self = try tagged.bare(.never)
    case .when: self = .when(try tagged.content(Condition.self))
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .always: try encoder.encode(bare: Tag.always)
    case .never: try encoder.encode(bare: Tag.never)
    case .when(let condition): try encoder.encode(condition, under: Tag.when)
    }
  }
}
