import CivilTime
import DemarcheWorkflow
import Foundation
import WorkflowKernel

/// A town with one procedure, and one démarche of it in each of the states that the workloads start from.
struct Town {
  let machine: DemarcheMachine
  let service = ServiceID("education")

  init() throws {
    let catalogue = try Catalogue(
      themes: [Theme(id: "scolaire", label: "Scolaire")],
      services: [
        ServiceDesk(
          id: "education", label: "Direction de l’éducation",
          address: Address(street: ["14 rue Ambroise-Croizat"], postcode: "78280", city: "Guyancourt"),
          telephone: "01 99 00 78 20", email: "education@guyancourt.example")
      ],
      procedures: [Self.cantine, Self.signalement])
    let calendar = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    machine = DemarcheMachine(catalogue: catalogue, calendar: calendar)
  }

  /// 2026-11-23T09:00:00Z, and so many days later.
  static func instant(day: Int = 0) -> Date { Date(timeIntervalSince1970: 1_795_424_400 + Double(day) * 86_400) }

  func citizen(_ account: AccountID = "account-4217", day: Int = 0) -> Context {
    Context(instant: Self.instant(day: day), principal: .citizen(account))
  }

  func agent(day: Int = 0) -> Context {
    let agent = Agent(id: "agent-17", services: [service, "periscolaire"])
    return Context(instant: Self.instant(day: day), principal: .agent(agent))
  }

  /// Where orders lead, from nothing.
  func state(after orders: some Sequence<Samples.Order>) throws -> StoredDemarche {
    let state = try orders.reduce(nil) { try machine.transition(from: $0, on: $1.event, in: $1.context).state }
    guard let state else { throw NoSample() }
    return state
  }
}

extension Town {
  /// Six fields and two pieces: an ordinary form.
  private static let cantine = Procedure(
    id: "cantine", label: "Inscription à la restauration scolaire", theme: "scolaire", access: .accountRequired,
    service: "education", silence: .rejection(months: 2),
    steps: [
      Step(
        "child", label: "L’enfant",
        fields: [
          Field("lastName", label: "Nom", type: .text(TextLimits(max: 80, pattern: .name))),
          Field("firstName", label: "Prénom", type: .text(TextLimits(max: 80, pattern: .name))),
          Field("birthDate", label: "Date de naissance", type: .date(Bounds())),
        ]),
      Step(
        "contact", label: "Vos coordonnées",
        fields: [
          Field("email", label: "Adresse électronique", type: .email),
          Field("telephone", label: "Téléphone", type: .telephone),
          Field("isAllergic", label: "Une allergie est-elle connue ?", type: .yesNo),
        ]),
    ],
    pieces: [
      PieceRequirement("address", label: "Justificatif de domicile", formats: ["application/pdf"], bytesMax: 5_000_000),
      PieceRequirement(
        "income", label: "Avis d’imposition", formats: ["application/pdf"], bytesMax: 5_000_000, required: .never),
    ],
    allowsSeveral: true, correctionDays: 30, retentionMonths: 12)

  /// Nothing that must be filled in, so that a million fit into memory.
  private static let signalement = Procedure(
    id: "signalement", label: "Signalement sur la voie publique", theme: "scolaire", access: .accountRequired,
    service: "education", silence: .rejection(months: 2),
    steps: [
      Step(
        "what", label: "Le signalement",
        fields: [Field("where", label: "Où", type: .text(TextLimits(max: 200)), required: .never)])
    ], allowsSeveral: true, correctionDays: 30, retentionMonths: 12)
}
