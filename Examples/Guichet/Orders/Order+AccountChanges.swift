import Identity

extension Order {
  private static let session = Field.required("session", .string, "la session, telle que account.signIn l’a donnée")

  /// The tab Compte: what it shows, one "Sauver" after the other, and the whole sent to the town.
  static let accountChanges: [Order] = [
    Order("screen.compte", "Onglet Compte\u{A0}: le titulaire, le foyer, l’état.", [session]) { call, town in
      let record = try await call.ownAccount(in: town)
      let view = try town.accounts.services.accounts.machine.view(of: record.state, for: .citizen(record.id))
      return Outcome(
        ["account": .string(record.id.rawValue), "state": .string(view.state.rawValue)],
        screen: AccountScreens.account(view))
    },
    Order(
      "account.missing", "Ce qui manque encore au compte pour préremplir une démarche, pour un de ses membres.",
      [session, .optional("member", .string, "le membre (le titulaire)")]
    ) { call, town in
      let member = MemberID(call.arguments.optionalString("member") ?? MemberID.holder.rawValue)
      let profile = try await call.ownAccount(in: town).state.profile
      guard let profile, profile.household.member(member) != nil else { throw HouseholdRefusal.unknownMember }
      let missing = profile.missing(ProfileField.allCases, for: member)
      return Outcome(
        ["missing": .array(missing.map { .string($0.rawValue) })],
        missing.isEmpty ? "Rien ne manque." : "À compléter\u{A0}: " + missing.map(\.label).joined(separator: ", ") + "."
      )
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
      let name = state.name
      return Outcome(
        ["state": .string(name.rawValue)], "Vos modifications sont envoyées.", "Compte\u{A0}: \(name.label).")
    },
    Order("account.discard", "Abandonne les modifications sauvées et pas encore envoyées.", [session]) { call, town in
      let record = try await call.ownAccount(in: town)
      let count = town.accounts.pages.changes(of: record.id).count
      town.accounts.pages.keep([], of: record.id)
      return Outcome(
        ["discarded": .integer(count)],
        count.counted("modification abandonnée", "modifications abandonnées") + ".")
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
    let isKnown = pending.reduce(record.state.profile?.household.member(member) != nil) { isKnown, change in
      change.presence(of: member) ?? isKnown
    }
    town.accounts.pages.keep(pending + [change(!isKnown)], of: record.id)
    return Outcome(["saved": .integer(pending.count + 1)], "Modification sauvée, à envoyer.")
  }
}

extension ProfileChange {
  /// Whether the member belongs to the household after this change; `nil` where it does not say.
  fileprivate func presence(of member: MemberID) -> Bool? {
    switch self {
    case .household(.addAdult(let adult)): adult.id == member ? true : nil
    case .household(.addChild(let child)): child.id == member ? true : nil
    case .household(.remove(let id)): id == member ? false : nil
    case .household(.changeAdult), .household(.changeChild), .address: nil
    }
  }
}
