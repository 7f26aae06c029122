/// One page of a form.
public struct Step: Hashable, Sendable {
  /// What tells the step from the others of the procedure.
  public var key: StepKey
  /// The title the citizen reads.
  public var label: String
  /// The help shown at the top of the page (F21).
  public var help: String?
  /// The questions, in order.
  public var fields: [Field]

  /// Describes a step.
  public init(_ key: StepKey, label: String, help: String? = nil, fields: [Field]) {
    self.key = key
    self.label = label
    self.help = help
    self.fields = fields
  }
}

extension Step: Codable {
  private enum CodingKeys: String, CodingKey {
    case key, label, help, fields
  }

  /// Reads a step; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(StepKey.self, forKey: .key),
      label: try container.decode(String.self, forKey: .label),
      help: try container.decodeIfPresent(String.self, forKey: .help),
      fields: try container.decode([Field].self, forKey: .fields)
    )
  }
}
