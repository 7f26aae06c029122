import DemarcheWorkflow

/// One démarche as its applicant, or an agent in charge, reads it.
struct DossierScreen {
  let state: StoredDemarche
  let dossier: Dossier
  let procedure: Procedure
  let isForAgents: Bool
  let calendar: TownCalendar
  let today: CivilDate
  let wordings: Wordings

  var screen: Screen {
    Screen(
      "demarche", title: procedure.label, tables: [summary] + help + [limits, progress] + answers + [pieces, notes])
  }

  private var summary: Screen.Table {
    let filing = state.filing
    let subject: Screen.Cell =
      switch dossier.subject {
      case .none: ""
      case .household: Screen.Cell("le foyer", "household")
      case .member(let member): Screen.Cell(member.name.value, .string(member.id.rawValue))
      }
    return Screen.Table(
      "summary", columns: ["number": "N°", "state": "État", "received": "Reçue le", "subject": "Pour"],
      rows: [
        [
          Screen.Cell(filing?.number.description ?? ""), .named(state.name, state.name.label),
          filing.map { .day(calendar.date(of: $0.received)) } ?? "", subject,
        ]
      ], empty: "")
  }

  /// What the procedure is for, and what comes after its decision.
  private var help: [Screen.Table] { [procedure.help].compactMap { $0 }.map { .text("help", $0) } }

  /// What the system does by itself, and when (F31).
  private var limits: Screen.Table {
    Screen.Table(
      "limits", "Échéances", columns: ["day": "Le", "limit": "Si rien ne se passe d’ici là"],
      rows: state.timeLimits(in: calendar).map {
        [.day(calendar.date(of: $0.instant)), .named($0.kind, $0.kind.label)]
      },
      empty: "Aucune.")
  }

  /// How far each step is, and what is missing in it (F02, F22).
  private var progress: Screen.Table {
    let steps = procedure.progress(dossier.answers, on: today, household: dossier.household)
    return Screen.Table(
      "progress", "Avancement", columns: ["step": "Étape", "state": "", "missing": "À compléter"],
      rows: zip(procedure.steps, steps).map { step, progress in
        let state: Screen.Cell =
          if progress.isComplete {
            Screen.Cell("complète", "complete")
          } else if progress.isStarted {
            Screen.Cell("commencée", "started")
          } else {
            Screen.Cell("à remplir", "empty")
          }
        return Screen.Row(
          [
            Screen.Cell(step.label, .string(step.key.rawValue)), state,
            Screen.Cell(progress.problems.map(\.label).joined(separator: ", ")),
          ], values: ["missing": .array(progress.problems.map { $0.json(wordings) })])
      }, empty: "")
  }

  /// The answers that count, step by step, with the labels that were read when they were given.
  private var answers: [Screen.Table] {
    let relevant = procedure.relevant(dossier.answers)
    return procedure.steps.map { step in
      Screen.Table(
        step.key.rawValue, step.label, columns: ["field": "Question", "answer": "Réponse"],
        rows: step.fields.compactMap { field in
          relevant[field.key].map { answer in
            [Screen.Cell(field.label, .string(field.key.rawValue)), .answer(answer, to: field.type, in: dossier)]
          }
        }, empty: "Aucune réponse.")
    }
  }

  private var pieces: Screen.Table {
    Screen.Table(
      "pieces", "Pièces", columns: ["piece": "Pièce", "required": "", "state": "État", "detail": ""],
      rows: dossier.pieces.map { piece in
        [
          Screen.Cell(piece.label, .string(piece.key.rawValue)),
          Screen.Cell(piece.isRequired ? "obligatoire" : "facultative", .bool(piece.isRequired)),
          .named(piece.status.name, piece.isIdle ? "" : piece.status.name.label), Screen.Cell(piece.status.detail),
        ]
      }, empty: "Aucune pièce n’est demandée.")
  }

  /// The desk of an applicant has left out the internal notes.
  private var notes: Screen.Table {
    Screen.Table(
      "notes", "Remarques", columns: ["day": "Quand", "author": "Qui", "visibility": "", "text": "Remarque"],
      rows: dossier.notes.map { note in
        [
          .day(calendar.date(of: note.written)),
          Screen.Cell(isForAgents ? note.author.text : note.author.kindText),
          .named(note.visibility, note.visibility.label), Screen.Cell(note.text.value),
        ]
      }, empty: "Aucune.")
  }
}

extension FieldProblem {
  fileprivate func json(_ wordings: Wordings) -> JSONValue {
    [
      "field": .string(field.rawValue), "code": .string(reason.code),
      "message": .string(wordings.sentence(for: reason.code, arguments: reason.arguments)),
    ]
  }
}

extension PieceJustificative {
  /// Nobody waits for a paper that is not required.
  fileprivate var isIdle: Bool { !isRequired && status == .awaited }
}

extension PieceJustificative.Status {
  /// The file that came, or the words of the agent who wants none or another.
  fileprivate var detail: String {
    switch self {
    case .supplied(.file(let file), _), .accepted(.file(let file), _): file.name.value
    case .supplied(.paper, _), .accepted(.paper, _): "sur papier"
    case .refused(let reason, _), .waived(let reason, _): reason.text.value
    case .awaited, .announced, .outdated: ""
    }
  }
}
