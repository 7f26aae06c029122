import DemarcheWorkflow

/// The screens of the démarches.
enum DemarcheScreens {
  static func services(_ catalogue: Catalogue) -> Screen {
    Screen(
      "services", title: "Services",
      tables: catalogue.sections.map { section in
        Screen.Table(
          section.theme.label, columns: ["Démarche", "Accès"],
          rows: section.procedures.map { [$0.label, $0.access == .anonymous ? "libre" : "avec un compte"] },
          empty: "Aucune démarche.")
      })
  }

  static func accueil(_ rows: [DemarcheRow]) -> Screen {
    Screen(
      "accueil", title: "Accueil",
      tables: [
        Screen.Table(
          columns: ["Demande", "N°", "État"],
          rows: rows.map { [$0.label, $0.number?.description ?? "", $0.state.label] },
          empty: "Vous n’avez envoyé aucune demande.")
      ])
  }

  static func demandes(_ rows: [DemarcheRow], _ calendar: TownCalendar) -> Screen {
    Screen(
      "demandes", title: "Demandes",
      tables: [
        Screen.Table(
          columns: ["Demande", "N°", "Date", "Membre", "État"],
          rows: rows.map { row in
            [
              row.label, row.number?.description ?? "", calendar.date(of: row.instant).frenchShort,
              row.member?.value ?? "", row.state.label,
            ]
          },
          empty: "Aucune demande.")
      ])
  }

  static func drafts(_ rows: [DemarcheRow], _ calendar: TownCalendar) -> Screen {
    Screen(
      "brouillons", title: "Brouillons",
      tables: [
        Screen.Table(
          columns: ["Demande", "Ouverte le", "Membre"],
          rows: rows.map { [$0.label, calendar.date(of: $0.instant).frenchShort, $0.member?.value ?? ""] },
          empty: "Aucun brouillon.")
      ])
  }

  static func journal(_ entries: [JournalEntry<DemarcheMachine>], _ calendar: TownCalendar) -> Screen {
    Screen(
      "journal", title: "Journal",
      tables: [
        Screen.Table(
          columns: ["Quand", "Qui", "Quoi", "De", "Vers", "Motif"],
          rows: entries.map { entry in
            [
              calendar.date(of: entry.instant).frenchShort, entry.actor.text, entry.event.rawValue,
              entry.from?.label ?? "", entry.to.label, entry.reason ?? "",
            ]
          },
          empty: "Rien.")
      ])
  }
}

extension DemarcheScreens {
  /// What an applicant reads of what happened: no agent is named.
  static func history(_ lines: [DemarcheExport.Line], _ calendar: TownCalendar) -> Screen {
    Screen(
      "journal", title: "Journal",
      tables: [
        Screen.Table(
          columns: ["Quand", "Qui", "Quoi", "Vers"],
          rows: lines.map { [calendar.date(of: $0.instant).frenchShort, $0.by.text, $0.event.rawValue, $0.to.label] },
          empty: "Rien.")
      ])
  }
}

extension Principal.Kind {
  fileprivate var text: String {
    switch self {
    case .visitor: "visiteur"
    case .citizen: "titulaire"
    case .agent: "mairie"
    case .system: "système"
    }
  }
}

extension Actor {
  fileprivate var text: String {
    switch self {
    case .visitor(let id): id.rawValue
    case .citizen(let id): id.rawValue
    case .agent(let id): id.rawValue
    case .system: "système"
    }
  }
}
