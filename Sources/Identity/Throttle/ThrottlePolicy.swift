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
  /// Seconds without a knock after which failures are forgotten; `nil` where only a success clears them, as long as an
  /// account may be kept unused.
  public let forgetsAfterSeconds: Double?

  /// Describes the waits of one kind of door.
  ///
  /// - Throws: ``WeakPolicy`` where no wait ever begins, where the first one is none or the longest is shorter, where a
  ///   time has no end, or where the door stops before its first try.
  public init(
    firstWaitAfter: Int, firstWaitSeconds: Double, longestWaitSeconds: Double, stopsAfter: Int?,
    forgetsAfterSeconds: Double?
  ) throws(WeakPolicy) {
    guard (1...100).contains(firstWaitAfter), firstWaitSeconds > 0, longestWaitSeconds >= firstWaitSeconds,
      longestWaitSeconds.isFinite, stopsAfter.map({ $0 >= 1 }) ?? true,
      forgetsAfterSeconds.map({ $0 > 0 && $0.isFinite }) ?? true
    else { throw WeakPolicy() }
    self.init(
      unchecked: firstWaitAfter, firstWaitSeconds, to: longestWaitSeconds, stopsAfter: stopsAfter,
      forgetsAfter: forgetsAfterSeconds)
  }

  /// Takes the waits of the reference, which need no check.
  fileprivate init(
    unchecked firstWaitAfter: Int, _ firstWaitSeconds: Double, to longestWaitSeconds: Double, stopsAfter: Int? = nil,
    forgetsAfter: Double? = nil
  ) {
    self.firstWaitAfter = firstWaitAfter
    self.firstWaitSeconds = firstWaitSeconds
    self.longestWaitSeconds = longestWaitSeconds
    self.stopsAfter = stopsAfter
    forgetsAfterSeconds = forgetsAfter
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
  public let login: ThrottlePolicy
  /// A source may be a school or a mobile network: more tries, never shut for good, forgotten after a quiet day.
  public let source: ThrottlePolicy
  /// Ten recoveries from one source, then none for an hour, which forgets the ten.
  public let recoveries: ThrottlePolicy
  /// Three letters to one account, then none for a day, which forgets the three.
  public let letters: ThrottlePolicy

  /// The waits of the reference.
  public static let reference = ThrottlePolicies(
    unchecked: ThrottlePolicy(unchecked: 3, 1, to: 3600, stopsAfter: 100),
    source: ThrottlePolicy(unchecked: 10, 1, to: 3600, forgetsAfter: 86_400),
    recoveries: ThrottlePolicy(unchecked: 10, 3600, to: 3600, forgetsAfter: 3600),
    letters: ThrottlePolicy(unchecked: 3, 86_400, to: 86_400, forgetsAfter: 86_400))

  private init(
    unchecked login: ThrottlePolicy, source: ThrottlePolicy, recoveries: ThrottlePolicy, letters: ThrottlePolicy
  ) {
    self.login = login
    self.source = source
    self.recoveries = recoveries
    self.letters = letters
  }

  /// The waits of the reference, but for those given.
  ///
  /// - Throws: ``WeakPolicy`` where a login's door does not stop after 1 to 100 failures in a row, or forgets them; where
  ///   another door stops for good; where letters wait longer than the link in the last one works.
  public init(
    login: ThrottlePolicy = Self.reference.login, source: ThrottlePolicy = Self.reference.source,
    recoveries: ThrottlePolicy = Self.reference.recoveries, letters: ThrottlePolicy = Self.reference.letters
  ) throws(WeakPolicy) {
    guard let stop = login.stopsAfter, (1...100).contains(stop), login.forgetsAfterSeconds == nil,
      source.stopsAfter == nil, recoveries.stopsAfter == nil, letters.stopsAfter == nil,
      letters.longestWaitSeconds <= RecoveryMachine.linkSeconds
    else { throw WeakPolicy() }
    self.init(unchecked: login, source: source, recoveries: recoveries, letters: letters)
  }

  subscript(kind: DoorKind) -> ThrottlePolicy {
    switch kind {
    case .login: login
    case .source: source
    case .recoveries: recoveries
    case .letters: letters
    }
  }
}
