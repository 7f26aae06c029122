// swift-tools-version: 6.3

import PackageDescription

let package = Package(
  name: "demarches",
  platforms: [.macOS(.v15), .iOS(.v18)],
  products: [
    .library(name: "DemarcheWorkflow", targets: ["DemarcheWorkflow"]),
    .library(name: "Billing", targets: ["Billing"]),
    .library(name: "Identity", targets: ["Identity"]),
    .library(name: "WorkflowKernel", targets: ["WorkflowKernel"]),
    .library(name: "CivilTime", targets: ["CivilTime"]),
    .library(name: "WorkflowTesting", targets: ["WorkflowTesting"]),
    .executable(name: "guichet", targets: ["Guichet"]),
  ],
  targets: [
    .target(name: "WorkflowKernel"),
    .target(name: "CivilTime"),
    .target(name: "DemarcheWorkflow", dependencies: ["WorkflowKernel", "CivilTime"]),
    .target(name: "Billing", dependencies: ["WorkflowKernel", "CivilTime"]),
    .target(name: "Identity", dependencies: ["WorkflowKernel", "CivilTime"]),
    .target(name: "WorkflowTesting", dependencies: ["WorkflowKernel"]),
    .executableTarget(
      name: "Guichet",
      dependencies: [
        "DemarcheWorkflow", "Billing", "Identity", "WorkflowKernel", "CivilTime", "WorkflowTesting",
      ],
      path: "Examples/Guichet",
      exclude: ["README.md", "Expected"],
      resources: [.copy("Resources")]
    ),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "WorkflowKernelTests", dependencies: ["WorkflowKernel", "WorkflowTesting", "TestSupport"]),
    .testTarget(name: "WorkflowTestingTests", dependencies: ["WorkflowKernel", "WorkflowTesting", "TestSupport"]),
    .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime", "TestSupport"]),
    .testTarget(
      name: "DemarcheWorkflowTests",
      dependencies: ["DemarcheWorkflow", "WorkflowKernel", "CivilTime", "WorkflowTesting", "TestSupport"]
    ),
    .testTarget(
      name: "BillingTests",
      dependencies: ["Billing", "WorkflowKernel", "CivilTime", "WorkflowTesting", "TestSupport"]
    ),
    .testTarget(
      name: "IdentityTests",
      dependencies: ["Identity", "WorkflowKernel", "CivilTime", "WorkflowTesting", "TestSupport"]
    ),
    .testTarget(
      name: "TownHallTests",
      dependencies: [
        "DemarcheWorkflow", "Billing", "Identity", "WorkflowKernel", "CivilTime", "WorkflowTesting",
        "TestSupport",
      ]
    ),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    // `any` is written where a box is paid for.
    .enableUpcomingFeature("ExistentialAny"),
    // An import shows in the API only where it says `public`.
    .enableUpcomingFeature("InternalImportsByDefault"),
    // A member is visible only where its module is imported.
    .enableUpcomingFeature("MemberImportVisibility"),
    // An async call stays on the caller's executor: 3 µs a call instead of 15.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    // Without this line a misspelt feature above would be ignored in silence.
    .treatWarning("StrictLanguageFeatures", as: .error),
    // Every public type says whether it may cross threads.
    .treatWarning("ExplicitSendable", as: .error),
  ]
}
