import DemarcheWorkflow

// What only an order can make is made by nobody else: every marked line fails with that message, and no other line does.

func certificate(of demarche: Demarche<Valide>) {}

extension Given {
  func values(_ clock: SilenceClock, _ draft: Demarche<Brouillon>, _ rejete: Demarche<Rejete>) throws {
    _ = rejete.filing.number
    _ = draft.filing.number  // error: no member 'number'
    certificate(of: rejete)  // error: cannot convert value of type 'Demarche<Rejete>'
    _ = Demarche<Valide>(rejete.state, rejete.dossier)  // error: cannot convert value of type 'Rejete'
    _ = EnCours(clock: clock, takenUpBy: nil)  // error: missing argument
    _ = Valide(ground: .decision, decided: context.instant)  // error: missing argument
    _ = try Demarche<EnCours>.open(opening, of: procedure, in: context, calendar: town)  // error: 'Brouillon'
  }

  func acknowledgement(_ number: RequestNumber, _ clock: SilenceClock) {
    _ = AccuseDeReception(number: number, procedure: procedure, desk: desk, clock: clock)  // error: missing argument
  }

  func dossier(_ demarche: Demarche<EnCours>) {
    var dossier = demarche.dossier
    dossier.answers = Answers()  // error: setter is inaccessible
    dossier.pieces[0].status = .awaited  // error: setter
    dossier.notes = []  // error: setter is inaccessible
  }

  func reasons(_ code: String) -> String {
    let noReason = DemarcheEvent.reject(.decision)  // error: member 'decision' expects argument of type 'Reason'
    let noWords = try? Reason(code)  // error: argument type 'String' does not conform
    return "\(noReason) \(String(describing: noWords))"
  }
}
