/// How long a draft is kept (F22).
public struct DraftPolicy: Hashable, Sendable {
  /// The days after the day of the opening; the draft is removed once the last one is over.
  public var lifeDays: Int
  /// How many days before the removal the applicant is warned.
  public var noticeDays: Int

  /// Removed after 20 days, announced 7 days before.
  public static let usual = DraftPolicy(lifeDays: 20, noticeDays: 7)

  /// Describes a policy.
  public init(lifeDays: Int, noticeDays: Int) {
    self.lifeDays = lifeDays
    self.noticeDays = noticeDays
  }
}

extension DraftPolicy: Codable {
  private enum CodingKeys: String, CodingKey {
    case lifeDays, noticeDays
  }

  /// Reads a policy; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      lifeDays: try container.decode(Int.self, forKey: .lifeDays),
      noticeDays: try container.decode(Int.self, forKey: .noticeDays)
    )
  }
}
