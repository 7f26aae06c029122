/// Counts the time after which silence decides (CRPA L231-1, L231-4, L114-5).
///
/// Civil days, not seconds: the months are calendar months in the town's zone, the day of the event is left out, and
/// what was suspended is added in whole days.
public struct SilenceClock: Hashable, Codable, Sendable {
  private let shared: Shared<Facts>

  private struct Facts: Hashable, Codable, Sendable {
    let rule: SilenceRule
    let started: CivilDate
    var lastElement: CivilDate
    var suspendedDays: Int
    var suspendedSince: CivilDate?
  }

  /// What silence means for this démarche.
  public var rule: SilenceRule { shared.value.rule }
  /// The day from which rejection by silence counts: reception, or reopening.
  public var started: CivilDate { shared.value.started }
  /// The day the last element of the file came: acceptance by silence counts from it once the file is complete.
  public var lastElement: CivilDate { shared.value.lastElement }
  /// How many days the clock has stood still.
  public var suspendedDays: Int { shared.value.suspendedDays }
  /// The day since which it stands still; `nil` while it runs.
  public var suspendedSince: CivilDate? { shared.value.suspendedSince }

  private init(_ shared: Shared<Facts>) { self.shared = shared }

  init(_ rule: SilenceRule, startedOn day: CivilDate) {
    self.init(Shared(Facts(rule: rule, started: day, lastElement: day, suspendedDays: 0, suspendedSince: nil)))
  }

  func suspended(on day: CivilDate) -> SilenceClock {
    guard suspendedSince == nil else { return self }
    return SilenceClock(shared.changed { $0.suspendedSince = day })
  }

  func resumed(on day: CivilDate) -> SilenceClock {
    guard let since = suspendedSince else { return self }
    return SilenceClock(
      shared.changed {
        $0.suspendedDays += max(since.days(until: day), 0)
        $0.suspendedSince = nil
      })
  }

  func elementCame(on day: CivilDate) -> SilenceClock {
    guard day > lastElement else { return self }
    return SilenceClock(shared.changed { $0.lastElement = day })
  }

  /// Reads a clock.
  public init(from decoder: any Decoder) throws { shared = try Shared(from: decoder) }
  /// Writes the clock.
  public func encode(to encoder: any Encoder) throws { try shared.encode(to: encoder) }

  /// The last day on which the town can still answer before silence rejects; `nil` where silence does not reject, or
  /// the clock stands still.
  public var rejectionDay: CivilDate? {
    guard suspendedSince == nil, case .rejection(let months) = rule else { return nil }
    return started.adding(months: months).adding(days: suspendedDays)
  }

  /// The last day on which the town can still answer before silence accepts, for a file that is complete; `nil` where
  /// silence does not accept.
  public var acceptanceDay: CivilDate? {
    guard case .acceptance(let months) = rule else { return nil }
    return lastElement.adding(months: months)
  }
}
