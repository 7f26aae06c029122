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
    case .agent:
      let answer = try await AgentDesk(town.demarches).order(event, to: id, key: key, expecting: seen, in: context)
      return (answer.state, answer.record.revision, answer.isRepeat)
    case .system:
      let answer = try await town.demarches.send(event, to: id, key: key, expecting: seen, in: context)
      return (answer.state, answer.record.revision, answer.isRepeat)
    }
  }

  /// The whole of a démarche, for its applicant or an agent in charge, whose reading is journaled before it shows.
  func consult(in town: TownHall) async throws -> Outcome {
    let id = DemarcheID(try arguments.string("id"))
    switch context.principal {
    case .visitor, .citizen:
      guard let record = try await CitizenDesk(town.demarches).read(id, as: context.principal) else {
        throw DemarcheRefusal.notAllowed(.consult)
      }
      return try shown(record, to: context.principal, in: town)
    case .agent, .system:
      return try shown(
        try await AgentDesk(town.demarches).read(id, in: context), to: context.principal, in: town)
    }
  }

  func shown(_ record: Record<DemarcheMachine>, to reader: Principal, in town: TownHall) throws -> Outcome {
    let state = record.state
    guard let dossier = state.dossier, let procedure = town.catalogue[dossier.procedure] else {
      throw LineFault.unknownThing("La démarche", record.id.rawValue)
    }
    var isForAgents = false
    if case .agent = reader { isForAgents = true }
    let dossierScreen = DossierScreen(
      state: state, dossier: dossier, procedure: procedure, isForAgents: isForAgents, calendar: town.calendar,
      today: town.calendar.date(of: context.instant), wordings: town.wordings)
    return Outcome(
      [
        "id": .string(record.id.rawValue), "state": .string(state.name.rawValue),
        "revision": .integer(record.revision.rawValue),
      ], "État\u{A0}: \(state.name.label).", screen: dossierScreen.screen)
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
