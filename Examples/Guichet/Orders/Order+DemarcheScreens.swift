import DemarcheWorkflow
import Foundation

extension Order {
  private static let id = Field.required("id", .string, "la démarche")

  /// What is read of the démarches.
  static let reading: [Order] = [
    Order("screen.services", "Onglet Services\u{A0}: le catalogue par thème.") { _, town in
      Outcome(screen: DemarcheScreens.services(town.catalogue))
    },
    Order("screen.accueil", "Onglet Accueil\u{A0}: les démarches envoyées et leur état.") { call, town in
      let page = try await CitizenDesk(town.demarches).submitted(by: call.account())
      return Outcome(screen: DemarcheScreens.accueil(page.rows))
    },
    Order("screen.demandes", "Onglet Demandes\u{A0}: les mêmes, avec la date et le membre.") { call, town in
      let page = try await CitizenDesk(town.demarches).submitted(by: call.account())
      return Outcome(screen: DemarcheScreens.demandes(page.rows, town.calendar))
    },
    Order("screen.brouillons", "Les brouillons.") { call, town in
      let page = try await CitizenDesk(town.demarches).drafts(of: call.account())
      return Outcome(screen: DemarcheScreens.drafts(page.rows, town.calendar))
    },
    Order(
      "screen.service", "Pour un agent\u{A0}: les démarches reçues par un service.",
      [.required("service", .string, "le service")]
    ) { call, town in
      guard case .agent(let agent) = call.context.principal else { throw DemarcheRefusal.notAllowed(.consult) }
      let service = ServiceID(try call.arguments.string("service"))
      let page = try await AgentDesk(town.demarches).inbox(of: service, for: agent)
      return Outcome(screen: DemarcheScreens.demandes(page.rows, town.calendar))
    },
    Order("demarche.consult", "Pour un agent\u{A0}: lit un dossier, et le journalise.", [id]) { call, town in
      let record = try await AgentDesk(town.demarches).read(DemarcheID(call.arguments.string("id")), in: call.context)
      return Outcome(
        ["state": .string(record.state.name.rawValue), "revision": .integer(record.revision.rawValue)],
        "Dossier consulté, état\u{A0}: \(record.state.name.label).")
    },
    Order("demarche.permitted", "Ce que la personne peut ordonner maintenant, et sinon pourquoi.", [id]) { call, town in
      let state = try await town.demarches.store.load(DemarcheID(call.arguments.string("id")))?.state
      guard town.demarches.machine.role(of: call.context.principal, in: state) != nil else {
        throw DemarcheRefusal.notAllowed(.consult)
      }
      let permissions = town.demarches.machine.permissions(in: state, for: call.context)
      return Outcome(
        .object(
          Dictionary(
            uniqueKeysWithValues: permissions.map { permission in
              (permission.event.rawValue, .array(permission.obstacles.map { .string($0.text) }))
            })),
        "Possible\u{A0}: " + permissions.filter(\.isPermitted).map(\.event.label).joined(separator: ", "))
    },
    Order("demarche.slip", "Le bordereau à joindre aux pièces envoyées par courrier.", [id]) { call, town in
      let slip = try await call.slip(in: town)
      return Outcome(["slip": .string(slip.text.value)], slip.text.value)
    },
    Order("demarche.journal", "Le journal d’une démarche.", [id]) { call, town in
      try await call.journal(of: DemarcheID(call.arguments.string("id")), in: town)
    },
    Order(
      "demarche.follow", "Pour un visiteur\u{A0}: suit sa démarche par numéro et code secret.",
      [.required("number", .string, "le numéro de la demande"), .required("code", .string, "le code secret")]
    ) { call, town in
      let (record, _) = try await VisitorFollowUp(town.demarches).follow(
        number: try call.arguments.string("number"), code: try call.arguments.string("code"))
      return Outcome(
        ["id": .string(record.id.rawValue), "state": .string(record.state.name.rawValue)],
        "Votre demande est dans l’état\u{A0}: \(record.state.name.label).")
    },
    Order("demarche.export", "Tout ce que la mairie détient des démarches d’un compte, en JSON.") { call, town in
      let exports = try await CitizenDesk(town.demarches).export(of: call.account())
      return Outcome(["demarches": try JSONValue(encoding: exports)], "\(exports.count) démarche(s) exportée(s).")
    },
  ]
}

extension Call {
  /// The account of the citizen who speaks.
  func account() throws -> AccountID {
    guard case .citizen(let account) = context.principal else { throw DemarcheRefusal.accountRequired }
    return account
  }

  fileprivate func slip(in town: TownHall) async throws -> PostSlip {
    let id = try arguments.string("id")
    let state = try await CitizenDesk(town.demarches).read(DemarcheID(id), as: context.principal)
    guard let state else {
      throw LineFault.unknownThing("La démarche", id)
    }
    switch state {
    case .enCours(let demarche): return demarche.postSlip
    case .incomplet(let demarche): return demarche.postSlip
    case .complet(let demarche): return demarche.postSlip
    case .brouillon, .valide, .rejete, .annule, .clos, .archive:
      throw LineFault.unknownThing("Le bordereau de la démarche", id)
    }
  }
}

extension Obstacle<DemarcheGuard> {
  fileprivate var text: String {
    switch self {
    case .state: "state"
    case .principal: "principal"
    case .guard(let condition): condition.rawValue
    }
  }
}
