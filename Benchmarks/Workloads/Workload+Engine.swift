import DemarcheWorkflow
import WorkflowKernel

extension Workload {
  /// Whole orders: load, decide, commit, with a store in memory that is made anew each time.
  static func engine(_ town: Town, _ samples: Samples) throws -> [Workload] {
    let machine = town.machine
    func takeUps(_ name: String, keyed: Bool) -> Workload {
      Workload("engine: \(name)") { count in
        let engine = Engine(machine, store: try filedStore(town, samples))
        let agent = town.agent(day: 1)
        for index in 0..<count {
          let key = keyed ? try RequestKey("agent-17-take-up-\(index)") : nil
          keep(try await engine.send(.takeUp, to: "D-1", key: key, in: agent))
        }
      }
    }
    return [
      takeUps("take up", keyed: false),
      takeUps("take up, under a request key", keyed: true),
      Workload("engine: an order of a whole life", after: { try lives(town) }),
    ]
  }

  private static func lives(_ town: Town) throws -> Repeats {
    let lives = try (0..<125).map { serial in (serial, try Samples.life(in: town, number: serial)) }
    let orders = lives.flatMap { serial, life in life.map { (id: DemarcheID("D-\(serial)"), order: $0) } }
    return { count in
      var engine = Engine(town.machine, store: InMemoryStore())
      for index in 0..<count {
        let (id, order) = orders[index % orders.count]
        keep(try await engine.send(order.event, to: id, in: order.context))
        if index % orders.count == orders.count - 1 { engine = Engine(town.machine, store: InMemoryStore()) }
      }
    }
  }

  private static func filedStore(_ town: Town, _ samples: Samples) throws -> InMemoryStore<DemarcheMachine> {
    let store = InMemoryStore<DemarcheMachine>()
    let entry = JournalEntry<DemarcheMachine>(
      id: "D-1", revision: .first, instant: Town.instant(), actor: .citizen("account-4217"), event: .submit, from: nil,
      to: .enCours)
    let commit = Commit<DemarcheMachine>(
      expected: nil, state: samples.enCours, entry: entry, facets: town.machine.facets(of: samples.enCours),
      due: town.machine.deadline(of: samples.enCours)?.instant)
    guard store.commit(commit) == .committed else { throw NoSample() }
    return store
  }
}
