/// One question of a form.
public struct Field: Hashable, Sendable {
  /// What tells the field from the others of the procedure.
  public var key: FieldKey
  /// The question the citizen reads.
  public var label: String
  /// The help shown beside the field.
  public var help: String?
  /// What kind of answer is expected, within which limits.
  public var type: FieldType
  /// Whether an answer must be given.
  public var required: Requirement
  /// When the field is shown; always without a condition.
  ///
  /// What is not shown is not asked, and its answer does not count.
  public var shownWhen: Condition?
  /// What is known of the applicant or the subject and answers the question before it is asked (F02).
  public var prefill: PrefillKey?

  /// Describes a field.
  public init(
    _ key: FieldKey, label: String, help: String? = nil, type: FieldType, required: Requirement = .always,
    shownWhen: Condition? = nil, prefill: PrefillKey? = nil
  ) {
    self.key = key
    self.label = label
    self.help = help
    self.type = type
    self.required = required
    self.shownWhen = shownWhen
    self.prefill = prefill
  }
}

extension Field: Codable {
  private enum CodingKeys: String, CodingKey {
    case key, label, help, type, required, shownWhen, prefill
  }

  /// Reads a field, required unless it says otherwise; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(FieldKey.self, forKey: .key),
      label: try container.decode(String.self, forKey: .label),
      help: try container.decodeIfPresent(String.self, forKey: .help),
      type: try container.decode(FieldType.self, forKey: .type),
      required: try container.decodeIfPresent(Requirement.self, forKey: .required) ?? .always,
      shownWhen: try container.decodeIfPresent(Condition.self, forKey: .shownWhen),
      prefill: try container.decodeIfPresent(PrefillKey.self, forKey: .prefill)
    )
  }
}
