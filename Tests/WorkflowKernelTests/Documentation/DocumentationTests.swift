import Foundation
import TestSupport
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `The documentation of the kernel` {
  private static let catalog = "Sources/WorkflowKernel/WorkflowKernel.docc/"
  private static let tests = "Tests/WorkflowKernelTests/Documentation/"

  @Test func `gives a first listing that runs`() async throws {
    let engine = Engine(Loan(days: 21), store: InMemoryStore())
    let lent = try await engine.send(
      .lend(item: "ladder", to: "jean"), to: "loan-1", key: RequestKey("7c1e"),
      in: Context(instant: monday, principal: desk))
    let again = try await engine.send(
      .lend(item: "ladder", to: "jean"), to: "loan-1", key: RequestKey("7c1e"),
      in: Context(instant: monday, principal: desk))
    #expect(!lent.isRepeat)
    #expect(again.isRepeat)

    try Listings.check(Self.catalog + "WorkflowKernel.md", compiledIn: Self.tests + "DocumentationTests.swift")
  }

  @Test func `writes a machine that runs`() async throws {
    let store = InMemoryStore<Loan>()
    let letters = try await playLoan(in: store)
    #expect(letters.map(\.subject) == ["Un prêt à rendre"])
    #expect(letters.map(\.body.value) == ["Merci de rapporter\u{A0}: ladder."])

    let engine = Engine(Loan(days: 21), store: store)
    await #expect(throws: LoanRefusal.taken) {
      try await engine.send(
        .lend(item: "ladder", to: "amelie"), to: "loan-2", in: Context(instant: monday, principal: desk))
    }
    await #expect(throws: LoanRefusal.overdue(item: "ladder")) {
      try await engine.send(
        .extend, to: "loan-1", in: Context(instant: monday + 22 * 86_400, principal: .citizen("jean")))
    }
    let refusals: [LoanRefusal] = [.notPossible, .notAllowed, .overdue(item: "ladder"), .taken]
    for refusal in refusals { #expect(Wordings.loans[refusal.code] != nil) }
  }

  @Test func `explores a machine and draws what it does`() throws {
    let graph = exploreLoans().graph
    #expect(graph.unreachable == [])
    #expect(graph.deadEnds == [.returned])
    #expect(graph.statesLeft(onlyBy: [.citizen]) == [])
    try Golden.check(graph.markdown, section: "loan", of: Self.catalog + "WritingAMachine.md")
  }

  @Test func `compiles a machine exactly as it is shown`() throws {
    let files = try Listings.files(of: Self.catalog + "WritingAMachine.md")
    try #require(files.count == 2)
    try Golden.check(files[0], Self.tests + "Loan.swift")
    try Golden.check(files[1], Self.tests + "LoanExploration.swift")
  }

  @Test func `lists each check of the kit beside its promise`() throws {
    let checks = StoreCheck.all + StoreCheck.stored + StoreCheck.erased + StoreCheck.reopened + StoreCheck.shared
    let table = "| check | promise |\n| --- | --- |\n" + checks.map { "| `\($0.name)` | \($0.promise) |\n" }.joined()
    try Golden.check(table, section: "checks", of: Self.catalog + "ImplementingAStore.md")
  }

  @Test func `names every requirement of a store`() throws {
    let requirements = try Golden.read("Sources/WorkflowKernel/Storage/Store.swift").split(separator: "\n")
      .filter { $0.hasPrefix("  func ") }
    #expect(requirements.count == 10)
    let page = try Golden.read(Self.catalog + "ImplementingAStore.md")
    for requirement in requirements { #expect(page.contains("\n\(requirement)\n")) }
  }

  @Test func `compiles an adapter exactly as it is shown`() throws {
    let files = try Listings.files(of: Self.catalog + "ImplementingAStore.md")
    try #require(files.count == 3)
    try Golden.check(files[0], Self.tests + "SQLStore.swift")
    try Golden.check(files[1], Self.tests + "SQLStore+Lists.swift")
    try Golden.check(files[2], Self.tests + "SQLStoreTests.swift")
  }
}
