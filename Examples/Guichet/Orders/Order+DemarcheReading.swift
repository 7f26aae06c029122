import DemarcheWorkflow

extension Order {
  private static let id = Field.required("id", .string, "la démarche")

  /// What is read of one démarche.
  static let demarcheReading: [Order] = [
    Order("demarche.consult", "Lit une démarche\u{A0}; la lecture d’un agent est journalisée.", [id]) { call, town in
      try await call.consult(in: town)
    },
    Order("demarche.permitted", "Ce que la personne peut ordonner maintenant, et sinon pourquoi.", [id]) { call, town in
      let id = DemarcheID(try call.arguments.string("id"))
      // Whoever may not read what happened to it is not told what could.
      if call.context.principal != .system { _ = try await call.journal(of: id, in: town) }
      let state = try await town.demarches.store.load(id)?.state
      return Outcome(
        permissionsOf: town.demarches.machine, in: state, for: call.context, label: \.label, town.wordings)
    },
    Order("demarche.slip", "Le bordereau à joindre aux pièces envoyées par courrier.", [id]) { call, town in
      let slip = try await call.slip(in: town)
      return Outcome(["slip": .string(slip.text.value)], slip.text.value)
    },
    Order("demarche.journal", "Le journal d’une démarche.", [id]) { call, town in
      try await call.journal(of: DemarcheID(call.arguments.string("id")), in: town)
    },
    Order(
      "demarche.follow", "Pour un visiteur\u{A0}: retrouve sa démarche par numéro et code secret.",
      [.required("number", .string, "le numéro de la demande"), .required("code", .string, "le code secret")]
    ) { call, town in
      let (record, visitor) = try await VisitorFollowUp(town.demarches).follow(
        number: try call.arguments.string("number"), code: try call.arguments.string("code"))
      var outcome = try call.shown(record, to: visitor, in: town)
      // As whom the person goes on, from whatever browser.
      if case .visitor(let id) = visitor, case .object(var result) = outcome.result {
        result["visitor"] = .string(id.rawValue)
        outcome.result = .object(result)
      }
      return outcome
    },
    Order("demarche.export", "Tout ce que la mairie détient des démarches d’un compte, en JSON.") { call, town in
      let exports = try await CitizenDesk(town.demarches).export(of: call.account())
      return Outcome(
        ["demarches": try JSONValue(encoding: exports)],
        exports.count.counted("démarche exportée", "démarches exportées") + ".")
    },
  ]
}

extension Call {
  fileprivate func slip(in town: TownHall) async throws -> PostSlip {
    let id = try arguments.string("id")
    let state = try await CitizenDesk(town.demarches).read(DemarcheID(id), as: context.principal)?.state
    guard let state else { throw LineFault.unknownThing("La démarche", id) }
    switch state {
    case .enCours(let demarche): return demarche.postSlip
    case .incomplet(let demarche): return demarche.postSlip
    case .complet(let demarche): return demarche.postSlip
    case .brouillon, .valide, .rejete, .annule, .clos, .archive:
      throw LineFault.unknownThing("Le bordereau de la démarche", id)
    }
  }
}
