import DemarcheWorkflow
import Foundation
import Testing

struct SubmissionTests {
  private let now = instant("2026-11-24T10:00:00+01:00")
  private let store = InMemoryStore<DemarcheMachine>()
  private var engine: Engine<DemarcheMachine> { Engine(Town.machine, store: store) }

  private func keep(_ id: DemarcheID, _ tested: Case, by applicant: Principal? = nil) async throws {
    for step in tested.steps(to: .brouillon) {
      let principal = step.principal == tested.applicant ? applicant ?? step.principal : step.principal
      _ = try await engine.send(step.event, to: id, in: Context(instant: step.instant, principal: principal))
    }
  }

  private func submit(_ id: DemarcheID, _ submission: Submission, by principal: Principal) async throws {
    _ = try await engine.send(.submit(submission), to: id, in: Context(instant: now, principal: principal))
  }

  @Test func `F23: submitting gives the number, the day of reception and an acknowledgement`() throws {
    var story = try Case.school.story(to: .brouillon)
    try story.order(.submit(submission()), by: People.amelie, at: now)
    #expect(story.state?.name == .enCours)
    #expect(story.filing?.number == (try RequestNumber(serial: 4217)))
    #expect(story.filing?.received == now)
    #expect(story.filing?.identity.lastName.value == "Mirabelle")
    guard case .acknowledge(let acknowledgement, to: .account("acc-amelie")) = story.effects.first,
      story.effects.count == 1
    else { throw Unexpected() }
    #expect(acknowledgement.number == story.filing?.number)
  }

