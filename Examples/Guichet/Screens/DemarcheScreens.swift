import DemarcheWorkflow

/// The lists of the démarches, and what happened to one.
enum DemarcheScreens {
  static func services(_ catalogue: Catalogue) -> Screen {
    Screen(
      "services", title: "Services",
      tables: catalogue.sections.map { section in
        Screen.Table(
          section.theme.id.rawValue, section.theme.label, columns: ["procedure": "Démarche", "access": "Accès"],
          rows: section.procedures.map {
            [Screen.Cell($0.label, .string($0.id.rawValue)), .named($0.access, $0.access.label)]
          },
          empty: "Aucune démarche.")
      })
  }

  static func accueil(_ page: DemarchePage) -> Screen {
    Screen(
      "accueil", title: "Accueil",
      tables: [
        Screen.Table(
          "submitted", columns: ["label": "Demande", "number": "N°", "state": "État"],
          rows: page.rows.map { row in
            Screen.Row(
              [Screen.Cell(row.label), row.numberCell, .named(row.state, row.state.label)], values: row.values)
          },
          empty: "Vous n’avez envoyé aucune demande.")
      ], next: page.next?.text)
  }

  static func demandes(_ page: DemarchePage, _ calendar: TownCalendar) -> Screen {
    Screen(
      "demandes", title: "Demandes",
      tables: [
        Screen.Table(
          "submitted",
          columns: ["label": "Demande", "number": "N°", "day": "Date", "member": "Membre", "state": "État"],
          rows: page.rows.map { row in
            Screen.Row(
              [
                Screen.Cell(row.label), row.numberCell, .day(calendar.date(of: row.instant)),
                Screen.Cell(row.member?.value ?? ""), .named(row.state, row.state.label),
              ], values: row.values)
          },
          empty: "Aucune demande.")
      ], next: page.next?.text)
  }

  /// What an agent sees of it: who it is for is read in the dossier, and journaled.
  static func inbox(_ page: DemarchePage, _ calendar: TownCalendar) -> Screen {
    Screen(
      "demandes", title: "Demandes",
      tables: [
        Screen.Table(
          "submitted", columns: ["label": "Demande", "number": "N°", "day": "Date", "state": "État"],
          rows: page.rows.map { row in
            Screen.Row(
              [
                Screen.Cell(row.label), row.numberCell, .day(calendar.date(of: row.instant)),
                .named(row.state, row.state.label),
              ], values: row.values)
          },
          empty: "Aucune demande.")
      ], next: page.next?.text)
  }

  static func drafts(_ page: DemarchePage, _ calendar: TownCalendar) -> Screen {
    Screen(
      "brouillons", title: "Brouillons",
      tables: [
        Screen.Table(
          "drafts", columns: ["label": "Demande", "day": "Ouverte le", "member": "Membre"],
          rows: page.rows.map { row in
            Screen.Row(
              [Screen.Cell(row.label), .day(calendar.date(of: row.instant)), Screen.Cell(row.member?.value ?? "")],
              values: row.values)
          },
          empty: "Aucun brouillon.")
      ], next: page.next?.text)
  }

  static func journal(_ entries: [JournalEntry<DemarcheMachine>], _ calendar: TownCalendar) -> Screen {
    Screen(
      "journal", title: "Journal",
      tables: [
        Screen.Table(
          "journal",
          columns: ["day": "Quand", "actor": "Qui", "event": "Quoi", "from": "De", "to": "Vers", "reason": "Motif"],
          rows: entries.map { entry in
            [
              .day(calendar.date(of: entry.instant)), Screen.Cell(entry.actor.text),
              .named(entry.event, entry.event.label), entry.from.map { .named($0, $0.label) } ?? "",
              .named(entry.to, entry.to.label), Screen.Cell(entry.reason ?? ""),
            ]
          },
          empty: "Rien.")
      ])
  }

  /// What an applicant reads of what happened: no agent is named.
  static func history(_ lines: [DemarcheExport.Line], _ calendar: TownCalendar) -> Screen {
    Screen(
      "journal", title: "Journal",
      tables: [
        Screen.Table(
          "history", columns: ["day": "Quand", "actor": "Qui", "event": "Quoi", "to": "Vers"],
          rows: lines.map { line in
            [
              .day(calendar.date(of: line.instant)), .named(line.by, line.by.text),
              .named(line.event, line.event.label), .named(line.to, line.to.label),
            ]
          },
          empty: "Rien.")
      ])
  }
}

extension DemarcheRow {
  fileprivate var numberCell: Screen.Cell { Screen.Cell(number?.description ?? "") }

  /// What a program needs to go on with the démarche.
  fileprivate var values: [String: JSONValue] { ["id": .string(id.rawValue)] }
}
