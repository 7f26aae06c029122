import CivilTime
import DemarcheWorkflow
import Foundation
import Testing
import WorkflowKernel

@Suite struct GuichetCatalogueTests {
  private func procedure(_ id: ProcedureID) throws -> Procedure {
    try #require(try FormSamples.guichetCatalogue()[id])
  }

  @Test func `F20: the example's catalogue holds, with the themes of the town in order`() throws {
    let catalogue = try FormSamples.guichetCatalogue()
    #expect(catalogue.procedures.count >= 14)
    #expect(
      catalogue.sections.map(\.theme.id) == [
        "etat-civil", "elections", "scolaire", "periscolaire", "petite-enfance", "ccas", "urbanisme", "vie-locale",
      ])
  }

  @Test func `F20: the acts of birth, marriage and death are anonymous, and an act is delivered, not decided`() throws {
    for id: ProcedureID in ["acte-naissance", "acte-mariage", "acte-deces"] {
      #expect(try procedure(id).access == .anonymous)
      #expect(try procedure(id).silence == SilenceRule.none)
    }
  }

  @Test func `F31: silence rejects where money or the public domain is asked for, and accepts elsewhere`() throws {
    #expect(try procedure("aide-urgence").silence == .rejection(months: 2))
    #expect(try procedure("stationnement-demenagement").silence == .rejection(months: 2))
    #expect(try procedure("inscription-scolaire").silence == .acceptance(months: 2))
    // Four months where a body that the town's own rules institute is heard (décrets 2015-1460 and 2016-677).
    #expect(try procedure("place-creche").silence == .acceptance(months: 4))
    #expect(try procedure("derogation-scolaire").silence == .acceptance(months: 4))
    #expect(try procedure("declaration-prealable").silence == .acceptance(months: 1))
    #expect(try procedure("certificat-urbanisme-information").silence == .acceptance(months: 1))
    #expect(try procedure("certificat-urbanisme-operationnel").silence == .acceptance(months: 2))
  }

  @Test func `F21: a full copy of a birth act asks for the relation, the parents and an identity document`() throws {
    let procedure = try procedure("acte-naissance")
    let today = try FormSamples.day("2026-11-23")
    let missing = procedure.check(["copyType": .choice("full-copy")], on: today).map(\.field)
    #expect(missing.contains("relation") && missing.contains("parent1LastName"))
    #expect(!missing.contains("parent2LastName"))
    #expect(procedure.requiredPieces(for: ["copyType": .choice("full-copy")]).map(\.key) == ["identity"])
    let mandatary: Answers = ["copyType": .choice("with-filiation"), "relation": .choice("mandatary")]
    #expect(procedure.requiredPieces(for: mandatary).map(\.key) == ["identity", "mandate"])
  }

  @Test func `F21: an extract without filiation asks neither for a relation nor for any paper`() throws {
    let procedure = try procedure("acte-naissance")
    let answers: Answers = ["copyType": .choice("without-filiation"), "relation": .choice("mandatary")]
    let missing = procedure.check(answers, on: try FormSamples.day("2026-11-23")).map(\.field)
    #expect(!missing.contains("relation") && !missing.contains("parent1LastName"))
    #expect(procedure.requiredPieces(for: answers).isEmpty)
  }

  @Test func `F21: an act that anybody may read asks neither for a relation nor for any paper`() throws {
    for id: ProcedureID in ["acte-naissance", "acte-mariage"] {
      let procedure = try procedure(id)
      let answers: Answers = [
        "copyType": .choice("full-copy"), "archived": .yesNo(true), "relation": .choice("mandatary"),
      ]
      let missing = procedure.check(answers, on: try FormSamples.day("2026-11-23")).map(\.field)
      #expect(!missing.contains("relation") && !missing.contains("parent1LastName"))
      #expect(procedure.requiredPieces(for: answers).isEmpty)
    }
  }

  @Test func `F21: a birth act is looked for by its place, and a child of unknown parents has one too`() throws {
    let procedure = try procedure("acte-naissance")
    let answers: Answers = ["copyType": .choice("full-copy"), "archived": .yesNo(false), "parentsNamed": .yesNo(false)]
    let missing = procedure.check(answers, on: try FormSamples.day("2026-11-23")).map(\.field)
    #expect(missing.contains("birthPlace") && missing.contains("relation"))
    #expect(!missing.contains("parent1LastName") && !missing.contains("parent1FirstNames"))
  }

  @Test func `F32: every service can be written to, visited and called`() throws {
    for desk in try FormSamples.guichetCatalogue().services {
      #expect(desk.address.city == "Guyancourt" && desk.address.postcode == "78280")
      // 01 99 00 is set aside for fiction: no citizen is called by an example.
      #expect(Telephone(desk.telephone)?.e164.hasPrefix("+3319900") == true)
    }
  }

  @Test func `F21: French texts keep their punctuation on the line`() throws {
    let text = try String(contentsOf: FormSamples.guichet, encoding: .utf8)
    for mark in [" ;", " !", " ?", "« ", " »"] { #expect(!text.contains(mark), "\(mark)") }
  }
}
