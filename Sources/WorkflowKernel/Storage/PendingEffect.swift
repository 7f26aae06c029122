public import Foundation

/// What tells one effect from every other of its machine, for ever.
public struct EffectKey<ID: Identifier>: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The record whose order produced the effect.
  public let id: ID
  /// The revision that the order made.
  public let revision: Revision
  /// The place of the effect among those of the order, from 0.
  public let index: Int

  /// Describes a key.
  public init(id: ID, revision: Revision, index: Int) {
    self.id = id
    self.revision = revision
    self.index = index
  }

  /// The three parts, such as `D-1042/3/0`.
  public var description: String { "\(id)/\(revision.rawValue)/\(index)" }
}

/// An effect that waits, and how its tries went.
public struct PendingEffect<Machine: StateMachine>: Hashable, Sendable {
  /// What tells it from every other.
  public let key: EffectKey<Machine.ID>
  /// What to do.
  public let effect: Machine.Effect
  /// When its order was given.
  public let recorded: Date
  /// How many tries have failed.
  public let attempts: Int
  /// Not to be tried before this instant.
  public let nextTry: Date

  /// What a transport drops repeats by, such as `demarche/D-1042/3/0`.
  ///
  /// The machine is part of it: an account and its basket may have the same identifier, and share a transport.
  public var deliveryKey: String { "\(Machine.format.name)/\(key)" }

  /// Describes a waiting effect; an instant that is not finite counts as the distant past or future.
  public init(key: EffectKey<Machine.ID>, effect: Machine.Effect, recorded: Date, attempts: Int, nextTry: Date) {
    self.key = key
    self.effect = effect
    self.recorded = recorded.finite
    self.attempts = attempts
    self.nextTry = nextTry.finite
  }
}
