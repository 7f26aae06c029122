// swift-tools-version: 6.3

import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "demarches", path: ".."),
    // Its default traits bring interposers that count allocations; `Count` and valgrind do that here.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // A module of its own, so that the compiler sees as little of it as of the library.
    .target(name: "Floor", path: "Floor"),
    .target(
      name: "Workloads",
      dependencies: [
        "Floor",
        .product(name: "DemarcheWorkflow", package: "demarches"),
        .product(name: "WorkflowKernel", package: "demarches"),
        .product(name: "CivilTime", package: "demarches"),
      ],
      path: "Workloads"
    ),
    // The plugin finds benchmarks in the folders that stand in one named `Benchmarks`, which is this one.
    .executableTarget(
      name: "DemarcheBenchmarks",
      dependencies: ["Workloads", .product(name: "Benchmark", package: "benchmark")],
      path: "DemarcheBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    .executableTarget(name: "Count", dependencies: ["Workloads"], path: "Count"),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // As in the library: without it each await hops threads, and that would be measured.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}
