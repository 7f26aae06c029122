import DemarcheWorkflow

extension DemarcheEffect {
  /// An effect of each kind, with news of each kind.
  static var every: [DemarcheEffect] {
    get throws {
      let number = try RequestNumber(serial: 572)
      let news: [DemarcheNews] = [
        .correctionRequested(number, reason(), missing: ["Photographie"], until: day("2026-12-13")), .completed(number),
        .pieceDisproved(number, label: "Photographie"), .validated(number, .decision), .validated(number, .silence),
        .rejected(number, .decision(reason())),
        .rejected(number, .silence), .canceled(number, .withdrawal), .canceled(number, .decision(reason())),
        .canceled(number, .expiry), .reopened(number, reason()), .noteAdded(number),
        .draftExpiring(label: "Acte", after: day("2026-12-13")), .draftRemoved(label: "Acte"),
        .draftNoteAdded(label: "Acte"), .draftCanceled(label: "Acte", reason()),
      ]
      var citizens = try Case.school.story(to: .brouillon)
      try citizens.order(.submit(submission()), by: People.amelie, at: instant("2026-11-24T10:00:00+01:00"))
      let visitors = try Case.act.story(to: .enCours)
      return citizens.effects + visitors.effects + news.map { .inform(.account("acc-amelie"), $0) }
        + [.eraseContents(["upload-1", "upload-2"])]
    }
  }
}
