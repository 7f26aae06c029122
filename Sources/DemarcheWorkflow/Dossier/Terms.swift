/// What a procedure says of a démarche once it is open; kept with it, whatever later revisions say (F21).
public struct Terms: Hashable, Codable, Sendable {
  /// What the citizen reads as the name of the procedure.
  public let label: String
  /// The service in charge.
  public let service: ServiceID
  /// What silence means.
  public let silence: SilenceRule
  /// When a draft may be submitted; empty means always.
  public let openings: [OpeningPeriod]
  /// When a draft is removed, and its applicant warned.
  public let draft: DraftPolicy
  /// How many days an applicant has to answer a request for correction.
  public let correctionDays: Int
  /// How many months the personal content is kept after the end.
  public let retentionMonths: Int
  /// The last day of the season, after which what was accepted closes by itself.
  public let seasonEnd: CivilDate?
  /// Whether one subject may have several running at once.
  public let allowsSeveral: Bool
}

extension Terms {
  private enum CodingKeys: CodingKey {
    case label, service, silence, openings, draft, correctionDays, retentionMonths, seasonEnd, allowsSeveral
  }

  /// Reads terms, and nothing beside them: a misspelt season would be no season.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      label: try container.decode(String.self, forKey: .label),
      service: try container.decode(ServiceID.self, forKey: .service),
      silence: try container.decode(SilenceRule.self, forKey: .silence),
      openings: try container.decode([OpeningPeriod].self, forKey: .openings),
      draft: try container.decode(DraftPolicy.self, forKey: .draft),
      correctionDays: try container.decode(Int.self, forKey: .correctionDays),
      retentionMonths: try container.decode(Int.self, forKey: .retentionMonths),
      seasonEnd: try container.decodeIfPresent(CivilDate.self, forKey: .seasonEnd),
      allowsSeveral: try container.decode(Bool.self, forKey: .allowsSeveral))
  }
}
