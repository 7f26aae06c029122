import DemarcheWorkflow
import Foundation
import Testing

struct WordingTests {
  /// What a host hands to its screens.
  private let wordings = Wordings.kernel.replacing(with: .demarches)

  /// One refusal of each case.
  private static let refusals: [DemarcheRefusal] =
    DemarcheGuard.allCases.map { .guards(.submit, [$0], because: []) }
    + DemarcheRefusal.NoteFault.allCases.map { .note($0) }
    + FreeTextFault.allCases.flatMap { [.subjectName($0), .pieceName("photo", label: "Photo", $0)] } + [
      .notPossible(.cancel, in: .valide), .notPossible(.answer, in: nil), .notAllowed(.validate),
      .guards(.submit, [.stepsComplete, .piecesProvided], because: []), .unknownProcedure("ecole"), .accountRequired,
      .closedToday, .subjectNotAccepted(.child), .alreadyRunning, .answers([]), .unknownField("nom"),
      .unknownPiece("photo"), .pieceFormat("photo", label: "Photo"),
      .pieceSize("photo", label: "Photo", bytesMax: 1_000_000), .pieceAge("photo", label: "Photo", months: 3),
      .pieceNotExpected("photo", .accepted), .pieceNotReviewable("photo", .awaited), .visitorProofMissing,
      .contactUnreachable, .serviceUnreachable, .nothingMissing, .numberTaken, .captchaUsed,
    ]

  private var explanations: [(code: String, message: String)] {
    get throws {
      Self.refusals.map { (code: $0.code, message: wordings.explain($0).message) }
        + InvalidReason.allCases.map { (code: $0.code, message: wordings.explain($0).message) }
        + InvalidRequestNumber.allCases.map { (code: $0.code, message: wordings.explain($0).message) }
        + [SendRefusal.stale, .keyReused, .contended].map { (code: $0.code, message: wordings.explain($0).message) }
    }
  }

  @Test func `F50: every refusal has a stable code of the démarches and a French sentence`() throws {
    for (code, message) in try explanations {
      #expect(wordings[code] != nil, "\(code)")
      #expect(message != code && !message.contains("{"), "\(code): \(message)")
    }
    #expect(Self.refusals.allSatisfy { $0.code.hasPrefix("demarche.") })
    #expect(Set(Self.refusals.map(\.code)).count == 39)
  }

  @Test func `F50: every sentence of the table belongs to a refusal, a reason or a message`() throws {
    let notices = try Set(Self.everyNotice.map(\.code))
    let refusals = Set(try explanations.map(\.code) + ["demarche.piece"])
    let others = Set(Wordings.fields.codes + ["applicant.invalid-identity", "follow-up.unknown"])
    for code in Wordings.demarches.codes {
      #expect(notices.contains(code) || refusals.contains(code) || others.contains(code), "\(code)")
    }
    #expect(notices.allSatisfy { Wordings.demarches[$0]?.subject != nil })
  }

  @Test func `F50: the sentences that the rules quote are quoted to the letter`() {
    #expect(wordings.explain(DemarcheRefusal.accountRequired).message == "Ce service nécessite d'avoir un compte")
    #expect(wordings.explain(DemarcheRefusal.accountRequired).next == "Créer un compte")
  }

  @Test func `F50: a host replaces a sentence without touching the rules`() {
    let town = wordings.replacing(with: Wordings(["demarche.closed-today": "Les inscriptions sont closes."]))
    #expect(town.explain(DemarcheRefusal.closedToday).message == "Les inscriptions sont closes.")
    #expect(town.explain(DemarcheRefusal.closedToday).code == "demarche.closed-today")
    #expect(town.explain(DemarcheRefusal.alreadyRunning) == wordings.explain(DemarcheRefusal.alreadyRunning))
  }

  @Test func `F50: every reason of a refusal is in words, fields and pieces alike`() throws {
    var story = Story()
    let now = instant("2026-11-24T10:00:00+01:00")
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: now)
    let refusal = try #require(story.refusal(of: .submit(submission()), by: People.amelie, at: now))
    let explanation = wordings.explain(refusal)
    #expect(explanation.message == "Plusieurs conditions ne sont pas remplies.")
    #expect(
      explanation.reasons.map(\.message) == [
        "Des informations obligatoires manquent ou sont inexactes.",
        "Des pièces justificatives obligatoires manquent.",
        "Pièce «\u{A0}Justificatif de domicile\u{A0}»",
        "Le champ «\u{A0}École\u{A0}» est obligatoire.",
        "Le champ «\u{A0}Allergie\u{A0}» est obligatoire.",
        "Le champ «\u{A0}Courriel\u{A0}» est obligatoire.",
      ])
  }

  @Test func `F50: an order is said in good French in every state`() {
    for event in DemarcheEventName.allCases {
      for state in DemarcheStateName.allCases {
        let sentence = wordings.explain(DemarcheRefusal.notPossible(event, in: state)).message
        #expect(sentence.contains(event.label) && sentence.contains("«\u{A0}\(state.label)\u{A0}»"))
        #expect(!sentence.contains(/\b[dq]e [aeiouéèêh]/), "\(sentence)")
      }
    }
    #expect(Set(DemarcheStateName.allCases.map(\.label)).count == DemarcheStateName.allCases.count)
    #expect(Set(DemarcheEventName.allCases.map(\.label)).count == DemarcheEventName.allCases.count)
  }

  @Test func `F50: no sentence breaks its line before a high mark or after n°, nor has a straight apostrophe`() throws {
    let literal: Set = ["demarche.account-required"]
    for code in wordings.codes where !literal.contains(code) {
      let wording = try #require(wordings[code])
      for text in [wording.text, wording.subject, wording.next].compactMap(\.self) {
        #expect(
          !text.contains(/[ ][:;?!»]|«[ ]|[^ \u{A0}\u{202F}][;?!»]|[^\s\u{A0}\d]:(?!\/)|n° |'/), "\(code): \(text)")
      }
    }
    for notice in try Self.everyNotice {
      let letter = wordings.compose(notice)
      for text in [letter.subject, letter.body.value] {
        #expect(!text.contains(/[ ][:;?!»]|«[ ]|\{\d\}|n° |'/), "\(notice.code): \(text)")
      }
    }
  }

  @Test func `F28: every message has a subject without anything personal, and asks for no reply`() throws {
    for notice in try Self.everyNotice {
      let letter = wordings.compose(notice)
      #expect(!letter.subject.contains("Mirabelle") && !letter.subject.contains("{"))
      #expect(letter.body.value.hasSuffix("Ce message est automatique\u{A0}: merci de ne pas y répondre."))
    }
  }

  private static var everyNotice: [Notice] {
    get throws { try DemarcheEffect.every.compactMap(\.notice) }
  }
}
