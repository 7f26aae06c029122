import DemarcheWorkflow
import WorkflowKernel

/// One thing to measure, repeated as often as the caller likes.
///
/// The benchmarks take its time; `Count`, under valgrind, its instructions and allocations.
public struct Workload: Sendable {
  /// Does it so many times.
  public typealias Repeats = @Sendable (Int) async throws -> Void

  /// What is measured, such as `transition: close`.
  public let name: String
  /// Makes what is not to be measured, such as a store of a million records.
  public let prepare: @Sendable () async throws -> Repeats

  init(_ name: String, repeats: @escaping Repeats) {
    self.init(name, after: { repeats })
  }

  init(_ name: String, after prepare: @escaping @Sendable () async throws -> Repeats) {
    self.name = name
    self.prepare = prepare
  }

  /// Everything that is measured, the floor first.
  public static func all() throws -> [Workload] {
    let town = try Town()
    let samples = try Samples(town)
    return [floor, floorRefusal] + machine(town, samples) + (try records(samples)) + calendar(town)
      + (try engine(town, samples)) + lists(town)
  }
}

@inline(__always)
func repeated(_ count: Int, _ body: () throws -> some Any) rethrows {
  for _ in 0..<count { keep(try body()) }
}

/// Keeps a result, so that the optimizer cannot drop what made it.
@_optimize(none)
func keep(_ value: some Any) {}

/// Keeps a decision where it was returned; the one above would first copy it into a box of its own.
@_optimize(none)
func keep(_ decision: borrowing Transition<StoredDemarche, DemarcheEffect>) {}
