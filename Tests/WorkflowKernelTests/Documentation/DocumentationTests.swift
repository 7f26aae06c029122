import Foundation
import TestSupport
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `The documentation of the kernel` {
  private static let catalog = "Sources/WorkflowKernel/WorkflowKernel.docc/"
  private static let tests = "Tests/WorkflowKernelTests/Documentation/"

  @Test func `gives a first listing that runs`() async throws {
    let monday = Date(timeIntervalSince1970: 1_788_163_200)
    let desk = Principal.agent(Agent(id: "desk", services: ["library"]))

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
    let monday = Date(timeIntervalSince1970: 1_788_163_200)
    let desk = Principal.agent(Agent(id: "desk", services: ["library"]))
    let store = InMemoryStore<Loan>()
    let engine = Engine(Loan(days: 21), store: store)
    let words = Wordings(["loan.overdue": Wording("Merci de rapporter : {0}.", subject: "Un prêt à rendre")])

    _ = try await engine.send(
      .lend(item: "ladder", to: "jean"), to: "loan-1", in: Context(instant: monday, principal: desk))
    await #expect(throws: LoanRefusal.taken) {
      try await engine.send(
        .lend(item: "ladder", to: "amelie"), to: "loan-2", in: Context(instant: monday, principal: desk))
    }

    let later = monday + 22 * 86_400
    let run = try await engine.run(dueAt: later)
    #expect(run.answers.map(\.entry.event) == [.remind])

    var letters: [Letter] = []
    _ = try await Relay(store).drain(at: later) { pending in
      switch pending.effect {
      case .tell(let notice): letters.append(words.compose(notice))
      }
    }
    #expect(letters.map(\.subject) == ["Un prêt à rendre"])
    #expect(letters.map(\.body.value) == ["Merci de rapporter : ladder."])

    let refusal = await #expect(throws: LoanRefusal.self) {
      try await engine.send(.extend, to: "loan-1", in: Context(instant: later, principal: .citizen("jean")))
    }
    #expect(refusal == .overdue(item: "ladder"))
  }

  @Test func `explores a machine and draws what it does`() throws {
    let monday = Date(timeIntervalSince1970: 1_788_163_200)
    let desk = Principal.agent(Agent(id: "desk", services: ["library"]))

    let events: [LoanEvent] = [.lend(item: "ladder", to: "jean"), .extend, .takeBack]
    let exploration = Exploration<Loan>(
      of: Loan(days: 21), samples: events.samples(by: [desk, .citizen("jean")], at: monday),
      keyedBy: { state in
        switch state {
        case .lent(let lending): lending.isReminded ? "reminded" : "lent"
        case .returned: "returned"
        }
      })
    #expect(exploration.graph.unreachable == [])
    #expect(exploration.graph.deadEnds == [.returned])
    #expect(exploration.graph.statesLeft(onlyBy: [.citizen]) == [])

    let page = Self.catalog + "WritingAMachine.md"
    try Golden.check(exploration.graph.markdown, section: "loan", of: page)
    try Listings.check(page, compiledIn: Self.tests + "Loan.swift", Self.tests + "DocumentationTests.swift")
  }

  @Test func `lists each check of the kit beside its promise`() throws {
    let checks = StoreCheck.all + StoreCheck.stored + StoreCheck.erased + StoreCheck.shared
    let table = "| check | promise |\n| --- | --- |\n" + checks.map { "| `\($0.id)` | \($0.promise) |\n" }.joined()
    try Golden.check(table, section: "checks", of: Self.catalog + "ImplementingAStore.md")
  }

  @Test func `shows how a store is checked`() throws {
    try Listings.check(
      Self.catalog + "ImplementingAStore.md", compiledIn: Self.tests + "ConformanceListing.swift")
  }
}
