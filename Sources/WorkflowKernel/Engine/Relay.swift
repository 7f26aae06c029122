public import Foundation

/// Drains an outbox into whatever carries effects out: at least once each, in order, a failing one out of the way.
///
/// An effect is acknowledged only after its delivery returned, so a crash in between delivers it again: the receiver
/// drops the repeats it recognizes by the effect's ``PendingEffect/deliveryKey``.
public struct Relay<Machine: StateMachine>: Sendable {
  /// Where effects wait.
  public let outbox: any Outbox<Machine>
  /// When a failed effect is tried again.
  public let backoff: Backoff

  /// Attaches a relay to an outbox.
  public init(_ outbox: some Outbox<Machine>, backoff: Backoff = Backoff()) {
    self.outbox = outbox
    self.backoff = backoff
  }

  /// Delivers what waits at an instant, at most `limit` effects.
  ///
  /// - Parameters:
  ///   - instant: the instant the host has read from its clock.
  ///   - limit: how many effects to try at most.
  ///   - deliver: carries one effect out; what it throws postpones the effect.
  /// - Throws: what the outbox throws when its infrastructure is broken; `CancellationError`.
  public func drain(
    at instant: Date, limit: Int = 100, deliver: (PendingEffect<Machine>) async throws -> Void
  ) async throws -> Delivery<Machine> {
    var delivery = Delivery<Machine>()
    for pending in try await outbox.pendingEffects(at: instant, limit: limit) {
      do {
        try await deliver(pending)
      } catch let error as CancellationError {
        // The host is stopping: this is no failed try.
        throw error
      } catch {
        let nextTry = backoff.nextTry(afterAttempts: pending.attempts + 1, at: instant)
        try await outbox.postpone(pending.key, until: nextTry)
        delivery.postponed.append(
          .init(key: pending.key, attempts: pending.attempts + 1, nextTry: nextTry, error: error))
        continue
      }
      try await outbox.acknowledge(pending.key)
      delivery.delivered.append(pending.key)
    }
    return delivery
  }
}

/// What a relay carried out and what it put off.
public struct Delivery<Machine: StateMachine>: Sendable {
  /// The effects that were carried out.
  public internal(set) var delivered: [EffectKey<Machine.ID>] = []
  /// The effects that failed, with their next try.
  public internal(set) var postponed: [Postponed] = []

  /// An effect that failed.
  public struct Postponed: Sendable {
    /// Which effect.
    public let key: EffectKey<Machine.ID>
    /// How many tries have failed.
    public let attempts: Int
    /// When it is tried again.
    public let nextTry: Date
    /// Why it failed.
    public let error: any Error
  }
}

/// A wait that doubles from one failed try to the next, up to a bound.
public struct Backoff: Hashable, Sendable {
  /// Seconds after the first failed try.
  public let firstSeconds: Double
  /// Seconds at most.
  public let mostSeconds: Double

  /// Describes a schedule; by default from one minute to six hours.
  public init(firstSeconds: Double = 60, mostSeconds: Double = 6 * 3600) {
    self.firstSeconds = firstSeconds
    self.mostSeconds = mostSeconds
  }

  /// When to try again after so many failed tries.
  public func nextTry(afterAttempts attempts: Int, at instant: Date) -> Date {
    // Beyond 30 doublings every schedule has reached its bound.
    let doublings = Double(1 << min(max(attempts - 1, 0), 30))
    return instant.addingTimeInterval(min(firstSeconds * doublings, mostSeconds))
  }
}
