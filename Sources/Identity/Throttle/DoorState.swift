public import Foundation
public import WorkflowKernel

/// One door, such as a login's or a source's.
///
/// The text is a seal under the ``Pepper``: what people type as a login is sometimes their password.
public struct DoorID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }

  init(_ kind: DoorKind, _ seal: Digest) {
    rawValue = kind.rawValue + ":" + seal.hexadecimal
  }
}

/// What became of the last knock at a door.
public enum DoorState: Hashable, Codable, Sendable {
  /// It was admitted, and counts as a failure until its success is known.
  case admitted(FailureCount)
  /// It was turned away, and counts for nothing: knocking does not prolong the wait.
  case turnedAway(FailureCount)

  /// The failures in a row.
  public var count: FailureCount {
    switch self {
    case .admitted(let count), .turnedAway(let count): count
    }
  }

  /// Whether the last knock was admitted.
  public var isAdmitted: Bool {
    switch self {
    case .admitted: true
    case .turnedAway: false
    }
  }
}

/// Failures in a row at one door, and when it opens again.
public struct FailureCount: Hashable, Codable, Sendable {
  /// What the door leads to.
  public let kind: DoorKind
  /// Failures in a row.
  ///
  /// An admitted knock counts as one before its outcome is known, so that a thousand guesses at the same time are not a
  /// thousand free ones.
  public internal(set) var failures: Int
  /// The door is shut until this instant; `nil` where there is nothing to wait for.
  public internal(set) var opensAt: Date?
  /// When somebody knocked last.
  public internal(set) var lastKnock: Date

  /// Whether a knock is admitted.
  func admits(at instant: Date, under policy: ThrottlePolicy) -> Bool {
    if let stop = policy.stopsAfter, failures >= stop { return false }
    return opensAt.map { instant >= $0 } ?? true
  }
}

extension FailureCount {
  private enum CodingKeys: CodingKey { case kind, failures, opensAt, lastKnock }

  /// More failures than any door lives to see: the count stays there rather than overflow.
  static let failuresMax = 1_000_000_000

  /// Reads a count; one that no door can have is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = try container.decode(DoorKind.self, forKey: .kind)
    failures = try container.decode(Int.self, forKey: .failures, in: 0...Self.failuresMax)
    opensAt = try container.decodeIfPresent(Date.self, forKey: .opensAt)
    lastKnock = try container.decode(Date.self, forKey: .lastKnock)
  }
}

/// What happens at a door.
public enum DoorEvent: Hashable, Codable, Sendable {
  /// Somebody wants to try. Accepted in every state: being turned away costs what being admitted costs.
  case knock(DoorKind)
  /// The try was right, or nobody has knocked for long: the count starts again.
  case clear
  /// The try was right, but others came through the same door: it alone is taken back.
  case takeBack
}
