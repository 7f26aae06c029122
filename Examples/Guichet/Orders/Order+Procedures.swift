import DemarcheWorkflow

extension Order {
  /// What can be asked of the town.
  static let procedures: [Order] = [
    Order("screen.services", "Onglet Services\u{A0}: le catalogue par thème.") { _, town in
      Outcome(screen: DemarcheScreens.services(town.catalogue))
    },
    Order(
      "screen.procedure", "Ce qu’une démarche demande\u{A0}: ses champs, leurs options, ses pièces.",
      [.required("procedure", .string, "la procédure, parmi celles de screen.services")]
    ) { call, town in
      let id = try call.arguments.string("procedure")
      guard let procedure = town.catalogue[ProcedureID(id)] else { throw LineFault.unknownThing("La procédure", id) }
      return Outcome(
        ["procedure": try JSONValue(encoding: procedure)], screen: DemarcheScreens.procedure(procedure))
    },
  ]
}
