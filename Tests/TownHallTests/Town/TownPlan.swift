import Billing
import DemarcheWorkflow
import Foundation
import Identity

/// Everything one town has decided: two plans side by side are two towns.
struct TownPlan: Sendable {
  let name: String
  let calendar: TownCalendar
  let catalogue: Catalogue
  let wordings: Wordings
  let accounts: AccountPolicy
  let passwords: PasswordPolicy
  let regies: [Regie]
  var recovery = RecoveryPolicy.secretQuestion
  /// The service whose agents look after accounts.
  let accountService: ServiceID

  /// A town with a procedure for a child, one for a household and one for visitors.
  init(
    name: String, zone: String, holidays: HolidayRegion = .national, logins: LoginPolicy = .accentsDistinguish,
    procedures: [Procedure] = [Self.school, Self.grant, Self.act], wordings: Wordings = Wordings()
  ) throws {
    self.name = name
    calendar = TownCalendar(zone: try CivilZone(identifier: zone), holidays: holidays)
    accountService = "etat-civil"
    let desks = [("scolaire", "Service des écoles"), ("ccas", "CCAS"), ("etat-civil", "Service état civil")].map {
      ServiceDesk(
        id: ServiceID($0.0), label: "\($0.1) de \(name)",
        address: Address(street: ["1 place de la Mairie"], postcode: "95880", city: name),
        telephone: "01 34 28 45 45", email: "\($0.0)@ville.example.fr")
    }
    let themes = Set(procedures.map(\.theme)).sorted().map { Theme(id: $0, label: $0.rawValue) }
    catalogue = try Catalogue(themes: themes, services: desks, procedures: procedures)
    self.wordings = Wordings.kernel.replacing(with: .identity).replacing(with: .demarches)
      .replacing(with: .billing).replacing(with: wordings)
    accounts = AccountPolicy(
      services: [accountService], retention: try RetentionPolicy(calendar: calendar), logins: logins)
    passwords = try PasswordPolicy(blocked: [name])
    regies = [Self.ville, Self.ccas]
  }

  static let guyancourt: TownPlan = {
    do {
      return try TownPlan(name: "Guyancourt", zone: "Europe/Paris")
    } catch { preconditionFailure("\(error)") }
  }()

  static let school = Procedure(
    id: "ecole", label: "Inscription scolaire", theme: "scolaire", access: .accountRequired, subject: .child,
    service: "scolaire", silence: .acceptance(months: 2),
    steps: [
      Step("enfant", label: "Enfant", fields: [Field("ecole", label: "École", type: .text(TextLimits(max: 80)))])
    ],
    pieces: [
      PieceRequirement(
        "domicile", label: "Justificatif de domicile", formats: ["application/pdf"], bytesMax: 2_000_000)
    ],
    correctionDays: 15, retentionMonths: 12)

  static let grant = Procedure(
    id: "aide", label: "Aide exceptionnelle", theme: "ccas", access: .accountRequired, subject: .household,
    service: "ccas", silence: .rejection(months: 2),
    steps: [
      Step(
        "situation", label: "Situation",
        fields: [Field("motif", label: "Motif", type: .longText(TextLimits(max: 500)))])
    ],
    correctionDays: 30, retentionMonths: 24)

  static let act = Procedure(
    id: "naissance", label: "Acte de naissance", theme: "etat-civil", access: .anonymous, service: "etat-civil",
    silence: .none,
    steps: [Step("acte", label: "Acte", fields: [Field("nom", label: "Nom", type: .text(TextLimits(max: 80)))])],
    allowsSeveral: true, correctionDays: 30, retentionMonths: 3)

  static let ville = Regie(
    id: "ville", name: "Régie Ville", budget: Budget(holder: "Ville"), service: "regie-ville",
    contract: GatewayContract(number: "000001"),
    collectable: [ReceiptKind(code: "cantine", service: .periscolaire, label: "Restauration scolaire")])

  static let ccas = Regie(
    id: "ccas", name: "Régie CCAS", budget: Budget(holder: "CCAS"), service: "regie-ccas",
    contract: GatewayContract(number: "000002"),
    collectable: [ReceiptKind(code: "repas", service: .ccas, label: "Portage de repas")])
}
