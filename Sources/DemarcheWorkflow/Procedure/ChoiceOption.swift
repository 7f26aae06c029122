/// One of the answers that a field proposes.
public struct ChoiceOption: Hashable, Sendable {
  /// What tells the option from the others of the field.
  public var key: OptionKey
  /// What the citizen reads.
  public var label: String

  /// Describes an option.
  public init(_ key: OptionKey, label: String) {
    self.key = key
    self.label = label
  }
}

extension ChoiceOption: Codable {
  private enum CodingKeys: String, CodingKey {
    case key, label
  }

  /// Reads an option; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(OptionKey.self, forKey: .key),
      label: try container.decode(String.self, forKey: .label)
    )
  }
}
