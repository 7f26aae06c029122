import Identity

/// The screens of accounts.
enum AccountScreens {
  static func account(_ view: AccountView) -> Screen {
    let contact = view.profile.contact
    let holder = Screen.Table(
      "holder", columns: ["name": "Titulaire", "login": "Identifiant", "state": "État", "preferred": "Joint par"],
      rows: [
        [
          Screen.Cell(view.profile.holder.name.full.value), Screen.Cell(view.login.text.value),
          .named(view.state, view.state.label), .named(contact.preferred, contact.preferred.label),
        ]
      ],
      empty: "")
    return Screen(
      "compte", title: "Compte",
      tables: [holder, household("household", "Foyer", view.profile)]
        + (view.proposed.map { [household("proposed", "Foyer après la modification en cours", $0)] } ?? []))
  }

  /// Adults first, then children.
  private static func household(_ name: String, _ heading: String, _ profile: Profile) -> Screen.Table {
    Screen.Table(
      name, heading, columns: ["member": "Membre", "kind": "", "birthDate": "Naissance", "town": "Commune"],
      rows: profile.household.members.map { member in
        let kind: Screen.Cell =
          switch member {
          case .adult: Screen.Cell("adulte", "adult")
          case .child: Screen.Cell("enfant", "child")
          }
        return [
          Screen.Cell(member.displayName.value, .string(member.id.rawValue)), kind,
          member.birthDate.map { .day($0.value) } ?? "", Screen.Cell(profile.address?.town.value ?? ""),
        ]
      },
      empty: "")
  }

  static func accounts(_ accounts: [AccountID], in state: AccountState.StateName, next: String?) -> Screen {
    Screen(
      "comptes", title: "Comptes",
      tables: [
        Screen.Table(
          "accounts", columns: ["account": "Compte", "state": "État"],
          rows: accounts.map { [Screen.Cell($0.rawValue), .named(state, state.label)] },
          empty: "Aucun compte dans cet état.")
      ], next: next)
  }

  static func plan(_ plan: ErasurePlan, _ calendar: TownCalendar) -> Screen {
    Screen(
      "effacement", title: "Effacement",
      tables: [
        Screen.Table(
          "plan", columns: ["content": "Données", "term": "Effacement"],
          rows: plan.lines.map { line in
            let term: Screen.Cell =
              switch line.term {
              case .erased: Screen.Cell("déjà effacées", "erased")
              case .due(let instant):
                Screen.Cell(
                  "le \(calendar.date(of: instant).frenchShort), sans connexion d’ici là",
                  .string(calendar.date(of: instant).description))
              case .kept: Screen.Cell("conservées, sans contenu personnel", "kept")
              }
            return [.named(line.content, line.content.label), term]
          },
          empty: "")
      ])
  }

  static func journal(_ lines: [AccountJournalLine], _ calendar: TownCalendar) -> Screen {
    Screen(
      "journal", title: "Journal du compte",
      tables: [
        Screen.Table(
          "journal", columns: ["day": "Quand", "actor": "Qui", "event": "Quoi", "from": "De", "to": "Vers"],
          rows: lines.map { line in
            [
              .day(calendar.date(of: line.instant)), Screen.Cell(line.agent?.rawValue ?? line.by.label),
              .named(line.event, line.event.label), line.from.map { .named($0, $0.label) } ?? "",
              .named(line.to, line.to.label),
            ]
          },
          empty: "Rien.")
      ])
  }
}
