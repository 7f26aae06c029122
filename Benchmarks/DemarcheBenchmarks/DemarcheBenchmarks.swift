import Benchmark
import Workloads

let benchmarks: @Sendable () -> Void = {
  do {
    for workload in try Workload.all() {
      Benchmark(
        workload.name,
        // The floor takes some nanoseconds, the clock some tens of them.
        configuration: .init(metrics: [.wallClock], scalingFactor: .kilo, maxDuration: .seconds(2)),
        closure: { (benchmark: Benchmark, repeats: Workload.Repeats) in
          try await repeats(benchmark.scaledIterations.count)
        },
        setup: workload.prepare)
    }
  } catch {
    fatalError("The workloads could not be made: \(error)")
  }
}
