import Foundation
import Identity

extension Order {
  private static let session = Field.required("session", .string, "la session, telle que account.signIn l’a donnée")
  private static let account = Field.required("account", .string, "le compte")
  private static let reason = Field.required("reason", .string, "le motif, tel que le titulaire le lit")

  /// What is done with an account: by its holder, then by the agents in charge.
  static let accounts: [Order] = changing + reviewing

  private static let changing: [Order] = [
    Order("screen.compte", "Onglet Compte\u{A0}: le titulaire, le foyer, l’état.", [session]) { call, town in
      let record = try await call.ownAccount(in: town)
      let view = try town.accounts.services.accounts.machine.view(of: record.state, for: .citizen(record.id))
      return Outcome(
        ["account": .string(record.id.rawValue), "state": .string(view.state.rawValue)],
        screen: AccountScreens.account(view))
    },
    Order("account.saveAdult", "«\u{A0}Sauver\u{A0}» un adulte du foyer.", [session] + adultFields) { call, town in
      let adult = try call.arguments.adult()
      return try await call.save(in: town, adult.id) { isNew in
        .household(isNew ? .addAdult(adult) : .changeAdult(adult))
      }
    },
    Order("account.saveChild", "«\u{A0}Sauver\u{A0}» un enfant du foyer.", [session] + childFields) { call, town in
      let child = try call.arguments.child()
      return try await call.save(in: town, child.id) { isNew in
        .household(isNew ? .addChild(child) : .changeChild(child))
      }
    },
    Order(
      "account.removeMember", "Retire un membre du foyer.", [session, .required("member", .string, "le membre")]
    ) { call, town in
      let member = MemberID(try call.arguments.string("member"))
      return try await call.save(in: town, member) { _ in .household(.remove(member)) }
    },
    Order(
      "account.saveAddress", "«\u{A0}Sauver\u{A0}» l’adresse postale.",
      [
        session, .required("street", .string, "la voie"), .required("postalCode", .string, "le code postal"),
        .required("town", .string, "la commune"),
      ]
    ) { call, town in
      let address = try call.arguments.address()
      return try await call.save(in: town, .holder) { _ in .address(address) }
    },
    Order("account.submit", "Envoie à la mairie les modifications sauvées.", [session]) { call, town in
      let session = try call.session(in: town)
      let changes = town.accounts.pages.changes(of: session.account)
      let state = try await call.signedIn(in: town).change(changes, at: call.context.instant)
      town.accounts.pages.keep([], of: session.account)
      let name = AccountMachine.name(of: state)
      return Outcome(
        ["state": .string(name.rawValue)], "Vos modifications sont envoyées.", "Compte\u{A0}: \(name.label).")
    },
    Order(
      "account.changeContact", "Change le moyen d’être joint.",
      [
        session, .required("email", .string, "l’adresse de courriel"), .optional("telephone", .string, "le téléphone"),
        .optional("preferred", .string, "le moyen choisi\u{A0}: email ou telephone"),
        .required("password", .string, "le mot de passe"),
      ]
    ) { call, town in
      try await call.signedIn(in: town).changeContact(
        to: call.arguments.contact(), password: call.arguments.string("password"), at: call.context.instant)
      return Outcome([:], "Vos coordonnées ont été modifiées.")
    },
    Order(
      "account.close", "Ferme son compte.", [session, .required("password", .string, "le mot de passe")]
    ) { call, town in
      try await call.signedIn(in: town).close(
        password: call.arguments.string("password"), at: call.context.instant)
      return Outcome([:], "Votre compte est fermé.")
    },
    Order("account.export", "Tout ce que la mairie détient d’un compte, en JSON.", [session]) { call, town in
      let record = try await call.ownAccount(in: town)
      let journal = try await town.accounts.services.accounts.store.journal(of: record.id)
      let export = try PersonalExport(of: record.state, journal: journal).json()
      return Outcome(
        ["export": try JSONReader.value(of: export)],
        "Compte exporté, avec \(journal.count) lignes de journal.")
    },
    Order("account.erasurePlan", "Ce qui sera effacé d’un compte, et quand.", [session]) { call, town in
      let record = try await call.ownAccount(in: town)
      let plan = ErasurePlan(of: record.state, under: town.accounts.services.accounts.machine.policy.retention)
      return Outcome(screen: AccountScreens.plan(plan, town.calendar))
    },
  ]

