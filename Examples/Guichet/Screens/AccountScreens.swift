import Identity

/// The screens of accounts.
enum AccountScreens {
  static func account(_ view: AccountView) -> Screen {
    let holder = Screen.Table(
      columns: ["Titulaire", "Identifiant", "État", "Joint par"],
      rows: [
        [
          view.profile.holder.name.full.value, view.login.text.value, view.state.label,
          view.profile.contact.preferred.label,
        ]
      ],
      empty: "")
    return Screen(
      "compte", title: "Compte",
      tables: [holder, household("Foyer", view.profile)]
        + (view.proposed.map { [household("Foyer après la modification en cours", $0)] } ?? []))
  }

  /// Adults first, then children.
  private static func household(_ heading: String, _ profile: Profile) -> Screen.Table {
    Screen.Table(
      heading, columns: ["Membre", "", "Naissance", "Commune"],
      rows: profile.household.members.map { member in
        let kind =
          switch member {
          case .adult: "adulte"
          case .child: "enfant"
          }
        return [
          member.displayName.value, kind, member.birthDate?.value.frenchShort ?? "",
          profile.address?.town.value ?? "",
        ]
      },
      empty: "")
  }

  static func plan(_ plan: ErasurePlan, _ calendar: TownCalendar) -> Screen {
    Screen(
      "effacement", title: "Effacement",
      tables: [
        Screen.Table(
          columns: ["Données", "Effacement"],
          rows: plan.lines.map { line in
            let term =
              switch line.term {
              case .erased: "déjà effacées"
              case .due(let instant): "le \(calendar.date(of: instant).frenchShort), sans connexion d’ici là"
              case .kept: "conservées, sans contenu personnel"
              }
            return [line.content.label, term]
          },
          empty: "")
      ])
  }

  static func journal(_ entries: [JournalEntry<AccountMachine>], _ calendar: TownCalendar) -> Screen {
    Screen(
      "journal", title: "Journal du compte",
      tables: [
        Screen.Table(
          columns: ["Quand", "Qui", "Quoi", "De", "Vers"],
          rows: entries.map { entry in
            [
              calendar.date(of: entry.instant).frenchShort, entry.actor.label, entry.event.rawValue,
              entry.from?.label ?? "", entry.to.label,
            ]
          },
          empty: "Rien.")
      ])
  }
}

extension Contact.Means {
  fileprivate var label: String {
    switch self {
    case .email: "courriel"
    case .telephone: "téléphone"
    }
  }
}

extension ErasurePlan.Content {
  fileprivate var label: String {
    switch self {
    case .access: "Mot de passe, question, réponse"
    case .profile: "Nom, foyer, adresse, contact, identifiant"
    case .journal: "Journal"
    }
  }
}

extension Actor {
  fileprivate var label: String {
    switch self {
    case .visitor: "visiteur"
    case .citizen: "titulaire"
    case .agent(let id): id.rawValue
    case .system: "système"
    }
  }
}
