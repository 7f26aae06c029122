import Workloads

/// Repeats one workload, for a tool that counts; without an argument, lists the workloads.
@main
struct Count {
  static func main() async throws {
    let workloads = try Workload.all()
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first, let count = arguments.dropFirst().first.flatMap({ Int($0) }) else {
      for workload in workloads { print(workload.name) }
      return
    }
    for workload in workloads where workload.name == name {
      try await workload.prepare()(count)
    }
  }
}