  @Test func `F22: everything that is missing is told at once, fields and pieces`() throws {
    var story = Story()
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: now)
    try story.order(.answer(AnswerChange(["allergie": .yesNo(true)])), by: People.amelie, at: now)
    guard
      case .guards(.submit, let guards, let because) = story.refusal(
        of: .submit(submission()), by: People.amelie, at: instant("2027-03-01T10:00:00+01:00"))
    else { throw Unexpected() }
    #expect(guards == [.openToday, .stepsComplete, .piecesProvided])
    #expect(because.map(\.place) == ["domicile", "vaccins", "ecole", "regime", "courriel"])
  }

  @Test func `F21: a draft for a member who has left the household meanwhile is not sent`() throws {
    let draft = try Case.school.story(to: .brouillon)
    let identity = submission().identity
    func sent(_ household: [KnownMember]?) throws -> DemarcheEvent {
      .submit(Submission(number: try RequestNumber(serial: 4217), identity: identity, household: household))
    }
    let other = KnownMember(id: "m-zoe", kind: .child)
    #expect(
      draft.refusal(of: try sent([other]), by: People.amelie, at: now) == .subjectNotAccepted(.child))
    for household in [nil, [other, KnownMember(id: "m-ophelie", kind: .child)]] {
      var story = draft
      try story.order(try sent(household), by: People.amelie, at: now)
      #expect(story.state?.name == .enCours)
    }
    // The household is what the host knows: it does not make another order of the same one.
    let key = try RequestKey("form-1")
    #expect(try Fingerprint(of: sent([other]), under: key) == Fingerprint(of: sent(nil), under: key))
  }

  @Test func `F14: a visitor submits with a solved captcha, and not without`() throws {
    let draft = try Case.act.story(to: .brouillon)
    #expect(draft.refusal(of: .submit(submission()), by: People.passerby, at: now) == .visitorProofMissing)
    #expect(
      draft.refusal(of: .submit(submission(captcha: " ")), by: People.passerby, at: now) == .visitorProofMissing)
    var sent = draft
    try sent.order(.submit(submission(captcha: "captcha-1")), by: People.passerby, at: now)
    #expect(sent.filing?.addressee == .contact(.email(Personal("mirabelle@example.fr"))))
    #expect(sent.filing?.visitorCode != nil)
  }

  @Test(arguments: [
    (ContactPoint.email(Personal("mirabelle")), false), (.email(Personal("")), false),
    (.telephone(Personal("12")), false), (.telephone(Personal("06 12 34 56 78")), true),
    (.email(Personal("mirabelle@example.fr")), true),
  ])
  func `F28: a visitor is reachable, or their number and code would be lost`(contact: ContactPoint, fits: Bool) throws {
    let number = try RequestNumber(serial: 1)
    let sent = DemarcheEvent.submit(
      Submission(
        number: number, identity: try ApplicantIdentity(lastName: "Mirabelle", firstName: "Amélie"),
        visitor: VisitorSubmission(contact: contact, solvedCaptcha: "c", codeHash: Digest(of: "code"))))
    var story = try Case.act.story(to: .brouillon)
    if fits {
      try story.order(sent, by: People.passerby, at: now)
    } else {
      #expect(story.refusal(of: sent, by: People.passerby, at: now) == .contactUnreachable)
    }
  }

  @Test func `F14: a signed-in citizen is asked for no captcha, and one they send is not kept`() throws {
    var story = Story()
    try story.order(.open(Opening("naissance")), by: People.amelie, at: now)
    try story.order(.answer(AnswerChange(Case.act.answers)), by: People.amelie, at: now)
    try story.order(.submit(submission(captcha: "captcha-1")), by: People.amelie, at: now)
    #expect(story.filing?.visitorCode == nil)
    #expect(story.filing?.addressee == .account("acc-amelie"))
    let claims = try Town.machine.facets(of: #require(story.state)).claims.map(\.scope)
    #expect(claims == ["demarche.number"])
  }

  @Test func `F23: a number that another démarche has is refused, and drawn again`() async throws {
    try await keep("d-1", .school)
    try await keep("d-2", .grant)
    try await submit("d-1", submission(serial: 7), by: People.amelie)
    let before = try store.snapshot()
    await #expect(throws: DemarcheRefusal.numberTaken) {
      try await submit("d-2", submission(serial: 7), by: People.amelie)
    }
    #expect(try store.snapshot() == before)
    try await submit("d-2", submission(serial: 8), by: People.amelie)
  }

  @Test func `F14: one captcha submits one démarche, tried by two at once`() async throws {
    try await keep("d-1", .act)
    try await keep("d-2", .act, by: People.otherPasserby)
    let outcomes = await withTaskGroup(of: DemarcheRefusal?.self) { group in
      for (id, principal, serial) in [("d-1", People.passerby, 1), ("d-2", People.otherPasserby, 2)] {
        group.addTask {
          do {
            try await submit(
              DemarcheID(rawValue: id), submission(serial: serial, captcha: "captcha-1"), by: principal)
            return nil
          } catch { return error as? DemarcheRefusal }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count == 2)
    #expect(outcomes.compactMap(\.self) == [.captchaUsed])
  }

  @Test func `F23: a number stays its démarche's own, even once the content is erased`() async throws {
    for step in Case.school.steps(to: .archive) {
      _ = try await engine.send(step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
    }
    try await keep("d-2", .grant)
    await #expect(throws: DemarcheRefusal.numberTaken) { try await submit("d-2", submission(), by: People.amelie) }
  }

  @Test(arguments: ["", "   ", String(repeating: "x", count: 101), "Mira\nbelle", "Mira\u{202E}belle"])
  func `F24: a name that is blank, endless or breaks its line is no name`(name: String) {
    #expect(throws: InvalidIdentity.self) { try ApplicantIdentity(lastName: name, firstName: "Amélie") }
    #expect(throws: InvalidIdentity.self) { try ApplicantIdentity(lastName: "Mirabelle", firstName: name) }
  }

  @Test func `F04: two spellings of one name are one name`() throws {
    let composed = try ApplicantIdentity(lastName: " Mirabelle ", firstName: "Am\u{E9}lie")
    let decomposed = try ApplicantIdentity(lastName: "Mirabelle", firstName: "Ame\u{301}lie")
    #expect(Array(composed.firstName.value.unicodeScalars) == Array(decomposed.firstName.value.unicodeScalars))
    #expect(composed == decomposed)
  }
}
