import DemarcheWorkflow
import Foundation
import TestSupport
import Testing

struct RecordTests {
  private func path(_ name: DemarcheStateName) -> String { "Tests/Golden/records/demarche-1-\(name.rawValue).json" }

  private func decode(_ text: String) throws -> StoredDemarche {
    try RecordFormat.decode(Data(text.utf8), of: "d-42", as: DemarcheMachine.self)
  }

  private func encode(_ state: StoredDemarche) throws -> String {
    String(decoding: try RecordFormat.encode(state, of: DemarcheMachine.self), as: UTF8.self)
  }

  private func problem(of text: String) -> UnreadableRecord? {
    do { _ = try decode(text) } catch { return error as? UnreadableRecord }
    return nil
  }

  @Test(arguments: DemarcheStateName.allCases)
  func `F51: a record of each state is written as it always was`(name: DemarcheStateName) throws {
    try Golden.check(encode(#require(try Planted.story(to: name).state)) + "\n", path(name))
  }

  @Test(arguments: DemarcheStateName.allCases)
  func `F51: a stored record is read, and written again byte for byte`(name: DemarcheStateName) throws {
    let stored = try Golden.read(path(name)).trimmingCharacters(in: .newlines)
    let state = try decode(stored)
    #expect(state.name == name)
    #expect(try encode(state) == stored)
    #expect(try state == Planted.story(to: name).state)
  }

  @Test func `F51: an effect of each kind that waits is written and read as it always was`() throws {
    let path = "Tests/Golden/records/demarche-effects-1.jsonl"
    let effects = try DemarcheEffect.every
    let lines = try effects.map { effect in
      String(decoding: try RecordFormat.encode(effect: effect, of: DemarcheMachine.self), as: UTF8.self)
    }
    try Golden.check(lines.joined(separator: "\n") + "\n", path)
    let key = EffectKey<DemarcheID>(id: "d-42", revision: .first, index: 0)
    let read = try Golden.read(path).split(separator: "\n").map { line in
      try RecordFormat.decode(effect: Data(line.utf8), of: key, as: DemarcheMachine.self)
    }
    #expect(read == effects)
  }

  /// What the démarche of a citizen decided by agents does not hold.
  private func others() throws -> [(name: String, state: StoredDemarche?)] {
    var expired = try Case.act.story(to: .incomplet)
    try expired.order(.cancel(.expiry), by: .system, at: instant("2027-01-01T10:00:00+01:00"))
    var rejected = try Case.grant.story(to: .enCours)
    try rejected.order(.reject(.silence), by: .system, at: instant("2027-02-01T10:00:00+01:00"))
    var accepted = try Case.school.story(to: .complet)
    try accepted.order(.validate(.silence), by: .system, at: instant("2027-02-01T10:00:00+01:00"))
    var pieces = try Case.school.story(to: .brouillon)
    try pieces.order(.announcePiece("photo"), by: People.amelie, at: Case.start)
    return [
      ("visitor", try Case.act.story(to: .enCours).state), ("expired", expired.state),
      ("rejected-by-silence", rejected.state), ("accepted-by-silence", accepted.state),
      ("withdrawn", try Case.grant.story(to: .annule).state), ("announced", pieces.state),
    ]
  }

  @Test func `F51: the records of visitors, of silence and of expiry are kept as well`() throws {
    for (name, state) in try others() {
      let path = "Tests/Golden/records/demarche-1-\(name).json"
      try Golden.check(encode(#require(state)) + "\n", path)
      let stored = try Golden.read(path).trimmingCharacters(in: .newlines)
      #expect(try decode(stored) == state)
      #expect(try encode(decode(stored)) == stored)
    }
  }

  @Test(arguments: [
    (#""state":"enCours""#, #""state":"suspendu""#), (#""state":"enCours""#, #""state":null"#),
    (#""state":"enCours""#, #""state":"incomplet""#), (#""lifeDays":20"#, #""lifeDays":"vingt""#),
    (#""number":"000005724""#, #""number":"000005725""#),
    (#""number":"000005724""#, #""number":572"#), (#""accepted":"#, #""perdu":"#),
    (#""visibility":"internal""#, #""visibility":"secret""#), (#""acceptance":"#, #""hope":"#),
    (#""code":"dossier-incomplet""#, #""code":"Dossier Incomplet""#), (#""lastName":"Zylberstein""#, #""lastName":"""#),
    (#""isRequired":true"#, #""isRequired":1"#), (#""kind":"child""#, #""kind":"cousin""#),
    (#""opened":"#, #""opened_at":"#), (#""answers":"#, #""reponses":"#),
    (#""text":"zyl@example.org""#, #""mot":"zyl""#),
    (#""started":"2026-11-23""#, #""started":"2026-02-30""#), ("}", ""),
    (#"{"format":"#, #"{"more":1,"format":"#), (#""state":{"#, #""state":{"more":1,"#),
    (#""dossier":{"#, #""dossier":{"more":1,"#), (#""facts":{"#, #""facts":{"more":1,"#),
    (#""seasonEnd":"#, #""season_end":"#), (#""filing":{"#, #""filing":{"more":1,"#),
    (#""clock":{"#, #""clock":{"more":1,"#),
    (#""filing":{"#, #""filing":null,"more":{"#),
    (#""state":"enCours""#, #""state":"brouillon""#),
  ])
  func `F51: an unknown or wrong value is an error that names the record and shows nothing of it`(
    written: String, instead: String
  ) throws {
    let stored = try Golden.read(path(.enCours))
    try #require(stored.contains(written))
    let wrong = try #require(problem(of: stored.replacing(written, with: instead)))
    #expect(wrong.id == "d-42" && wrong.version == (written == "}" ? nil : 1) && wrong.problem == .malformed)
    #expect(Planted.words.allSatisfy { !"\(wrong)".contains($0) })
    #expect("\(wrong)".contains("d-42") && "\(wrong)".contains("demarche/"))
  }

  @Test(arguments: [
    (DemarcheStateName.archive, #""facts":{"#, #""filing":null,"facts":{"#),
    (.archive, #""facts":{"#, #""dossier":{},"facts":{"#),
    (.brouillon, #""filing":null"#, #""filing":{}"#), (.brouillon, #""filing":null,"#, ""),
    (.incomplet, #""correction":{"#, #""correction":{"more":1,"#), (.annule, #""filing":{"#, #""filings":{"#),
  ])
  func `F51: a record says of its filing what its state knows, and nothing that its state does not have`(
    name: DemarcheStateName, written: String, instead: String
  ) throws {
    let stored = try Golden.read(path(name))
    try #require(stored.contains(written))
    #expect(problem(of: stored.replacing(written, with: instead))?.problem == .malformed)
  }

  @Test func `F51: a record of a later version or of another machine is not guessed at`() throws {
    let stored = try Golden.read(path(.enCours))
    let later = try #require(problem(of: stored.replacing(#""version":1"#, with: #""version":2"#)))
    #expect(later.problem == .unknownVersion && later.version == 2 && later.id == "d-42")
    let foreign = try #require(problem(of: stored.replacing(#""format":"demarche""#, with: #""format":"basket""#)))
    #expect(foreign.problem == .foreignFormat && foreign.format == "basket")
    #expect(try #require(problem(of: "")).problem == .malformed)
    #expect(try #require(problem(of: "{}")).problem == .malformed)
  }

  @Test(arguments: [
    ("lifeDays\":20", Int.min), ("lifeDays\":20", .max), ("noticeDays\":7", .min), ("noticeDays\":7", .max),
  ])
  func `F51: whatever numbers a record holds, its time limits are computed`(number: String, stored: Int) throws {
    let name = number.prefix { $0 != ":" } + ":\(stored)"
    let text = try Golden.read(path(.brouillon)).replacing(number, with: name)
    var story = Story()
    story.state = try decode(text)
    #expect(!story.limits().isEmpty)
    let warned = try decode(text.replacing(#""facts":{}"#, with: #""facts":{"warned":"2026-12-07"}"#))
    #expect(warned.timeLimits(in: Town.calendar).count == 1)
  }

  @Test func `F51: a clock that stood still longer than anybody counts does not overflow`() throws {
    let text = try Golden.read(path(.incomplet))
    var story = Story(Planted.machine)
    story.state = try decode(text.replacing(#""suspendedDays":0"#, with: #""suspendedDays":\#(Int.max)"#))
    try story.order(.declareComplete, by: People.schoolAgent, at: instant("2027-01-01T10:00:00+01:00"))
    guard case .complet(let demarche) = story.state else { throw Unexpected() }
    #expect(demarche.state.clock.suspendedDays == .max)
  }
}
