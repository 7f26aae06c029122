import DemarcheWorkflow

extension Call {
  /// Gives an order from where the person stands: what an applicant is answered holds no internal note.
  func answer(
    to event: DemarcheEvent, of id: DemarcheID, in town: TownHall
  ) async throws -> (state: StoredDemarche, revision: Revision, isRepeat: Bool) {
    switch context.principal {
    case .visitor, .citizen:
      let answer = try await CitizenDesk(town.demarches).order(event, to: id, key: key, expecting: seen, in: context)
      return (answer.state, answer.revision, answer.isRepeat)
    case .agent, .system:
      let answer = try await town.demarches.send(event, to: id, key: key, expecting: seen, in: context)
      return (answer.state, answer.record.revision, answer.isRepeat)
    }
  }

  /// What happened to a démarche, as the person may read it.
  func journal(of id: DemarcheID, in town: TownHall) async throws -> Outcome {
    switch context.principal {
    case .visitor, .citizen:
      let history = try await CitizenDesk(town.demarches).history(of: id, as: context.principal)
      return Outcome(["entries": .integer(history.count)], screen: DemarcheScreens.history(history, town.calendar))
    case .agent(let agent):
      let journal = try await AgentDesk(town.demarches).journal(of: id, for: agent)
      return Outcome(["entries": .integer(journal.count)], screen: DemarcheScreens.journal(journal, town.calendar))
    case .system: throw DemarcheRefusal.notAllowed(.consult)
    }
  }
}