  private static let reviewing: [Order] = [
    Order(
      "screen.comptes", "Pour un agent\u{A0}: les comptes dans un état.",
      [
        .required("state", .string, "enAttente, valide, modifie, invalide ou ferme")
      ]
    ) { call, town in
      guard case .agent(let agent) = call.context.principal else { throw AccountRefusal.notAllowed }
      let list = try await Consultation(town.accounts.services.accounts).list(
        call.arguments.choice("state", AccountState.StateName.self), for: agent)
      return Outcome(
        ["accounts": .array(list.accounts.map { .string($0.rawValue) })], "\(list.accounts.count) compte(s).")
    },
    Order("account.consult", "Pour un agent\u{A0}: lit un compte, et le journalise.", [account]) { call, town in
      guard case .agent(let agent) = call.context.principal else { throw AccountRefusal.notAllowed }
      let view = try await Consultation(town.accounts.services.accounts).open(
        AccountID(call.arguments.string("account")), by: agent, at: call.context.instant)
      return Outcome(["state": .string(view.state.rawValue)], screen: AccountScreens.account(view))
    },
    Order("account.permitted", "Ce que la personne peut ordonner maintenant sur un compte.", [account]) { call, town in
      let engine = town.accounts.services.accounts
      let state = try await engine.store.load(AccountID(call.arguments.string("account")))?.state
      let permitted = engine.machine.permitted(in: state, for: call.context)
      return Outcome(
        ["permitted": .array(permitted.map { .string($0.rawValue) })],
        "Possible\u{A0}: " + permitted.map(\.rawValue).joined(separator: ", "))
    },
    Order("account.validate", "Valide un compte.", [account]) { call, town in
      try await call.account(.validate, in: town, saying: "Compte validé.")
    },
    Order("account.refuse", "Refuse un compte.", [account, reason]) { call, town in
      try await call.account(.refuse(reason: call.reason()), in: town, saying: "Compte refusé.")
    },
    Order("account.accept", "Accepte la modification en cours.", [account]) { call, town in
      try await call.account(.accept, in: town, saying: "Modification acceptée.")
    },
    Order("account.reject", "Rejette la modification en cours.", [account, reason]) { call, town in
      try await call.account(.reject(reason: call.reason()), in: town, saying: "Modification rejetée.")
    },
    Order("account.closeByTown", "Ferme un compte, pour un agent.", [account, reason]) { call, town in
      try await call.account(.close(.byTown(call.reason())), in: town, saying: "Compte fermé.")
    },
    Order("account.journal", "Le journal d’un compte.", [account]) { call, town in
      let journal = try await Consultation(town.accounts.services.accounts).journal(
        of: AccountID(call.arguments.string("account")), as: call.context.principal)
      return Outcome(
        ["entries": .integer(journal.count)], screen: AccountScreens.journal(journal, town.calendar))
    },
  ]
}

extension Call {
  /// Keeps one "Sauver" with those before it, until they are sent together.
  fileprivate func save(
    in town: TownHall, _ member: MemberID, _ change: (_ isNew: Bool) -> ProfileChange
  ) async throws -> Outcome {
    let record = try await ownAccount(in: town)
    let pending = town.accounts.pages.changes(of: record.id)
    let known = record.state.profile?.household.member(member) != nil || pending.contains { $0.adds(member) }
    town.accounts.pages.keep(pending + [change(!known)], of: record.id)
    return Outcome(["saved": .integer(pending.count + 1)], "Modification sauvée, à envoyer.")
  }
}

extension ProfileChange {
  fileprivate func adds(_ member: MemberID) -> Bool {
    switch self {
    case .household(.addAdult(let adult)): adult.id == member
    case .household(.addChild(let child)): child.id == member
    case .household(.changeAdult), .household(.changeChild), .household(.remove), .address: false
    }
  }
}
