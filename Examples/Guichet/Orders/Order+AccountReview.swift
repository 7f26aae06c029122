import Identity

extension Order {
  private static let account = Field.required("account", .string, "le compte")
  private static let reason = Field.required("reason", .string, "le motif, tel que le titulaire le lit")

  /// What the agents in charge of accounts do.
  static let accountReview: [Order] = [
    Order(
      "screen.comptes", "Pour un agent\u{A0}: les comptes dans un état.",
      [.required("state", oneOf: AccountState.StateName.self, "l’état")] + Field.paging
    ) { call, town in
      guard case .agent(let agent) = call.context.principal else { throw AccountRefusal.notAllowed }
      let state = try call.arguments.choice("state", AccountState.StateName.self)
      let list = try await Consultation(town.accounts.services.accounts).list(
        state, for: agent, after: call.arguments.cursor(), limit: call.arguments.limit())
      return Outcome(
        list: AccountScreens.accounts(list.accounts, in: state, next: list.next?.text),
        ["accounts": .array(list.accounts.map { .string($0.rawValue) })])
    },
    Order("account.consult", "Pour un agent\u{A0}: lit un compte, et le journalise.", [account]) { call, town in
      guard case .agent(let agent) = call.context.principal else { throw AccountRefusal.notAllowed }
      let view = try await Consultation(town.accounts.services.accounts).open(
        AccountID(call.arguments.string("account")), by: agent, at: call.context.instant)
      return Outcome(["state": .string(view.state.rawValue)], screen: AccountScreens.account(view))
    },
    Order("account.permitted", "Ce que la personne peut ordonner maintenant sur un compte.", [account]) { call, town in
      let engine = town.accounts.services.accounts
      // Whoever is nothing to an account is not told whether it exists.
      guard let state = try await engine.store.load(AccountID(call.arguments.string("account")))?.state,
        (try? engine.machine.view(of: state, for: call.context.principal)) != nil
      else { throw AccountRefusal.notAllowed }
      return Outcome(
        permissionsOf: engine.machine, in: state, for: call.context, label: \.label, town.wordings)
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
        of: AccountID(call.arguments.string("account")), as: call.context.principal, at: call.context.instant)
      return Outcome(
        ["entries": .integer(journal.count)], screen: AccountScreens.journal(journal, town.calendar))
    },
  ]
}
