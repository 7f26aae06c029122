/// How long a door stays shut after failures: not at all for the first ones, then a wait that doubles up to a bound.
public struct ThrottlePolicy: Hashable, Sendable {
  /// The rank of the failure after which the first wait begins.
  public let firstWaitAfter: Int
  /// Seconds of the first wait.
  public let firstWaitSeconds: Double
  /// Seconds of the longest wait.
  public let longestWaitSeconds: Double
  /// Failures in a row after which the door stays shut until it is cleared; `nil` for a door that always opens again.
  public let stopsAfter: Int?
  /// Seconds without a knock after which failures are forgotten; `nil` where only a success clears them.
  public let forgetsAfterSeconds: Double?

  /// Describes the waits of one kind of door.
  public init(
    firstWaitAfter: Int, firstWaitSeconds: Double, longestWaitSeconds: Double, stopsAfter: Int?,
    forgetsAfterSeconds: Double?
  ) {
    self.firstWaitAfter = firstWaitAfter
    self.firstWaitSeconds = firstWaitSeconds
    self.longestWaitSeconds = longestWaitSeconds
    self.stopsAfter = stopsAfter
    self.forgetsAfterSeconds = forgetsAfterSeconds
  }

  /// Seconds to wait after the failure of this rank, from 1.
  func wait(afterFailures failures: Int) -> Double {
    guard failures >= firstWaitAfter else { return 0 }
    let doublings = min(failures - firstWaitAfter, 30)
    return min(firstWaitSeconds * Double(1 << doublings), longestWaitSeconds)
  }
}

/// What a door leads to: each kind has its own waits, and each door its own count.
public enum DoorKind: String, Name {
  /// Passwords and answers tried on one login.
  case login
  /// Passwords and answers tried from one source.
  case source
  /// Recoveries asked for from one source.
  case recoveries
  /// Recovery letters sent to one account.
  case letters
}

/// The waits of every kind of door.
public struct ThrottlePolicies: Hashable, Sendable {
  /// One second after the third failure, doubling to an hour; shut for good after 100 (NIST SP 800-63B-4).
  public var login = ThrottlePolicy(
    firstWaitAfter: 3, firstWaitSeconds: 1, longestWaitSeconds: 3600, stopsAfter: 100, forgetsAfterSeconds: nil)
  /// A source may be a school or a mobile network: more tries, never shut for good, forgotten after a quiet day.
  public var source = ThrottlePolicy(
    firstWaitAfter: 10, firstWaitSeconds: 1, longestWaitSeconds: 3600, stopsAfter: nil, forgetsAfterSeconds: 86_400)
  /// Ten recoveries from one source, then one an hour.
  public var recoveries = ThrottlePolicy(
    firstWaitAfter: 10, firstWaitSeconds: 3600, longestWaitSeconds: 3600, stopsAfter: nil, forgetsAfterSeconds: 3600)
  /// Three letters to one account, then one a day.
  public var letters = ThrottlePolicy(
    firstWaitAfter: 3, firstWaitSeconds: 86_400, longestWaitSeconds: 86_400, stopsAfter: nil,
    forgetsAfterSeconds: 86_400)

  /// The waits of the reference.
  public init() {}

  subscript(kind: DoorKind) -> ThrottlePolicy {
    switch kind {
    case .login: login
    case .source: source
    case .recoveries: recoveries
    case .letters: letters
    }
  }
}
