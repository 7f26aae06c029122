public import Foundation
import WorkflowKernel

/// What a ``PaymentCourier`` did, and what it could not do.
public struct CourierRun: Sendable {
  /// How many effects were carried out.
  public private(set) var delivered = 0
  /// Everything that failed, in the order in which it did; a host logs it.
  public private(set) var failures: [Failure] = []

  /// How many effects are put off.
  public var postponed: Int { failures.count { $0.fate.isPostponed } }

  /// Something that failed.
  public struct Failure: Sendable {
    /// The name of the record's format, such as `billing.payment-attempt`.
    public let format: String
    /// The identifier of the record.
    public let id: String
    /// What comes of it.
    public let fate: Fate
    /// Why it failed.
    public let error: any Error
  }

  /// What comes of something that failed.
  public enum Fate: Hashable, Sendable {
    /// A time limit, left for the next run.
    case left
    /// An effect, tried again from then on.
    case postponed(until: Date)
    /// An effect that nobody can carry out.
    case givenUp

    fileprivate var isPostponed: Bool {
      switch self {
      case .postponed: true
      case .left, .givenUp: false
      }
    }
  }

  /// How many effects were tried, or left.
  var tries: Int { delivered + failures.count }

  mutating func add<Machine: StateMachine>(_ due: DueRun<Machine>) {
    for failure in due.failures { note(failure.id, of: Machine.self, .left, failure.error) }
  }

  mutating func add<Machine: StateMachine>(_ delivery: Delivery<Machine>) {
    delivered += delivery.delivered.count
    for failure in delivery.postponed {
      note(failure.key.id, of: Machine.self, .postponed(until: failure.nextTry), failure.error)
    }
    for failure in delivery.givenUp { note(failure.key.id, of: Machine.self, .givenUp, failure.error) }
  }

  private mutating func note<Machine: StateMachine>(
    _ id: Machine.ID, of machine: Machine.Type, _ fate: Fate, _ error: any Error
  ) {
    failures.append(Failure(format: Machine.format.name, id: "\(id)", fate: fate, error: error))
  }
}
