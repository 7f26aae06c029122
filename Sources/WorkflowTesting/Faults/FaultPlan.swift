import Synchronization

/// Which calls of a ``FaultyStore`` fail, and when.
public struct FaultPlan: Sendable {
  private let decide: @Sendable (StoreCall) -> FaultMoment?

  /// Decides call by call; `nil` lets a call pass.
  public init(_ decide: @escaping @Sendable (StoreCall) -> FaultMoment?) {
    self.decide = decide
  }

  /// Lets every call pass.
  public static let none = FaultPlan { _ in nil }

  /// Fails one call, counted over all operations from 1: a crash between any two steps.
  public static func call(_ number: Int, _ moment: FaultMoment) -> FaultPlan {
    FaultPlan { $0.number == number ? moment : nil }
  }

  /// Fails one call of an operation, counted from 1.
  public static func call(_ number: Int, of operation: StoreOperation, _ moment: FaultMoment) -> FaultPlan {
    FaultPlan { $0.operation == operation && $0.numberOfOperation == number ? moment : nil }
  }

  /// Fails every call of an operation: the database is down for it.
  public static func every(_ operation: StoreOperation, _ moment: FaultMoment) -> FaultPlan {
    FaultPlan { $0.operation == operation ? moment : nil }
  }

  /// Fails so many calls in a thousand, half of them after their effect, as the seed decides.
  public static func seeded(_ seed: UInt64, perMille: Int) -> FaultPlan {
    let generator = SharedGenerator(SeededGenerator(seed: seed))
    return FaultPlan { _ in generator.fault(perMille: perMille) }
  }

  /// What happens to a call.
  public func fault(at call: StoreCall) -> FaultMoment? { decide(call) }
}

private final class SharedGenerator: Sendable {
  private let generator: Mutex<SeededGenerator>

  init(_ generator: SeededGenerator) {
    self.generator = Mutex(generator)
  }

  func fault(perMille: Int) -> FaultMoment? {
    generator.withLock { generator in
      guard generator.happens(perMille) else { return nil }
      return generator.happens(500) ? .beforeEffect : .afterEffect
    }
  }
}
