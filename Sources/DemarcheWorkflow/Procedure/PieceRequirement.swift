/// A paper that a procedure asks for (F24).
public struct PieceRequirement: Hashable, Sendable {
  /// What tells the paper from the others of the procedure.
  public var key: PieceKey
  /// What the citizen reads: "Justificatif de domicile".
  public var label: String
  /// What makes the paper acceptable.
  public var help: String?
  /// The kinds of files accepted.
  public var formats: [MediaType]
  /// The largest file accepted, in bytes.
  public var bytesMax: Int
  /// How old the document may be, in calendar months; of any age without it.
  public var validityMonths: Int?
  /// Whether the paper must be given.
  public var required: Requirement

  /// Describes a paper.
  public init(
    _ key: PieceKey, label: String, help: String? = nil, formats: [MediaType], bytesMax: Int,
    validityMonths: Int? = nil, required: Requirement = .always
  ) {
    self.key = key
    self.label = label
    self.help = help
    self.formats = formats
    self.bytesMax = bytesMax
    self.validityMonths = validityMonths
    self.required = required
  }
}

extension PieceRequirement: Codable {
  private enum CodingKeys: String, CodingKey {
    case key, label, help, formats, bytesMax, validityMonths, required
  }

  /// Reads a paper, required unless it says otherwise; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(PieceKey.self, forKey: .key),
      label: try container.decode(String.self, forKey: .label),
      help: try container.decodeIfPresent(String.self, forKey: .help),
      formats: try container.decode([MediaType].self, forKey: .formats),
      bytesMax: try container.decode(Int.self, forKey: .bytesMax),
      validityMonths: try container.decodeIfPresent(Int.self, forKey: .validityMonths),
      required: try container.decodeIfPresent(Requirement.self, forKey: .required) ?? .always
    )
  }
}
