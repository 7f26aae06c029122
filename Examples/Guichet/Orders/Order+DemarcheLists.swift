import DemarcheWorkflow

extension Order {
  /// The lists of the démarches.
  static let demarcheLists: [Order] = [
    Order("screen.accueil", "Onglet Accueil\u{A0}: les démarches envoyées et leur état.", Field.paging) { call, town in
      let page = try await CitizenDesk(town.demarches).submitted(
        by: call.account(), after: call.arguments.cursor(), limit: call.arguments.limit())
      return Outcome(list: DemarcheScreens.accueil(page))
    },
    Order("screen.demandes", "Onglet Demandes\u{A0}: les mêmes, avec la date et le membre.", Field.paging) {
      call, town in
      let page = try await CitizenDesk(town.demarches).submitted(
        by: call.account(), after: call.arguments.cursor(), limit: call.arguments.limit())
      return Outcome(list: DemarcheScreens.demandes(page, town.calendar))
    },
    Order("screen.brouillons", "Les brouillons.", Field.paging) { call, town in
      let page = try await CitizenDesk(town.demarches).drafts(
        of: call.account(), after: call.arguments.cursor(), limit: call.arguments.limit())
      return Outcome(list: DemarcheScreens.drafts(page, town.calendar))
    },
    Order(
      "screen.service", "Pour un agent\u{A0}: les démarches reçues par un service.",
      [
        .required("service", .string, "le service, parmi ceux de catalogue.json"),
        .optional("state", oneOf: DemarcheStateName.self, "celles dans cet état"),
      ] + Field.paging
    ) { call, town in
      guard case .agent(let agent) = call.context.principal else { throw DemarcheRefusal.notAllowed(.consult) }
      let page = try await AgentDesk(town.demarches).inbox(
        of: ServiceID(call.arguments.string("service")),
        in: call.arguments["state"].map { _ in try call.arguments.choice("state", DemarcheStateName.self) },
        for: agent, after: call.arguments.cursor(), limit: call.arguments.limit())
      return Outcome(list: DemarcheScreens.inbox(page, town.calendar))
    },
  ]
}
