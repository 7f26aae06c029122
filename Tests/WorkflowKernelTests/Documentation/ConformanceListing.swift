import Testing
import WorkflowKernel
import WorkflowTesting

private typealias MyStore = InMemoryStore

struct MyStoreTests {
  let conformance = StoreConformance { MyStore<SampleNotebook>() }

  @Test(arguments: StoreCheck.all)
  func `my store keeps its promises`(check: StoreCheck) async {
    for failure in await conformance.failures(of: check) { Issue.record(failure) }
  }
}
