import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `An exploration` {
  private typealias Edge = StateGraph<Parcel.StateName, Parcel.EventName>.Edge

  private static let principals: [Principal] = [
    .system, .agent(Agent(id: "a-1", services: [])), .citizen("c-1"), .visitor("v-1"),
  ]

  private func explored(_ events: [Parcel.Event] = [.burn, .fetch, .send, .draw]) -> Exploration<Parcel> {
    let samples: [Sample<Parcel>] = events.samples(by: Self.principals, at: Date(timeIntervalSince1970: 0))
    return Exploration(of: Parcel(), samples: samples, keyedBy: { Parcel.name(of: $0) })
  }

  @Test func `finds every transition, in the order of the declarations, with who may cause it`() {
    #expect(
      explored().graph.edges == [
        Edge(from: nil, event: .draw, to: .drawn, principals: [.visitor, .citizen]),
        Edge(from: .drawn, event: .draw, to: .drawn, principals: [.citizen]),
        Edge(from: .drawn, event: .send, to: .sent, principals: [.citizen, .agent]),
        Edge(from: .sent, event: .send, to: .waiting, principals: [.system]),
        Edge(from: .waiting, event: .fetch, to: .gone, principals: [.citizen]),
      ])
    #expect(explored().isComplete)
    #expect(explored().states == [.drawn(up: 1), .sent, .waiting, .gone])
  }

  @Test func `finds the states that nobody reaches`() {
    #expect(explored().graph.reachable == [.drawn, .sent, .waiting, .gone])
    #expect(explored().graph.unreachable == [.lost])
    #expect(explored([.draw]).graph.unreachable == [.sent, .waiting, .lost, .gone])
  }

  @Test func `finds the states without exit, a loop being none`() {
    #expect(explored().graph.deadEnds == [.gone])
    #expect(explored([.draw]).graph.deadEnds == [.drawn])
  }

  @Test func `finds the exits that one kind of principal has alone`() {
    #expect(explored().graph.statesLeft(onlyBy: [.citizen]) == [.waiting])
    #expect(explored().graph.statesLeft(onlyBy: [.system]) == [.sent])
    #expect(explored().graph.statesLeft(onlyBy: [.citizen, .agent]) == [.drawn, .waiting])
    #expect(explored().graph.statesLeft(onlyBy: [.visitor]) == [])
  }

  @Test func `finds the events that are never accepted`() {
    #expect(explored().graph.unused == [.burn])
  }

  @Test func `tries deadlines at their instant, by the system`() {
    // No sample stands at the deadline, which only the machine itself knows.
    #expect(explored().graph.edges.contains(Edge(from: .sent, event: .send, to: .waiting, principals: [.system])))
  }

  @Test func `stops at its bound and says so`() {
    let samples = [Sample<Parcel>(.draw, by: .citizen("c-1"), at: Date(timeIntervalSince1970: 0))]
    let endless = Exploration(of: Parcel(), samples: samples, keyedBy: { $0 }, statesMax: 50)
    #expect(endless.states.count == 50)
    #expect(!endless.isComplete)
  }

  @Test func `asks for the samples of each state`() {
    let instant = Date(timeIntervalSince1970: 0)
    let exploration = Exploration(of: Parcel(), keyedBy: { $0 }) { state in
      switch state {
      case nil: [Sample(.draw, by: .visitor("v-1"), at: instant)]
      case .drawn: [Sample(.send, by: .agent(Agent(id: "a-1", services: [])), at: instant)]
      default: []
      }
    }
    #expect(exploration.states == [.drawn(up: 1), .sent, .waiting])
  }
}
