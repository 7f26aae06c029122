import DemarcheWorkflow
import Foundation
import Testing

struct RetentionTests {
  @Test func `F31: what was validated closes when the season is over, at its second`() throws {
    var story = try Case.school.story(to: .valide)
    let due = instant("2027-09-01T00:00:00+02:00")
    #expect(story.limits() == [Story.Limit(kind: .closing, instant: due)])
    #expect(
      story.refusal(of: .close, by: .system, at: due.addingTimeInterval(-1))
        == .guards(.close, [.limitReached], because: []))
    try story.order(.close, by: .system, at: due)
    #expect(story.state?.name == .clos)
    #expect(story.effects.isEmpty)
  }

  @Test func `F31: without a season, what was validated closes once it can no longer be contested`() throws {
    var story = try Case.grant.story(to: .complet)
    try story.order(.validate(.decision), by: Case.grant.agent, at: instant("2026-12-31T10:00:00+01:00"))
    let due = instant("2027-03-01T00:00:00+01:00")
    #expect(story.limits() == [Story.Limit(kind: .closing, instant: due)])
    #expect(
      story.refusal(of: .close, by: .system, at: due.addingTimeInterval(-1))
        == .guards(.close, [.limitReached], because: []))
    try story.order(.close, by: .system, at: due)
    #expect(story.state?.name == .clos)
  }

  @Test(arguments: [
    ("2026-11-30T10:00:00+01:00", "2027-12-01T00:00:00+01:00"),
    ("2028-02-29T10:00:00+01:00", "2029-03-01T00:00:00+01:00"),
    // Twelve months, not 365 days: 2028 has 366.
    ("2027-03-01T10:00:00+01:00", "2028-03-02T00:00:00+01:00"),
  ])
  func `F52: the content is kept for whole months after the end, and erased at the second`(
    ended: String, erased: String
  ) throws {
    var rejected = try Case.school.story(to: .complet)
    try rejected.order(.reject(.decision(reason())), by: People.schoolAgent, at: instant(ended))
    var canceled = try Case.school.story(to: .enCours)
    try canceled.order(.cancel(.withdrawal), by: People.amelie, at: instant(ended))
    var closed = try Case.school.story(to: .valide)
    try closed.order(.close, by: People.schoolAgent, at: instant(ended))
    for (story, outcome) in [(rejected, DemarcheStateName.rejete), (canceled, .annule), (closed, .clos)] {
      let due = instant(erased)
      #expect(story.limits() == [Story.Limit(kind: .erasure, instant: due)])
      #expect(
        story.refusal(of: .archive(.retention), by: .system, at: due.addingTimeInterval(-1))
          == .guards(.archive, [.limitReached], because: []))
      var archived = story
      try archived.order(.archive(.retention), by: .system, at: due)
      #expect(archived.archive?.outcome == outcome)
      #expect(archived.archive?.archived == due)
      #expect(archived.archive?.number == (try RequestNumber(serial: 4217)))
      #expect(archived.limits().isEmpty)
    }
  }

  @Test func `F52: erasing takes the bytes of every file along`() throws {
    var story = try Case.school.story(to: .enCours)
    let now = instant("2026-11-24T10:00:00+01:00")
    try story.order(.supplyPiece("photo", Town.file("photo", mediaType: Town.jpeg)), by: People.amelie, at: now)
    try story.order(.cancel(.withdrawal), by: People.amelie, at: now)
    #expect(story.effects.count == 1)
    try story.order(.archive(.request), by: .system, at: now)
    #expect(story.effects == [.eraseContents(["domicile", "photo"])])
    #expect(story.reason == "request")
  }

  @Test func `F52: an erasure that was asked for waits for no term, and is the system's alone`() throws {
    let story = try Case.school.story(to: .rejete)
    let now = instant("2026-11-24T10:00:00+01:00")
    for principal in [People.amelie, People.schoolAgent, People.passerby] {
      #expect(story.refusal(of: .archive(.request), by: principal, at: now) == .notAllowed(.archive))
    }
    var erased = story
    try erased.order(.archive(.request), by: .system, at: now)
    #expect(erased.state?.name == .archive)
  }

  @Test func `F31: what is accepted after its season is over closes once it can no longer be contested`() throws {
    var story = try Case.school.story(to: .enCours)
    let late = instant("2027-09-03T10:00:00+02:00")
    try story.order(.declareComplete, by: People.schoolAgent, at: late)
    try story.order(.validate(.decision), by: People.schoolAgent, at: late)
    #expect(story.limits() == [Story.Limit(.closing, "2027-11-04T00:00:00+01:00")])
    try story.run(dueAt: instant("2027-11-04T00:00:00+01:00"))
    // Twelve months of retention count from the closing, not from a season that ended before the decision.
    #expect(story.limits() == [Story.Limit(.erasure, "2028-11-05T00:00:00+01:00")])
    var lastDay = try Case.school.story(to: .complet)
    try lastDay.order(.validate(.decision), by: People.schoolAgent, at: instant("2027-08-31T23:59:59+02:00"))
    #expect(lastDay.limits() == [Story.Limit(.closing, "2027-09-01T00:00:00+02:00")])
  }
}
