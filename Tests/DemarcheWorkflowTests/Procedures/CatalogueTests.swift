import CivilTime
import DemarcheWorkflow
import Testing

@Suite struct CatalogueTests {
  private func procedure(_ id: ProcedureID, revision: Int = 1, theme: ThemeID) -> Procedure {
    var procedure = FormSamples.procedure([Field("name", label: "Nom", type: .text(TextLimits(max: 10)))])
    procedure.id = id
    procedure.revision = revision
    procedure.theme = theme
    return procedure
  }

  private func catalogue() throws -> Catalogue {
    try Catalogue(
      themes: [
        Theme(id: "scolaire", label: "Scolaire"), Theme(id: "ccas", label: "CCAS"), Theme(id: "vide", label: "Vide"),
      ],
      services: [FormSamples.desk],
      procedures: [
        procedure("repas", theme: "ccas"), procedure("etude", revision: 2, theme: "scolaire"),
        procedure("etude", revision: 1, theme: "ccas"), procedure("cantine", theme: "scolaire"),
      ])
  }

  @Test func `F20: a catalogue lists what is on offer by theme, in the order of its definitions`() throws {
    let sections = try catalogue().sections
    #expect(sections.map(\.theme.id) == ["scolaire", "ccas"])
    #expect(sections.map { $0.procedures.map(\.id) } == [["etude", "cantine"], ["repas"]])
  }

  @Test func `F21: the highest revision is on offer and the one a case was opened with is found`() throws {
    let catalogue = try catalogue()
    #expect(catalogue["etude"]?.revision == 2)
    #expect(catalogue[Procedure.Reference(id: "etude", revision: 1)]?.theme == "ccas")
    #expect(catalogue[Procedure.Reference(id: "etude", revision: 3)] == nil)
    #expect(catalogue["unknown"] == nil)
  }

  @Test func `F32: the desk of a service is found by its identifier`() throws {
    #expect(try catalogue().desk(of: "education") == FormSamples.desk)
    #expect(try catalogue().desk(of: "unknown") == nil)
  }

  @Test(arguments: [("2026-08-31", false), ("2026-09-01", true), ("2026-09-30", true), ("2026-10-01", false)])
  func `F21: an opening period includes its first and its last day`(day: String, isOpen: Bool) throws {
    var procedure = procedure("etude", theme: "scolaire")
    procedure.openings = [
      OpeningPeriod(first: try FormSamples.day("2025-09-01"), last: try FormSamples.day("2025-09-30")),
      OpeningPeriod(first: try FormSamples.day("2026-09-01"), last: try FormSamples.day("2026-09-30")),
    ]
    #expect(procedure.isOpen(on: try FormSamples.day(day)) == isOpen)
  }

  @Test func `F21: a procedure without opening periods is always open`() {
    #expect(procedure("etude", theme: "scolaire").isOpen(on: .earliest))
    #expect(procedure("etude", theme: "scolaire").isOpen(on: .latest))
  }
}
