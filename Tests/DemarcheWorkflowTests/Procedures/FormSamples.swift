import CivilTime
import DemarcheWorkflow
import Foundation
import Testing
import WorkflowKernel

/// The smallest definitions that hold, to be bent by each test.
enum FormSamples {
  static let theme = Theme(id: "scolaire", label: "Scolaire")

  static let desk = ServiceDesk(
    id: "education", label: "Direction de l'éducation",
    address: Address(street: ["14 rue Ambroise-Croizat"], postcode: "78280", city: "Guyancourt"),
    telephone: "01 99 00 78 20", email: "education@guyancourt.example")

  static func procedure(_ fields: [Field], access: Access = .accountRequired) -> Procedure {
    Procedure(
      id: "cantine", label: "Cantine", theme: "scolaire", access: access, service: "education",
      silence: .acceptance(months: 2), steps: [Step("form", label: "Formulaire", fields: fields)],
      correctionDays: 30, retentionMonths: 12)
  }

  static func catalogue(_ procedures: [Procedure]) throws(InvalidCatalogue) -> Catalogue {
    try Catalogue(themes: [theme], services: [desk], procedures: procedures)
  }

  static func day(_ text: String) throws -> CivilDate { try CivilDate(iso: text) }

  /// What one field of this type says of one answer.
  static func faults(
    _ type: FieldType, _ answer: FieldAnswer, on today: String = "2026-11-23", household: [KnownMember] = []
  ) throws -> [FieldFault] {
    procedure([Field("x", label: "Champ", type: type)])
      .check(["x": answer], on: try day(today), household: household).map(\.fault)
  }

  static let guichet = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Examples/Guichet/Resources/catalogue.json")

  static func guichetCatalogue() throws -> Catalogue {
    try Catalogue(json: try Data(contentsOf: guichet))
  }
}
