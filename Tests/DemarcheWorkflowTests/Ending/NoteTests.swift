import DemarcheWorkflow
import Foundation
import Testing

struct NoteTests {
  private let now = instant("2026-11-24T10:00:00+01:00")

  private func note(_ text: String, _ visibility: Note.Visibility = .public) -> DemarcheEvent {
    .note(Personal(text), visibility)
  }

  @Test func `F28: an agent's public note is a message, an internal one and an applicant's are not`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(note("À voir", .internal), by: People.schoolAgent, at: now)
    #expect(story.effects.isEmpty)
    try story.order(note("Merci"), by: People.amelie, at: now)
    #expect(story.effects.isEmpty)
    try story.order(note("Bonjour"), by: People.schoolAgent, at: now)
    #expect(story.effects == [.inform(.account("acc-amelie"), .noteAdded(try RequestNumber(serial: 4217)))])
    let notes = try #require(story.state?.dossier?.notes)
    #expect(notes.map(\.text.value) == ["À voir", "Merci", "Bonjour"])
    #expect(notes.map(\.author) == [.agent("agent-ecole"), .citizen("acc-amelie"), .agent("agent-ecole")])
    #expect(notes.map(\.visibility) == [.internal, .public, .public])
    #expect(notes.allSatisfy { $0.written == now })
  }

  @Test func `F26: an applicant writes no internal note`() throws {
    #expect(
      try Case.school.story(to: .enCours).refusal(of: note("Secret", .internal), by: People.amelie, at: now)
        == .notAllowed(.note))
  }

  @Test(arguments: [
    ("", DemarcheRefusal.NoteFault.blank), (" \n\t\u{A0}", .blank), (String(repeating: "x", count: 4001), .tooLong),
    // One letter under a heap of accents is one character, and many bytes.
    ("e" + String(repeating: "\u{301}", count: 4001), .tooLong), (String(repeating: "é", count: 5_000_000), .tooLong),
    ("Bonjour\u{1B}[2J", .unprintable), ("Bonjour \u{202E}siof", .unprintable), ("a\u{2028}b", .unprintable),
  ])
  func `F26: a note says something, in 4,000 characters at most`(text: String, fault: DemarcheRefusal.NoteFault) throws
  {
    let story = try Case.school.story(to: .enCours)
    #expect(story.refusal(of: note(text), by: People.amelie, at: now) == .note(fault))
  }

  @Test func `F26: a note and a reason may have several lines`() throws {
    var story = try Case.school.story(to: .enCours)
    try story.order(note("Bonjour,\r\nmerci.\n"), by: People.amelie, at: now)
    #expect(story.state?.dossier?.notes.last?.text.value == "Bonjour,\nmerci.")
    #expect(try Reason("dossier", "Un motif\r\nen deux lignes").text.value == "Un motif\nen deux lignes")
  }

  @Test func `F26: a démarche takes 500 notes`() throws {
    var story = try Case.school.story(to: .enCours)
    for _ in 0..<500 { try story.order(note(String(repeating: "x", count: 4000)), by: People.amelie, at: now) }
    #expect(story.refusal(of: note("x"), by: People.schoolAgent, at: now) == .note(.tooMany))
  }

  @Test func `F15: a consultation by an agent is one line of the journal, and nothing else`() async throws {
    let store = InMemoryStore<DemarcheMachine>()
    let engine = Engine(Town.machine, store: store)
    for step in Case.school.steps(to: .enCours) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
    let before = store.load("d-1")?.state
    let effects = store.pendingEffects(at: .distantFuture, limit: 100)
    let read = try await AgentDesk(engine).read("d-1", in: Context(instant: now, principal: People.schoolAgent))
    #expect(read.state == before)
    #expect(store.load("d-1")?.state == before)
    #expect(store.pendingEffects(at: .distantFuture, limit: 100) == effects)
    let line = try #require(store.journal(of: "d-1").last)
    #expect(line.event == .consult && line.actor == .agent("agent-ecole") && line.instant == now)
  }

  @Test func `F15: an agent of another service, a citizen and a visitor read nothing, and no line is written`()
    async throws
  {
    let store = InMemoryStore<DemarcheMachine>()
    let engine = Engine(Town.machine, store: store)
    for step in Case.school.steps(to: .enCours) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
    let before = try store.snapshot()
    for principal in [People.grantAgent, People.idleAgent, People.amelie, People.passerby, .system] {
      await #expect(throws: DemarcheRefusal.notAllowed(.consult)) {
        try await AgentDesk(engine).read("d-1", in: Context(instant: now, principal: principal))
      }
    }
    #expect(try store.snapshot() == before)
  }

  @Test(arguments: [
    ("", InvalidReason.malformedCode), ("Hors secteur", .malformedCode), ("hors_secteur", .malformedCode),
    ("été", .malformedCode), (String(repeating: "a", count: 41), .malformedCode),
  ])
  func `F30: the code of a reason is a word for the journal, never a text`(code: String, fault: InvalidReason) {
    #expect(throws: fault) { try Reason(code, "Hors secteur.") }
  }

  @Test(arguments: [
    (" \n", InvalidReason.blankText), (String(repeating: "x", count: 4001), .textTooLong),
    ("e" + String(repeating: "\u{301}", count: 4001), .textTooLong), ("Trop tard\u{1B}[2J", .textUnprintable),
    ("Trop tard \u{202E}siof", .textUnprintable),
  ])
  func `F26: a reason says something, in 4,000 characters at most`(text: String, fault: InvalidReason) {
    #expect(throws: fault) { try Reason("hors-secteur", text) }
  }
}
