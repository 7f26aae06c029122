import DemarcheWorkflow
import Foundation

/// One town with three procedures: one where silence accepts, one where it rejects, one for visitors.
enum Town {
  static let calendar = TownCalendar(zone: must { try CivilZone(identifier: "Europe/Paris") })
  static let catalogue = must {
    try Catalogue(
      themes: [
        Theme(id: "scolaire", label: "Scolaire"), Theme(id: "ccas", label: "CCAS"),
        Theme(id: "etat-civil", label: "État civil"),
      ],
      services: [
        desk("scolaire", "Service des écoles"), desk("ccas", "CCAS"), desk("etat-civil", "Service état civil"),
      ],
      procedures: [school(), grant, act])
  }
  static let machine = DemarcheMachine(catalogue: catalogue, calendar: calendar)

  /// Makes a machine of other procedures in the same town.
  static func machine(_ procedures: Procedure...) throws -> DemarcheMachine {
    DemarcheMachine(
      catalogue: try Catalogue(themes: catalogue.themes, services: catalogue.services, procedures: procedures),
      calendar: calendar)
  }

  /// A child's enrollment: silence accepts after two months.
  static func school(revision: Int = 1, _ change: (inout Procedure) -> Void = { _ in }) -> Procedure {
    var procedure = Procedure(
      id: "ecole", revision: revision, label: "Inscription scolaire", theme: "scolaire", access: .accountRequired,
      subject: .child, service: "scolaire", silence: .acceptance(months: 2),
      steps: [
        Step(
          "enfant", label: "Enfant",
          fields: [
            Field(
              "ecole", label: "École",
              type: .choice([ChoiceOption("jaures", label: "Jean-Jaurès"), ChoiceOption("ferry", label: "Jules-Ferry")])
            ),
            Field("allergie", label: "Allergie", type: .yesNo),
            Field(
              "regime", label: "Régime", type: .text(TextLimits(max: 200)),
              shownWhen: .equals("allergie", .yesNo(true))),
          ]),
        Step(
          "contact", label: "Contact",
          fields: [
            Field("courriel", label: "Courriel", type: .email, prefill: .applicantEmail),
            Field("rentree", label: "Rentrée", type: .date(Bounds(min: .today)), required: .never),
          ]),
      ],
      pieces: [
        PieceRequirement(
          "domicile", label: "Justificatif de domicile", formats: [pdf, jpeg], bytesMax: 2_000_000, validityMonths: 3),
        PieceRequirement(
          "vaccins", label: "Carnet de vaccination", formats: [pdf], bytesMax: 500_000,
          required: .when(.equals("allergie", .yesNo(true)))),
        photo,
      ],
      openings: [OpeningPeriod(first: day("2026-11-02"), last: day("2027-01-31"))],
      correctionDays: 15, retentionMonths: 12, seasonEnd: day("2027-08-31"))
    change(&procedure)
    return procedure
  }

  /// A household's financial help: silence rejects after two months.
  static let grant = Procedure(
    id: "aide", label: "Aide exceptionnelle", theme: "ccas", access: .accountRequired, subject: .household,
    service: "ccas", silence: .rejection(months: 2),
    steps: [
      Step(
        "situation", label: "Situation",
        fields: [Field("motif", label: "Motif", type: .longText(TextLimits(max: 500)))])
    ],
    pieces: [
      PieceRequirement("ressources", label: "Avis d’imposition", formats: [pdf], bytesMax: 2_000_000), photo,
    ],
    correctionDays: 30, retentionMonths: 24)

  /// A birth certificate, for anybody.
  static let act = Procedure(
    id: "naissance", label: "Acte de naissance", theme: "etat-civil", access: .anonymous, subject: .none,
    service: "etat-civil", silence: .none,
    steps: [
      Step(
        "acte", label: "Acte",
        fields: [
          Field("nom", label: "Nom", type: .text(TextLimits(max: 80, pattern: .name))),
          Field("copies", label: "Copies", type: .integer(Bounds(min: 1, max: 5)), required: .never),
        ])
    ],
    pieces: [photo], allowsSeveral: true, correctionDays: 30, retentionMonths: 3)

  static let pdf: MediaType = "application/pdf"
  static let jpeg: MediaType = "image/jpeg"
  private static let photo = PieceRequirement(
    "photo", label: "Photographie", formats: [jpeg], bytesMax: 1_500_000, required: .never)

  private static func desk(_ id: ServiceID, _ label: String) -> ServiceDesk {
    ServiceDesk(
      id: id, label: label,
      address: Address(street: ["1 place de la Mairie"], postcode: "95880", city: "Enghien-les-Bains"),
      telephone: "01 34 28 45 45", email: "\(id)@ville.example.fr")
  }

  static func file(
    _ content: String = "domicile", upload: ContentID? = nil, name: String = "scan.pdf", mediaType: MediaType = pdf,
    bytes: Int = 1000,
    issued: String? = "2026-11-01"
  ) -> PieceFile {
    PieceFile(
      upload ?? ContentID(content), name: name, mediaType: mediaType, bytes: bytes, digest: Digest(of: content),
      issued: issued.map(day))
  }
}

enum People {
  static let amelie = Principal.citizen("acc-amelie")
  static let basile = Principal.citizen("acc-basile")
  static let passerby = Principal.visitor("visit-1")
  static let otherPasserby = Principal.visitor("visit-2")
  static let schoolAgent = agent("agent-ecole", "scolaire")
  static let secondSchoolAgent = agent("agent-ecole-2", "scolaire", "etat-civil")
  static let grantAgent = agent("agent-ccas", "ccas")
  static let actAgent = agent("agent-etat-civil", "etat-civil")
  static let idleAgent = agent("agent-sans-service")

  static let child = Subject.member(.init(id: "m-ophelie", kind: .child, name: "Ophélie Mirabelle"))
  static let otherChild = Subject.member(.init(id: "m-zoe", kind: .child, name: "Zoé Mirabelle"))
  static let adult = Subject.member(.init(id: "m-amelie", kind: .adult, name: "Amélie Mirabelle"))

  private static func agent(_ id: AgentID, _ services: ServiceID...) -> Principal {
    .agent(Agent(id: id, services: Set(services)))
  }
}

/// A value that the tests themselves write rightly.
func must<Value>(_ make: () throws -> Value) -> Value {
  do { return try make() } catch { preconditionFailure("\(error)") }
}

/// The instant written with its offset from UTC, read without any time zone.
func instant(_ text: String) -> Date { must { try Date(text, strategy: .iso8601) } }

/// The date written `YYYY-MM-DD`.
func day(_ text: String) -> CivilDate { must { try CivilDate(iso: text) } }

/// A reason that an agent gives.
func reason(_ code: String = "dossier", _ text: String = "Il manque un élément.") -> Reason {
  must { try Reason(code, text) }
}

/// What an applicant sends with a draft.
func submission(serial: Int = 4217, captcha: String? = nil, code: String = "2345-6789-ABCD-EFGH") -> Submission {
  must {
    let number = try RequestNumber(serial: serial)
    let visitor = captcha.map {
      VisitorSubmission(
        contact: .email(Personal("mirabelle@example.fr")), solvedCaptcha: $0,
        codeHash: VisitorCode(code)?.hash(for: number) ?? Digest(of: "no code"))
    }
    return Submission(
      number: number, identity: try ApplicantIdentity(lastName: "Mirabelle", firstName: "Amélie"), visitor: visitor)
  }
}
