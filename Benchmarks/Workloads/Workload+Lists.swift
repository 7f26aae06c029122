import DemarcheWorkflow
import Foundation
import WorkflowKernel

extension Workload {
  /// What an account and the system read, over stores that grow while what is read does not.
  static func lists(_ town: Town) -> [Workload] {
    [1_000, 100_000, 1_000_000].flatMap { size in
      [
        Workload("Accueil: five of \(size) démarches", after: { try accueil(town, of: size) }),
        Workload("due: a hundred of \(size) démarches", after: { try due(town, of: size) }),
      ]
    }
  }

  private static func accueil(_ town: Town, of size: Int) throws -> Repeats {
    let desk = CitizenDesk(Engine(town.machine, store: try town.store(holding: size)))
    return { count in
      for _ in 0..<count {
        let page = try await desk.submitted(by: Town.reader)
        guard page.rows.count == 5 else { throw NoSample() }
        keep(page)
      }
    }
  }

  private static func due(_ town: Town, of size: Int) throws -> Repeats {
    let store = try town.store(holding: size)
    let later = Town.instant(day: 400)
    return { count in
      for _ in 0..<count { keep(store.due(at: later, after: nil, limit: 100)) }
    }
  }
}

extension Town {
  static let reader: AccountID = "account-0"

  /// A store of submitted démarches, five an account, over the three hundred days of a year of work.
  func store(holding size: Int) throws -> InMemoryStore<DemarcheMachine> {
    let store = InMemoryStore<DemarcheMachine>()
    let identity = try ApplicantIdentity(lastName: "Lefèvre", firstName: "Camille")
    for index in 0..<size {
      let id = DemarcheID("D-\(index)")
      let citizen = citizen(AccountID("account-\(index % (size / 5))"), day: index * 300 / size)
      let number = try RequestNumber(serial: index)
      let state = try state(after: [
        (.open(Opening("signalement")), citizen), (.submit(Submission(number: number, identity: identity)), citizen),
      ])
      let entry = JournalEntry<DemarcheMachine>(
        id: id, revision: .first, instant: citizen.instant, actor: citizen.principal.actor, event: .submit, from: nil,
        to: state.name)
      let commit = Commit<DemarcheMachine>(
        expected: nil, state: state, entry: entry, facets: machine.facets(of: state),
        due: machine.deadline(of: state)?.instant)
      guard store.commit(commit) == .committed else { throw NoSample() }
    }
    return store
  }
}
