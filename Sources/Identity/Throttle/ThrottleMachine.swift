import Foundation
public import WorkflowKernel

/// Counts failures at doors (F12): the smallest machine of the module, one record a door.
///
/// Anybody makes a door by knocking at one, and no order takes a record away. A door says nothing of a person to who has
/// not the ``Pepper``, and one without failures says nothing at all: a host may delete its record, and those of sources
/// whose last knock is more than a day old, as often as it likes. A login's door that still counts failures must stay;
/// it forgets them once nobody has knocked for longer than an unused account is kept (F52).
public struct ThrottleMachine: StateMachine {
  /// The waits of every kind of door.
  public let policies: ThrottlePolicies

  /// What the journal says of a knock that was admitted, and after which the door is shut for a while.
  static let waitBegins = "wait-begins"

  /// Configures the waits.
  public init(policies: ThrottlePolicies = .reference) {
    self.policies = policies
  }

  /// Counts.
  public func transition(
    from state: DoorState?, on event: DoorEvent, in context: Context
  ) throws(DoorRefusal) -> Transition<DoorState, Never> {
    switch event {
    case .knock(let kind):
      let policy = policies[kind]
      var count = current(kind, of: state, at: context.instant)
      guard count.admits(at: context.instant, under: policy) else { return Transition(to: .turnedAway(count)) }
      count.lastKnock = context.instant
      count.failures = min(count.failures + 1, FailureCount.failuresMax)
      let wait = policy.wait(afterFailures: count.failures)
      count.opensAt = wait > 0 ? context.instant.addingTimeInterval(wait) : nil
      return Transition(to: .admitted(count), reason: wait > 0 ? Self.waitBegins : nil)
    case .clear:
      guard let count = state?.count else { throw .unknown }
      return Transition(to: .admitted(.none(count.kind, at: context.instant)))
    case .takeBack:
      guard var count = state?.count else { throw .unknown }
      count.failures = max(count.failures - 1, 0)
      count.opensAt = nil
      return Transition(to: .admitted(count))
    }
  }

  /// Whether a knock would be admitted now; looking counts for nothing.
  func admits(_ kind: DoorKind, at state: DoorState?, at instant: Date) -> Bool {
    current(kind, of: state, at: instant).admits(at: instant, under: policies[kind])
  }

  /// The count of a door, once what is to be forgotten is.
  private func current(_ kind: DoorKind, of state: DoorState?, at instant: Date) -> FailureCount {
    let count = state?.count ?? .none(kind, at: instant)
    guard let quiet = policies[kind].forgetsAfterSeconds, instant >= count.lastKnock.addingTimeInterval(quiet) else {
      return count
    }
    return .none(kind, at: instant)
  }

  /// A quiet door forgets: where its kind does, or once no account that can be entered is behind it.
  ///
  /// Whoever signs in knocks, so an account whose door was quiet for longer than 36 months was closed unused. A door that
  /// has stopped stays shut all the same.
  public func deadline(of state: DoorState) -> Deadline<DoorEvent>? {
    let (count, policy) = (state.count, policies[state.count.kind])
    guard count.failures > 0, policy.stopsAfter.map({ count.failures < $0 }) ?? true else { return nil }
    let quiet = policy.forgetsAfterSeconds ?? Self.unusedSeconds
    return Deadline(at: count.lastKnock.addingTimeInterval(quiet), event: .clear)
  }

  /// More than the 36 months that an unused account may be kept.
  private static let unusedSeconds: Double = 1130 * 86_400
}

extension FailureCount {
  static func none(_ kind: DoorKind, at instant: Date) -> FailureCount {
    FailureCount(kind: kind, failures: 0, opensAt: nil, lastKnock: instant)
  }
}

/// Why a door keeps its count.
@nonexhaustive
public enum DoorRefusal: ExplainableRefusal {
  /// Nobody has ever knocked.
  case unknown

  /// The stable code.
  public var code: String { "door.unknown" }
}

extension ThrottleMachine {
  /// The flat names of the states.
  public enum StateName: String, Name {
    /// The last knock was admitted.
    case admitted
    /// The last knock was turned away.
    case turnedAway
  }

  /// The flat names of the events.
  public enum EventName: String, Name {
    /// Somebody wants to try.
    case knock
    /// The count starts again.
    case clear
    /// One try is taken back.
    case takeBack
  }

  /// The name of a state.
  public static func name(of state: DoorState) -> StateName {
    switch state {
    case .admitted: .admitted
    case .turnedAway: .turnedAway
    }
  }

  /// The name of an event.
  public static func name(of event: DoorEvent) -> EventName {
    switch event {
    case .knock: .knock
    case .clear: .clear
    case .takeBack: .takeBack
    }
  }

  /// `identity.door`, version 1.
  public static var format: RecordFormat { RecordFormat("identity.door", version: 1) }
  /// What tells one door from another.
  public typealias ID = DoorID
}
