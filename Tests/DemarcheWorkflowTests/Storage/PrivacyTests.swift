import DemarcheWorkflow
import Foundation
import Testing

struct PrivacyTests {
  private func leaks(in text: String) -> [String] { Planted.words.filter { text.contains($0) } }

  private func shown(_ value: some Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return "\(value)" + String(describing: value) + String(reflecting: value) + dumped
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func `F15: what is planted is there to be found, state by state`() throws {
    let stored = try json(#require(try Planted.story(to: .rejete).state))
    #expect(leaks(in: stored) == Planted.words)
  }

  @Test(arguments: DemarcheStateName.allCases)
  func `F15: no state shows anything personal when it is printed, dumped or interpolated`(
    name: DemarcheStateName
  ) throws {
    let state = try #require(try Planted.story(to: name).state)
    #expect(leaks(in: shown(state)).isEmpty)
    #expect(leaks(in: shown(state.dossier as Any)).isEmpty)
    #expect(leaks(in: shown(state.filing as Any)).isEmpty)
    #expect(leaks(in: shown(Planted.machine.facets(of: state))).isEmpty)
  }

  @Test func `F15: no order, effect or notice shows anything personal`() throws {
    for name in DemarcheStateName.allCases {
      var story = Story(Planted.machine)
      for step in Planted.steps(to: name) {
        #expect(leaks(in: shown(step.event)).isEmpty, "\(step.event.name)")
        try story.order(step.event, by: step.principal, at: step.instant)
        for effect in story.effects {
          #expect(leaks(in: shown(effect)).isEmpty)
          guard let notice = effect.notice else { continue }
          #expect(leaks(in: shown(notice) + shown(Wordings.demarches.compose(notice))).isEmpty)
        }
      }
    }
    let visitor = Submission(
      number: try RequestNumber(serial: 1), identity: Planted.submission.identity, visitor: Planted.visitorSubmission)
    #expect(leaks(in: shown(DemarcheEvent.submit(visitor))).isEmpty)
  }

  @Test func `F15: no refusal shows anything personal`() throws {
    let now = instant("2026-11-24T10:00:00+01:00")
    var refusals: [DemarcheRefusal] = []
    for name in DemarcheStateName.allCases {
      let story = try Planted.story(to: name)
      for step in Planted.steps(to: .archive) {
        for principal in [step.principal, People.basile] {
          do throws(DemarcheRefusal) {
            _ = try Planted.machine.transition(
              from: story.state, on: step.event, in: Context(instant: now, principal: principal))
          } catch {
            refusals.append(error)
          }
        }
      }
    }
    let draft = try Planted.story(to: .brouillon)
    for change in [
      AnswerChange(["courriel": .text("zyl@example.org et mirabellier")]),
      AnswerChange(["regime": .text(String(repeating: "arachides", count: 100))]),
    ] {
      refusals.append(try #require(draft.refusal(of: .answer(change), by: People.amelie, at: now)))
    }
    #expect(refusals.count > 200)
    for refusal in Set(refusals) { #expect(leaks(in: shown(refusal)).isEmpty, "\(refusal.code)") }
  }

  @Test func `F30: the journal holds nothing personal, whatever was written in the démarche`() async throws {
    let store = InMemoryStore<DemarcheMachine>()
    let engine = Engine(Planted.machine, store: store)
    for name in DemarcheStateName.allCases {
      let id = DemarcheID("d-\(name)")
      for (index, step) in Planted.steps(to: name).enumerated() {
        var event = step.event
        // One number each, and one child each.
        let serial = (DemarcheStateName.allCases.firstIndex(of: name) ?? 0) + 1
        if case .submit = event {
          event = .submit(Submission(number: try RequestNumber(serial: serial), identity: Planted.submission.identity))
        }
        if case .open(let opening) = event {
          let child = Subject.Member(id: MemberID("m-\(serial)"), kind: .child, name: "Capucine Zylberstein")
          event = .open(
            Opening(opening.procedure, for: .member(child), known: opening.known, household: opening.household))
        }
        _ = try await engine.send(
          event, to: id, key: try RequestKey("\(name)-\(index)"),
          in: Context(instant: step.instant, principal: step.principal))
      }
      let journal = store.journal(of: id)
      #expect(journal.count == Planted.steps(to: name).count)
      #expect(leaks(in: try json(journal)).isEmpty)
    }
  }

  @Test func `F52: once archived, nothing personal is left in the stored state, its lists and its claims`() async throws
  {
    let store = InMemoryStore<DemarcheMachine>()
    let engine = Engine(Planted.machine, store: store)
    for step in Planted.steps(to: .archive) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
    let state = try #require(store.load("d-1")?.state)
    let stored = String(decoding: try RecordFormat.encode(state, of: DemarcheMachine.self), as: UTF8.self)
    #expect(leaks(in: stored).isEmpty)
    #expect(!stored.contains("acc-amelie") && !stored.contains("m-1"))
    let facets = engine.machine.facets(of: state)
    #expect(facets.tags.isEmpty)
    #expect(facets.claims.map(\.value.value) == ["000005724"])
    for effect in store.pendingEffects(at: .distantFuture, limit: 1000) { store.acknowledge(effect.key) }
    #expect(leaks(in: String(decoding: try store.snapshot(), as: UTF8.self)).isEmpty)
  }

  @Test func `F52: a draft that is removed leaves nothing of its applicant`() throws {
    var story = try Planted.story(to: .brouillon)
    try story.run(dueAt: instant("2027-01-23T12:00:00+01:00"))
    try story.run(dueAt: instant("2027-01-31T00:00:00+01:00"))
    #expect(try leaks(in: json(#require(story.state))).isEmpty)
    #expect(story.effects == [.eraseContents(["domicile"])])
  }
}
