/// A heading of the catalogue: état civil, scolaire… (F20).
public struct Theme: Hashable, Sendable {
  /// What tells the theme from the others.
  public var id: ThemeID
  /// What the citizen reads.
  public var label: String

  /// Describes a theme.
  public init(id: ThemeID, label: String) {
    self.id = id
    self.label = label
  }
}

extension Theme: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, label
  }

  /// Reads a theme; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(ThemeID.self, forKey: .id),
      label: try container.decode(String.self, forKey: .label)
    )
  }
}
