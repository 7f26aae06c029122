public import WorkflowKernel

extension RecoveryMachine {
  /// A mailed secret finds its recovery.
  public func facets(of state: RecoveryState) -> Facets {
    guard case .mailed(let ticket) = state else { return Facets() }
    return Facets(claims: [Self.claim(on: ticket.digest)])
  }

  static func claim(on digest: Digest) -> Claim { Claim("recovery.secret", digest.hexadecimal) }

  /// Every step lasts for a time.
  public func deadline(of state: RecoveryState) -> Deadline<RecoveryEvent>? {
    state.until.map { Deadline(at: $0, event: .lapse) }
  }

  /// `identity.recovery`, version 1.
  public static var format: RecordFormat { RecordFormat("identity.recovery", version: 1) }
  /// What tells one recovery from another.
  public typealias ID = RecoveryID

  /// The flat names of the states.
  public enum StateName: String, Name {
    /// The question was shown.
    case asked
    /// A secret was mailed.
    case mailed
    /// The temporary password was used.
    case redeemed
    /// It is over.
    case over
  }

  /// The flat names of the events.
  public enum EventName: String, Name {
    /// The question is shown.
    case ask
    /// A link is mailed.
    case mailLink
    /// An answer was given.
    case answer
    /// The letter brings a link instead.
    case prolong
    /// The temporary password was used.
    case redeem
    /// The new password is being set.
    case complete
    /// Its time has passed.
    case lapse
  }

  /// The name of a state.
  public static func name(of state: RecoveryState) -> StateName {
    switch state {
    case .asked: .asked
    case .mailed: .mailed
    case .redeemed: .redeemed
    case .over: .over
    }
  }

  /// The name of an event.
  public static func name(of event: RecoveryEvent) -> EventName {
    switch event {
    case .ask: .ask
    case .mailLink: .mailLink
    case .answer: .answer
    case .prolong: .prolong
    case .redeem: .redeem
    case .complete: .complete
    case .lapse: .lapse
    }
  }
}

/// Why a recovery goes no further.
@nonexhaustive
public enum RecoveryRefusal: ExplainableRefusal, CaseIterable {
  /// It has been used, has lapsed, or never was: a new one is asked for.
  case over
  /// The answer did not open it; whether the login, the answer or the number of tries is at fault is not said.
  case notConfirmed

  /// The stable code.
  public var code: String {
    switch self {
    case .over: "recovery.over"
    case .notConfirmed: "recovery.not-confirmed"
    }
  }
}
