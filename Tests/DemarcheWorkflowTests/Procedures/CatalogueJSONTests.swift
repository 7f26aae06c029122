import DemarcheWorkflow
import Foundation
import Testing

@Suite struct CatalogueJSONTests {
  private static let sound = #"""
    {
      "themes": [{ "id": "scolaire", "label": "Scolaire" }],
      "services": [{
        "id": "education", "label": "Direction de l'éducation",
        "address": { "street": ["14 rue Ambroise-Croizat"], "postcode": "78280", "city": "Guyancourt" },
        "telephone": "01 99 00 78 20", "email": "education@guyancourt.example"
      }],
      "procedures": [{
        "id": "cantine", "revision": 1, "label": "Cantine", "theme": "scolaire", "access": "accountRequired",
        "subject": "child", "service": "education", "silence": { "acceptance": { "months": 2 } },
        "correctionDays": 30, "retentionMonths": 12,
        "steps": [{ "key": "meals", "label": "Repas", "fields": [
          { "key": "start", "label": "Début", "type": { "date": { "min": "today", "max": { "months": 3 } } } },
          { "key": "diet", "label": "Menu", "type": { "text": { "max": 80 } }, "required": "never" }
        ] }]
      }]
    }
    """#

  private func problems(_ json: String) -> [String] {
    do {
      _ = try Catalogue(json: Data(json.utf8))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func `F21: what a definition may leave out has its documented meaning`() throws {
    let procedure = try #require(try Catalogue(json: Data(Self.sound.utf8))["cantine"])
    #expect(procedure.draft == DraftPolicy(lifeDays: 20, noticeDays: 7))
    #expect(procedure.pieces.isEmpty && procedure.openings.isEmpty && !procedure.allowsSeveral)
    #expect(procedure.steps[0].fields.map(\.required) == [.always, .never])
    #expect(procedure.steps[0].fields[0].type == .date(Bounds(min: .today, max: .months(3))))
    #expect(procedure.steps[0].fields[1].type == .text(TextLimits(min: 1, max: 80)))
  }

  @Test(arguments: [
    (#""revision": 1, "#, "", "procedures[0].revision: cannot be read: missing key"),
    (#""silence": { "acceptance": { "months": 2 } },"#, "", "procedures[0].silence: cannot be read: missing key"),
    (
      #"{ "acceptance": { "months": 2 } }"#, #""acceptance""#,
      #"procedures[0].silence: cannot be read: "acceptance" needs a content"#
    ),
    (
      #"{ "acceptance": { "months": 2 } }"#, #"{ "none": 2 }"#,
      "procedures[0].silence.none: cannot be read: unexpected content"
    ),
    (
      #""accountRequired""#, #""members""#,
      "procedures[0].access: cannot be read: Cannot initialize Access from invalid String value members"
    ),
    (
      #""today""#, #""tomorrow""#,
      "procedures[0].steps[0].fields[0].type.date.min: cannot be read: A civil date is written YYYY-MM-DD."
    ),
    (
      #"{ "text": { "max": 80 } }"#, #""telegram""#,
      "procedures[0].steps[0].fields[1].type: cannot be read: unknown value"
    ),
    (
      #"{ "text": { "max": 80 } }"#, #"{ "text": { "max": 80 }, "email": 1 }"#,
      "procedures[0].steps[0].fields[1].type: cannot be read: not an object of exactly one key"
    ),
    (
      #""max": 80"#, #""max": "80""#,
      "procedures[0].steps[0].fields[1].type.text.max: cannot be read: not of type Int"
    ),
    (#""never""#, #""sometimes""#, "procedures[0].steps[0].fields[1].required: cannot be read: unknown value"),
    (
      #""required": "never""#, #""prefill": "applicant.shoeSize""#,
      "procedures[0].steps[0].fields[1].prefill: cannot be read: Cannot initialize PrefillKey from invalid String value applicant.shoeSize"
    ),
  ])
  func `F21: what cannot be read is told with its place`(part: String, other: String, problem: String) {
    #expect(Self.sound.contains(part))
    #expect(problems(Self.sound.replacingOccurrences(of: part, with: other)) == [problem])
  }

  @Test(arguments: [
    (#""telephone""#, #""phone""#, "services[0].phone", "services[0].telephone"),
    (
      #""months": 2"#, #""month": 2"#, "procedures[0].silence.acceptance.month",
      "procedures[0].silence.acceptance.months"
    ),
    (#""themes""#, #""headings""#, "headings", "themes"),
  ])
  func `F21: a misspelt key is told as unknown, and as missing where it is needed`(
    part: String, other: String, unknown: String, missing: String
  ) {
    #expect(Self.sound.contains(part))
    #expect(
      problems(Self.sound.replacingOccurrences(of: part, with: other)) == [
        "\(unknown): cannot be read: unknown key", "\(missing): cannot be read: missing key",
      ])
  }

  @Test func `F21: one mistake that cannot be read does not hide the next`() {
    let json = Self.sound
      .replacingOccurrences(of: #""email""#, with: #""mail""#)
      .replacingOccurrences(of: #""subject": "child""#, with: #""subject": "cat""#)
    #expect(problems(json).count == 3)
  }

  @Test func `F21: an unknown key does not hide what is wrong with the definitions`() {
    let json = Self.sound
      .replacingOccurrences(of: #""correctionDays": 30"#, with: #""correctionDays": 0, "correctionDay": 30"#)
      .replacingOccurrences(of: #""months": 2"#, with: #""months": 0, "weeks": 8"#)
    let places = problems(json).map { $0.prefix { $0 != ":" } }
    #expect(
      Set(places) == [
        "procedures[0].correctionDay", "procedures[0].silence.acceptance.weeks", "procedures[0].correctionDays",
        "procedures[0].silence.acceptance.months",
      ])
  }

  @Test(arguments: ["", "{", "[]", "null", "{\"themes\": [}", "\u{0}"])
  func `F21: a text that is no catalogue is one problem`(json: String) {
    #expect(problems(json).count == 1)
  }

  @Test func `F21: a definition reads back as it was written`() throws {
    let catalogue = try FormSamples.guichetCatalogue()
    for procedure in catalogue.procedures {
      let data = try JSONEncoder().encode(procedure)
      #expect(try JSONDecoder().decode(Procedure.self, from: data) == procedure)
    }
    #expect(try JSONDecoder().decode([Theme].self, from: JSONEncoder().encode(catalogue.themes)) == catalogue.themes)
    let desks = try JSONDecoder().decode([ServiceDesk].self, from: JSONEncoder().encode(catalogue.services))
    #expect(desks == catalogue.services)
  }
}
