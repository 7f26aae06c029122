import DemarcheWorkflow
import Foundation

/// A démarche full of personal words that must be found nowhere but where they belong.
enum Planted {
  static let words = [
    "Zylberstein", "Quentin-Xavier", "Capucine", "zyl@example.org", "arachides", "mirabellier", "passeport-zyl.pdf",
    "mot-de-remarque", "mot-entre-agents", "mot-de-motif",
  ]
  static let subject = Subject.member(.init(id: "m-1", kind: .child, name: "Capucine Zylberstein"))
  static let household = [KnownMember(id: "m-1", kind: .child)]
  static let answers: Answers = [
    "ecole": .choice("jaures"), "allergie": .yesNo(true), "regime": .text("Sans arachides"),
    "courriel": .text("zyl@example.org"),
    "adresse": .address(Address(street: ["12 rue du mirabellier"], postcode: "95880", city: "Enghien-les-Bains")),
  ]
  static let reason = must { try Reason("dossier-incomplet", "Le mot-de-motif manque.") }
  static let submission = must {
    Submission(
      number: try RequestNumber(serial: 572),
      identity: try ApplicantIdentity(lastName: "Zylberstein", firstName: "Quentin-Xavier"))
  }
  static let visitorSubmission = VisitorSubmission(
    contact: .email(Personal("zyl@example.org")), solvedCaptcha: "captcha-Zylberstein", codeHash: Digest(of: "code"))
  static let machine = must {
    try Town.machine(
      Town.school {
        $0.steps[1].fields.append(Field("adresse", label: "Adresse", type: .address(.france), required: .never))
      })
  }

  private static let noon = instant("2026-11-23T12:00:00+01:00")

  /// The orders to each state, with every personal word in them.
  static func steps(to name: DemarcheStateName) -> [Story.Step] {
    events(to: name).enumerated().map { index, step in
      Story.Step(event: step.0, principal: step.1, instant: noon.addingTimeInterval(Double(index) * 60))
    }
  }

  static func story(to name: DemarcheStateName) throws -> Story {
    var story = Story(machine)
    try story.play(steps(to: name))
    return story
  }

  private static func events(to name: DemarcheStateName) -> [(DemarcheEvent, Principal)] {
    let agent = People.schoolAgent
    switch name {
    case .brouillon:
      return [
        (
          .open(
            Opening(
              "ecole", for: subject, known: [.applicantEmail: .text("zyl@example.org")], household: household)),
          People.amelie
        ),
        (.answer(AnswerChange(answers)), People.amelie),
        (.supplyPiece("domicile", Town.file(name: "passeport-zyl.pdf")), People.amelie),
        (.announcePiece("vaccins"), People.amelie),
        (.note(Personal("Un mot-de-remarque"), .public), People.amelie),
      ]
    case .enCours:
      return events(to: .brouillon) + [
        (.submit(submission), People.amelie), (.takeUp, agent),
        (.note(Personal("Un mot-entre-agents"), .internal), agent),
        (.note(Personal("Un mot-de-remarque"), .public), agent),
        (.receivePiece("vaccins"), agent), (.reviewPiece("vaccins", .refused(reason)), agent),
        (.reviewPiece("vaccins", .waived(reason)), agent), (.reviewPiece("domicile", .accepted), agent),
      ]
    case .incomplet:
      let request = CorrectionRequest(pieces: ["photo"], fields: ["courriel"], because: reason)
      return events(to: .enCours) + [(.requestCorrection(request), agent), (.consult, agent)]
    case .complet:
      return events(to: .incomplet) + [
        (.reviewPiece("photo", .waived(reason)), agent), (.resubmit, People.amelie), (.declareComplete, agent),
      ]
    case .valide: return events(to: .complet) + [(.validate(.decision), agent)]
    case .rejete: return events(to: .complet) + [(.reject(.decision(reason)), agent)]
    case .annule: return events(to: .complet) + [(.cancel(.decision(reason)), agent)]
    case .clos: return events(to: .valide) + [(.reopen(reason), agent)] + finish
    case .archive: return events(to: .clos) + [(.archive(.request), .system)]
    }
  }

  private static let finish: [(DemarcheEvent, Principal)] = [
    (.declareComplete, People.schoolAgent), (.validate(.decision), People.schoolAgent), (.close, People.schoolAgent),
  ]
}
