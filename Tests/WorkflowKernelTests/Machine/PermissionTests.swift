import Testing
import WorkflowKernel

@Suite struct `A machine that explains itself` {
  private let machine = Ticket()
  private let citizen = Context(instant: .at(0), principal: .citizen("c-1"))
  private func state(notes: [String] = []) -> Ticket.State {
    .open(Ticket.Facts(title: Personal("t"), notes: notes, opened: .at(0)))
  }

  @Test func `F50: lists every event with all the reasons against it`() {
    let permissions = machine.permissions(in: state(), for: citizen)
    #expect(permissions.map(\.event) == [.open, .note, .remind, .close])
    #expect(permissions.map(\.obstacles) == [[.state], [], [], [.principal, .guard(.hasNote)]])
    #expect(permissions.map(\.isPermitted) == [false, true, true, false])
  }

  @Test func `F50: lists what may be asked for now`() {
    #expect(machine.permitted(in: nil, for: citizen) == [.open])
    #expect(machine.permitted(in: state(), for: .alice) == [.note, .remind])
    #expect(machine.permitted(in: state(notes: ["a"]), for: .alice) == [.note, .remind, .close])
  }

  @Test func `F50: tells each reason in words, by the sentence of the refusal that an order would get`() throws {
    let wordings = Wordings(["meter.notAllowed": "Vous ne pouvez pas.", "meter.notPossible": "Impossible."])
    let permissions = Meter().permissions(in: nil, for: citizen)
    let told = permissions.map { Meter().explanations(of: $0, in: nil, for: citizen, by: wordings).map(\.message) }
    #expect(permissions.map(\.event) == [.start, .insert, .look, .strike])
    #expect(told == [[], ["Impossible."], ["Impossible."], ["Vous ne pouvez pas."]])
  }

  @Test func `maps a decision without touching its effects and reason`() {
    let narrow = Transition<Int, String>(to: 1, effects: ["a"], reason: "r")
    #expect(narrow.map { $0 + 1 } == Transition(to: 2, effects: ["a"], reason: "r"))
  }

  @Test func `names the kinds of principals, and their actors without their services`() {
    let principals: [Principal] = [
      .visitor("v-1"), .citizen("c-1"), .agent(Agent(id: "a-1", services: ["s-1"])), .system,
    ]
    #expect(principals.map(\.kind) == Principal.Kind.allCases)
    #expect(principals.map(\.actor) == [.visitor("v-1"), .citizen("c-1"), .agent("a-1"), .system])
  }

  @Test(arguments: [1, 4, 5, 9]) func `lets an agent serve the services they work for, few or many`(count: Int) {
    let services = (1...count).map { ServiceID("s-\($0)") }
    let agent = Agent(id: "a-1", services: Set(services))
    #expect(services.allSatisfy(agent.serves))
    #expect(!agent.serves("s-0"))
    #expect(!Agent(id: "a-2", services: []).serves("s-1"))
  }

  @Test func `takes two agents of the same services for equal, in whatever order they were given`() {
    let services = (1...5).map { ServiceID("s-\($0)") }
    var roomy = Set<ServiceID>(minimumCapacity: 1000)
    for service in services.reversed() { roomy.insert(service) }
    #expect(Agent(id: "a-1", services: roomy) == Agent(id: "a-1", services: Set(services)))
    #expect(Agent(id: "a-1", services: roomy).services == Set(services))
  }
}
