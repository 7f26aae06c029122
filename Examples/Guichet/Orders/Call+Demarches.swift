import DemarcheWorkflow

extension Call {
  /// Gives an order to the démarche named in the line.
  func demarche(_ event: DemarcheEvent, in town: TownHall, saying text: String) async throws -> Outcome {
    let id = DemarcheID(try arguments.string("id"))
    return outcome(of: try await answer(to: event, of: id, in: town), of: id, saying: text)
  }

  /// What an accepted order shows.
  func outcome(
    of answer: (state: StoredDemarche, revision: Revision, isRepeat: Bool), of id: DemarcheID, saying text: String
  ) -> Outcome {
    var result: [String: JSONValue] = [
      "id": .string(id.rawValue), "state": .string(answer.state.name.rawValue),
      "revision": .integer(answer.revision.rawValue), "repeat": .bool(answer.isRepeat),
    ]
    result["number"] = answer.state.filing.map { .string($0.number.description) }
    let state = "État\u{A0}: \(answer.state.name.label)."
    return Outcome(.object(result), answer.isRepeat ? "Déjà fait\u{A0}: rien n’a changé." : text, state)
  }

  /// Saves the answers of the line, whose types are those of the procedure.
  func answerFields(in town: TownHall) async throws -> Outcome {
    let id = DemarcheID(try arguments.string("id"))
    let dossier = try await CitizenDesk(town.demarches).read(id, as: context.principal)?.state.dossier
    let answers = try Conversion.answers(
      arguments.optionalObject("answers") ?? [:], of: dossier.flatMap { town.catalogue[$0.procedure] })
    let change = AnswerChange(
      answers, clearing: arguments.strings("clear").map { FieldKey($0) },
      household: try await town.knownPerson(context.principal)?.household)
    return try await demarche(.answer(change), in: town, saying: "Réponses enregistrées.")
  }
}
