import Foundation
import Testing
import WorkflowKernel

@Suite struct `A settled state` {
  private func state(_ strikes: Double...) -> Meter.State { Meter.State(strikes: strikes.map { .at($0) }) }

  @Test func `F31: has met every deadline that has passed, the one of that very instant included`() {
    let settled = Meter().settled(state(10, 20, 30), at: .at(20))
    #expect(settled == Meter.State(strikes: [.at(30)], struck: 2))
  }

  @Test func `F31: is the state itself where none has passed`() {
    #expect(Meter().settled(state(10), at: .at(9.999)) == state(10))
    #expect(Meter().settled(state(), at: .at(9)) == state())
  }

  @Test func `F31: stops at what the machine refuses, and where deadlines never end`() {
    #expect(Meter(trouble: .refused).settled(state(10), at: .at(12)) == state(10))
    #expect(Meter(trouble: .endless).settled(state(10), at: .at(12)).struck == 1_000)
  }

  @Test func `F50: is what permissions speak of where deadlines come first`() {
    func insert(at seconds: Double, by principal: Principal) -> [Obstacle<Meter.Guard>]? {
      let context = Context(instant: .at(seconds), principal: principal)
      let isPermitted = Meter().permitted(in: state(10), for: context).contains(.insert)
      let permission = Meter().permissions(in: state(10), for: context).first { $0.event == .insert }
      return permission?.isPermitted == isPermitted ? permission?.obstacles : nil
    }
    #expect(insert(at: 9.999, by: .citizen("c-1")) == [])
    #expect(insert(at: 10, by: .citizen("c-1")) == [.guard(.hasTime)])
    // The system's own orders find the state as it is stored.
    #expect(insert(at: 10, by: .system) == [])
    #expect(Meter().permitted(in: nil, for: .alice) == [.start])
  }

  @Test func `F50: is not what permissions speak of where a due run meets deadlines`() {
    let state = Ticket.State.open(Ticket.Facts(title: Personal("t"), reminders: Ticket.remindersMax, opened: .at(0)))
    let late = Context(instant: .at(1_000), principal: .agent(Agent(id: "alice", services: [])))
    #expect(Ticket().permitted(in: state, for: late) == [.note, .remind])
  }
}
