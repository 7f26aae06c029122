import DemarcheWorkflow
import Foundation
import Testing

struct AcknowledgementTests {
  private func acknowledgement(_ tested: Case, at text: String) throws -> AccuseDeReception {
    var story = try tested.story(to: .brouillon)
    try story.order(
      .submit(submission(serial: 572, captcha: tested.captcha)), by: tested.applicant, at: instant(text))
    guard case .acknowledge(let acknowledgement, _) = story.effects.first else { throw Unexpected() }
    return acknowledgement
  }

  @Test func `F32: the acknowledgement says when, by whom, and that silence accepts a complete file`() throws {
    let acknowledgement = try acknowledgement(.school, at: "2026-12-31T23:59:59+01:00")
    #expect(acknowledgement.received == day("2026-12-31"))
    #expect(acknowledgement.silence == .accepts(after: day("2027-02-28")))
    #expect(
      acknowledgement.text == """
        Votre demande «\u{A0}Inscription scolaire\u{A0}» a été reçue le 31\u{A0}décembre 2026 sous le n°\u{A0}000-005-724.
        Service chargé du dossier\u{A0}: Service des écoles, 1 place de la Mairie, 95880 Enghien-les-Bains, \
        tél.\u{A0}01\u{A0}34\u{A0}28\u{A0}45\u{A0}45.
        En l’absence de réponse au 28\u{A0}février 2027, votre demande sera acceptée, sous réserve que le dossier soit \
        complet. Une attestation vous sera alors délivrée si vous la demandez (article L232-3 du CRPA).
        """)
  }

  @Test func `F32: the acknowledgement says when silence rejects, and how to contest it`() throws {
    let acknowledgement = try acknowledgement(.grant, at: "2026-11-24T10:00:00+01:00")
    #expect(acknowledgement.silence == .rejects(after: day("2027-01-24")))
    #expect(acknowledgement.text.contains("votre demande sera rejetée, sous réserve que le dossier soit complet"))
    #expect(acknowledgement.text.contains("tribunal administratif"))
  }

  @Test func `F32: the acknowledgement says that silence decides nothing`() throws {
    let acknowledgement = try acknowledgement(.act, at: "2026-11-24T10:00:00+01:00")
    #expect(acknowledgement.silence == .decidesNothing)
    #expect(acknowledgement.text.hasSuffix("L’absence de réponse ne vaut ni acceptation ni rejet de votre demande."))
  }

  @Test func `F32: the day of reception is the town's`() throws {
    #expect(try acknowledgement(.act, at: "2026-11-24T23:30:00Z").received == day("2026-11-25"))
  }

  @Test func `F28: the acknowledgement is a message with the number in its subject`() throws {
    let acknowledgement = try acknowledgement(.school, at: "2026-11-24T10:00:00+01:00")
    let effect = DemarcheEffect.acknowledge(acknowledgement, to: .account("acc-amelie"))
    let letter = Wordings.demarches.compose(try #require(effect.notice))
    #expect(letter.subject == "Votre demande n°\u{A0}000-005-724 a bien été reçue")
    #expect(letter.body.value == acknowledgement.text)
  }

  @Test func `F24: the slip names the object, the number, the applicant and the pieces that are still to come`() throws
  {
    var story = Story()
    let now = instant("2026-11-24T10:00:00+01:00")
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: now)
    let allergic: Answers = ["allergie": .yesNo(true), "regime": .text("Sans arachide")]
    try story.order(.answer(AnswerChange(Case.school.answers.merging(allergic))), by: People.amelie, at: now)
    try story.order(.announcePiece("domicile"), by: People.amelie, at: now)
    try story.order(.supplyPiece("vaccins", Town.file("vaccins")), by: People.amelie, at: now)
    try story.order(.submit(submission(serial: 572)), by: People.amelie, at: now)
    guard case .enCours(let demarche) = story.state else { throw Unexpected() }
    #expect(
      demarche.postSlip.text.value == """
        Objet\u{A0}: Inscription scolaire
        N° de la demande\u{A0}: 000-005-724
        Nom\u{A0}: Mirabelle
        Prénom\u{A0}: Amélie
        Pièces jointes\u{A0}:
        - Justificatif de domicile
        """)
  }

  @Test func `F24: a slip without a piece to enclose lists none`() throws {
    guard case .enCours(let demarche) = try Case.act.story(to: .enCours).state else { throw Unexpected() }
    #expect(demarche.postSlip.text.value.hasSuffix("Prénom\u{A0}: Amélie"))
  }
}
