import Synchronization
import WorkflowTesting

/// Numbers drawn for orders; seeded here, so that a scenario always plays the same way.
final class RandomSource: Sendable {
  private let generator: Mutex<SeededGenerator>

  init(seed: UInt64) {
    generator = Mutex(SeededGenerator(seed: seed))
  }

  func draw<Value>(_ make: (inout SeededGenerator) throws -> sending Value) rethrows -> Value {
    try generator.withLock { generator in try make(&generator) }
  }
}
