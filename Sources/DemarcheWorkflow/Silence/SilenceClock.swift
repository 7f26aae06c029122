/// Counts the time after which silence decides (CRPA L231-1, L231-4, L114-5).
///
/// Civil days, not seconds: the months are calendar months in the town's zone, the day of the event is left out, and
/// what was suspended is added in whole days.
public struct SilenceClock: Hashable, Codable, Sendable {
  /// The day from which rejection by silence counts: reception, or reopening.
  public let started: CivilDate
  /// The day the last element of the file came: acceptance by silence counts from it once the file is complete.
  public private(set) var lastElement: CivilDate
  /// How many days the clock has stood still.
  public private(set) var suspendedDays: Int
  /// The day since which it stands still; `nil` while it runs.
  public private(set) var suspendedSince: CivilDate?

  init(startedOn day: CivilDate) {
    started = day
    lastElement = day
    suspendedDays = 0
    suspendedSince = nil
  }

  /// Reads a clock, and nothing beside it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    started = try container.decode(CivilDate.self, forKey: .started)
    lastElement = try container.decode(CivilDate.self, forKey: .lastElement)
    suspendedDays = try container.decode(Int.self, forKey: .suspendedDays)
    suspendedSince = try container.decodeIfPresent(CivilDate.self, forKey: .suspendedSince)
  }

  private enum CodingKeys: CodingKey { case started, lastElement, suspendedDays, suspendedSince }

  func suspended(on day: CivilDate) -> SilenceClock {
    var clock = self
    clock.suspendedSince = suspendedSince ?? day
    return clock
  }

  func resumed(on day: CivilDate) -> SilenceClock {
    guard let since = suspendedSince else { return self }
    var clock = self
    let (sum, overflow) = suspendedDays.addingReportingOverflow(max(since.days(until: day), 0))
    clock.suspendedDays = overflow ? .max : sum
    clock.suspendedSince = nil
    return clock
  }

  func elementCame(on day: CivilDate) -> SilenceClock {
    var clock = self
    clock.lastElement = max(lastElement, day)
    return clock
  }

  /// The last day on which the town can still answer before silence rejects; `nil` where silence does not reject, or
  /// the clock stands still.
  public func rejectionDay(under rule: SilenceRule) -> CivilDate? {
    guard suspendedSince == nil, case .rejection(let months) = rule else { return nil }
    return started.adding(months: months).adding(days: suspendedDays)
  }

  /// The last day on which the town can still answer before silence accepts, for a file that is complete; `nil` where
  /// silence does not accept.
  public func acceptanceDay(under rule: SilenceRule) -> CivilDate? {
    guard case .acceptance(let months) = rule else { return nil }
    return lastElement.adding(months: months)
  }
}
