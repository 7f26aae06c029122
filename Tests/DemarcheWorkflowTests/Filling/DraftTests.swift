import DemarcheWorkflow
import Foundation
import Testing

struct DraftTests {
  private let label = "Inscription scolaire"

  private func draft(openedAt text: String, by principal: Principal = People.amelie) throws -> Story {
    var story = Story()
    let opening = principal.kind == .visitor ? Opening("naissance") : Opening("ecole", for: People.child)
    try story.order(.open(opening), by: principal, at: instant(text))
    return story
  }

  @Test func `F22: a draft is warned about after 13 whole days and removed after 20, at the town's midnight`() throws {
    let story = try draft(openedAt: "2026-11-23T10:00:00+01:00")
    #expect(
      story.limits() == [
        Story.Limit(.draftWarning, "2026-12-07T00:00:00+01:00"),
        Story.Limit(.draftExpiry, "2026-12-14T00:00:00+01:00"),
      ])
  }

  @Test func `F22: the hour of the opening does not count, the town's day does`() throws {
    // 23:30 in Paris is still the 23rd, 00:30 is the 24th though it is 23:30 in London.
    #expect(try draft(openedAt: "2026-11-23T22:30:00Z").limits().last?.instant == instant("2026-12-14T00:00:00+01:00"))
    #expect(try draft(openedAt: "2026-11-23T23:30:00Z").limits().last?.instant == instant("2026-12-15T00:00:00+01:00"))
  }

  @Test func `F22: the change of the clocks does not move the day's end`() throws {
    var spring = Story(try Town.machine(Town.school { $0.openings = [] }))
    try spring.order(
      .open(Opening("ecole", for: People.child)), by: People.amelie, at: instant("2027-03-10T10:00:00+01:00"))
    #expect(
      spring.limits().map(\.instant) == [
        instant("2027-03-24T00:00:00+01:00"), instant("2027-03-31T00:00:00+02:00"),
      ])
  }

  @Test func `F22: the warning is sent once, tells the last day, and leaves the draft as it is`() throws {
    var story = try draft(openedAt: "2026-11-23T10:00:00+01:00")
    let due = instant("2026-12-07T00:00:00+01:00")
    #expect(
      story.refusal(of: .warn, by: .system, at: due.addingTimeInterval(-1))
        == .guards(.warn, [.limitReached], because: []))
    let before = story.state?.dossier
    try story.run(dueAt: due)
    #expect(story.effects == [.inform(.account("acc-amelie"), .draftExpiring(label: label, after: day("2026-12-13")))])
    #expect(story.state?.dossier == before)
    #expect(
      story.refusal(of: .warn, by: .system, at: due) == .guards(.warn, [.limitReached], because: []))
    #expect(story.limits().map(\.kind) == [.draftExpiry])
  }

  @Test func `F22: the removal comes at its second and not before, is told, and leaves nothing`() throws {
    var story = try draft(openedAt: "2026-11-23T10:00:00+01:00")
    let due = instant("2026-12-14T00:00:00+01:00")
    #expect(
      story.refusal(of: .cancel(.expiry), by: .system, at: due.addingTimeInterval(-1))
        == .guards(.cancel, [.limitReached], because: []))
    try story.order(.cancel(.expiry), by: .system, at: due)
    #expect(story.effects == [.inform(.account("acc-amelie"), .draftRemoved(label: label))])
    #expect(story.reason == "expiry")
    try story.run(dueAt: instant("2026-12-15T00:00:00+01:00"))
    #expect(story.archive?.number == nil)
    #expect(story.archive?.outcome == .annule)
  }

  @Test func `F22: who sends a draft a little late reads what became of it, until the end of that day`() async throws {
    let engine = Engine(Town.machine, store: InMemoryStore())
    let opened = Context(instant: instant("2026-11-23T10:00:00+01:00"), principal: People.amelie)
    try await engine.send(.open(Opening("ecole", for: People.child)), to: "D", in: opened)
    let late = instant("2026-12-15T00:00:00+01:00")
    _ = try await engine.run(dueAt: instant("2026-12-07T00:00:00+01:00"))
    await #expect(throws: DemarcheRefusal.notPossible(.submit, in: .annule)) {
      try await engine.send(
        .submit(submission()), to: "D",
        in: Context(instant: instant("2026-12-14T23:59:59+01:00"), principal: People.amelie))
    }
    await #expect(throws: DemarcheRefusal.notAllowed(.submit)) {
      try await engine.send(.submit(submission()), to: "D", in: Context(instant: late, principal: People.amelie))
    }
  }

  @Test func `F22: a warning that leaves late gives its seven days all the same`() throws {
    var story = try draft(openedAt: "2026-11-23T10:00:00+01:00")
    let late = instant("2026-12-30T10:00:00+01:00")
    try story.run(dueAt: late)
    #expect(story.effects == [.inform(.account("acc-amelie"), .draftExpiring(label: label, after: day("2027-01-05")))])
    #expect(story.state?.name == .brouillon)
    #expect(story.limits() == [Story.Limit(.draftExpiry, "2027-01-06T00:00:00+01:00")])
  }

  @Test func `F22: a visitor's draft is removed without a notice, for nobody can be reached`() throws {
    var story = try draft(openedAt: "2026-11-23T10:00:00+01:00", by: People.passerby)
    #expect(
      story.limits() == [Story.Limit(.draftExpiry, "2026-12-14T00:00:00+01:00")])
    try story.order(.cancel(.expiry), by: .system, at: instant("2026-12-14T00:00:00+01:00"))
    #expect(story.effects.isEmpty)
  }

  @Test func `F22: the days of a draft are a policy of the procedure`() throws {
    var story = Story(try Town.machine(Town.school { $0.draft = DraftPolicy(lifeDays: 2, noticeDays: 1) }))
    try story.order(
      .open(Opening("ecole", for: People.child)), by: People.amelie, at: instant("2026-11-23T10:00:00+01:00"))
    #expect(
      story.limits().map(\.instant) == [
        instant("2026-11-25T00:00:00+01:00"), instant("2026-11-26T00:00:00+01:00"),
      ])
  }

  @Test func `F28: whoever withdraws a draft is told nothing, whoever loses it to an agent is told why`() throws {
    var withdrawn = try draft(openedAt: "2026-11-23T10:00:00+01:00")
    try withdrawn.order(.cancel(.withdrawal), by: People.amelie, at: instant("2026-11-23T11:00:00+01:00"))
    #expect(withdrawn.effects.isEmpty)
    var canceled = try draft(openedAt: "2026-11-23T10:00:00+01:00")
    try canceled.order(
      .cancel(.decision(reason())), by: People.schoolAgent, at: instant("2026-11-23T11:00:00+01:00"))
    #expect(canceled.effects == [.inform(.account("acc-amelie"), .draftCanceled(label: label, reason()))])
  }

  @Test func `F26: a draft that was withdrawn cannot be reopened: the town has never had it`() throws {
    var story = try draft(openedAt: "2026-11-23T10:00:00+01:00")
    try story.order(.cancel(.withdrawal), by: People.amelie, at: instant("2026-11-23T11:00:00+01:00"))
    #expect(
      story.refusal(of: .reopen(reason()), by: People.schoolAgent, at: instant("2026-11-23T12:00:00+01:00"))
        == .guards(.reopen, [.wasFiled], because: []))
    let agent = Context(instant: instant("2026-11-23T12:00:00+01:00"), principal: People.schoolAgent)
    #expect(Town.machine.obstacles(to: .reopen, in: story.state, for: agent) == [.guard(.wasFiled)])
  }
}

extension Story {
  var archive: Archive? {
    if case .archive(let archive) = state { archive } else { nil }
  }
}
