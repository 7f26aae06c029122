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
  ///   - deliver: carries one effect out; what it throws postpones the effect, ``Undeliverable`` gives it up.
  /// - Throws: what the outbox throws when its infrastructure is broken; `CancellationError` when the host's task is
  ///   cancelled while an effect fails, which then counts no failed try.
  public func drain(
    at instant: Date, limit: Int = 100, deliver: (PendingEffect<Machine>) async throws -> Void
  ) async throws -> Delivery<Machine> {
    var delivery = Delivery<Machine>()
    for pending in try await outbox.pendingEffects(at: instant, limit: limit) {
      do {
        try await deliver(pending)
      } catch let error as Undeliverable {
        try await outbox.acknowledge(pending.key)
        delivery.givenUp.append(.init(key: pending.key, attempts: pending.attempts + 1, error: error))
        continue
      } catch {
        // The host is stopping. A transport may cancel its own work, after too long a wait: that is a failed try.
        guard !Task.isCancelled else { throw CancellationError() }
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

/// A delivery that no later try can bring about: thrown by whoever delivers, so that the relay gives the effect up.
///
/// Throw it when the address does not exist (an answer of the class 5.1.x of RFC 3463), when the account to be told has
/// been erased, when a host has tried for as long as it wants to. The effect leaves the outbox, and the personal data
/// in it with it (F52); the host learns of it from ``Delivery/givenUp`` and may then tell an agent. What may still
/// succeed, such as a full mailbox or a server that is down, is any other error.
public struct Undeliverable: Error, Hashable, Sendable, CustomStringConvertible {
  /// A stable code for operators, such as `address.unknown`; never the address, nor the receiver's own words.
  public let code: String

  /// Says why.
  public init(_ code: String) {
    self.code = code
  }

  /// The code.
  public var description: String { code }
}

/// What a relay carried out, what it put off and what it gave up.
public struct Delivery<Machine: StateMachine>: Sendable {
  /// The effects that were carried out.
  public internal(set) var delivered: [EffectKey<Machine.ID>] = []
  /// The effects that failed, with their next try.
  public internal(set) var postponed: [Postponed] = []
  /// The effects that nobody can carry out; they wait no longer.
  public internal(set) var givenUp: [GivenUp] = []

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

  /// An effect that was given up.
  public struct GivenUp: Sendable {
    /// Which effect.
    public let key: EffectKey<Machine.ID>
    /// How many tries have failed, the last one included.
    public let attempts: Int
    /// Why.
    public let error: Undeliverable
  }
}
