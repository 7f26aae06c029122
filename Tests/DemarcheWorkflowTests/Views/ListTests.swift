import DemarcheWorkflow
import Foundation
import Testing

struct ListTests {
  private let store = InMemoryStore<DemarcheMachine>()
  private var engine: Engine<DemarcheMachine> { Engine(Town.machine, store: store) }

  private func play(_ id: DemarcheID, _ tested: Case, to name: DemarcheStateName, serial: Int, minute: Int) async throws
  {
    for step in tested.steps(to: name) {
      var event = step.event
      if case .submit = event { event = .submit(submission(serial: serial, captcha: tested.captcha)) }
      let later = step.instant.addingTimeInterval(Double(minute) * 60)
      _ = try await engine.send(event, to: id, in: Context(instant: later, principal: step.principal))
    }
  }

  @Test func `F27: the tabs show what was submitted, the newest first, with state, date and member`() async throws {
    try await play("d-1", .school, to: .valide, serial: 1, minute: 0)
    try await play("d-2", .grant, to: .enCours, serial: 2, minute: 600)
    try await play("d-3", .school, to: .brouillon, serial: 3, minute: 700)
    let rows = try await CitizenDesk(engine).submitted(by: "acc-amelie").rows
    #expect(rows.map(\.id) == ["d-2", "d-1"])
    #expect(rows.map(\.label) == ["Aide exceptionnelle", "Inscription scolaire"])
    #expect(rows.map(\.state.label) == ["en cours", "validé"])
    #expect(rows.map(\.member?.value) == [nil, "Ophélie Mirabelle"])
    #expect(rows.map(\.number?.serial) == [2, 1])
    // Submitted at the fourth step, one minute each.
    #expect(rows.map(\.instant) == [instant("2026-11-23T20:03:00+01:00"), instant("2026-11-23T10:03:00+01:00")])
  }

  @Test func `F27: drafts are a list of their own, and nobody sees another's lists`() async throws {
    try await play("d-1", .school, to: .brouillon, serial: 1, minute: 0)
    let desk = CitizenDesk(engine)
    let drafts = try await desk.drafts(of: "acc-amelie").rows
    #expect(drafts.map(\.id) == ["d-1"])
    #expect(drafts.first?.number == nil)
    #expect(drafts.first?.instant == Case.start)
    #expect(try await desk.submitted(by: "acc-amelie").rows.isEmpty)
    #expect(try await desk.drafts(of: "acc-basile").rows.isEmpty)
  }

  @Test func `F27: lists are read page by page, each démarche once`() async throws {
    for index in 0..<7 {
      try await play(DemarcheID("d-\(index)"), .act.by(People.amelie), to: .enCours, serial: index, minute: index)
    }
    let desk = CitizenDesk(engine)
    var seen: [DemarcheID] = []
    var cursor: PageCursor?
    repeat {
      let page = try await desk.submitted(by: "acc-amelie", after: cursor, limit: 3)
      #expect(page.rows.count <= 3)
      seen += page.rows.map(\.id)
      cursor = page.next
    } while cursor != nil
    #expect(seen == (0..<7).reversed().map { DemarcheID("d-\($0)") })
  }

  @Test(arguments: DemarcheStateName.allCases)
  func `F27: a démarche is a draft, then submitted, then gone once erased`(name: DemarcheStateName) async throws {
    try await play("d-1", .school, to: name, serial: 1, minute: 0)
    let desk = CitizenDesk(engine)
    #expect(try await desk.drafts(of: "acc-amelie").rows.count == (name == .brouillon ? 1 : 0))
    #expect(
      try await desk.submitted(by: "acc-amelie").rows.count == (name == .brouillon || name == .archive ? 0 : 1))
    let inbox = try await AgentDesk(engine).inbox(of: "scolaire", for: Agent(id: "a", services: ["scolaire"]))
    #expect(inbox.rows.count == (name == .brouillon || name == .archive ? 0 : 1))
  }

  @Test func `F15: an agent sees the inbox of their own services, and of no other`() async throws {
    try await play("d-1", .school, to: .enCours, serial: 1, minute: 0)
    try await play("d-2", .grant, to: .enCours, serial: 2, minute: 0)
    let desk = AgentDesk(engine)
    let agent = Agent(id: "a", services: ["ccas"])
    #expect(try await desk.inbox(of: "ccas", for: agent).rows.map(\.id) == ["d-2"])
    let school = try await desk.inbox(of: "scolaire", for: Agent(id: "b", services: ["scolaire"])).rows
    #expect(school.map(\.id) == ["d-1"] && school.allSatisfy { $0.member == nil })
    #expect(try await CitizenDesk(engine).submitted(by: "acc-amelie").rows.contains { $0.member != nil })
    await #expect(throws: DemarcheRefusal.notAllowed(.consult)) { try await desk.inbox(of: "scolaire", for: agent) }
  }

  @Test func `F15: an agent finds what is in one state, and it leaves that list when it moves on`() async throws {
    try await play("d-1", .act.by(People.amelie), to: .enCours, serial: 1, minute: 0)
    try await play("d-2", .act.by(People.amelie), to: .complet, serial: 2, minute: 5)
    let agent = Agent(id: "a", services: ["etat-civil"])
    func inbox(_ state: DemarcheStateName) async throws -> [DemarcheID] {
      try await AgentDesk(engine).inbox(of: "etat-civil", in: state, for: agent).rows.map(\.id)
    }
    #expect(try await inbox(.enCours) == ["d-1"])
    #expect(try await inbox(.complet) == ["d-2"])
    let later = Context(instant: Case.start.addingTimeInterval(7200), principal: People.actAgent)
    _ = try await engine.send(.declareComplete, to: "d-1", in: later)
    #expect(try await inbox(.enCours).isEmpty)
    #expect(try await inbox(.complet) == ["d-2", "d-1"])
    #expect(try await AgentDesk(engine).inbox(of: "etat-civil", for: agent).rows.count == 2)
  }

  @Test func `F15: a démarche is read by its applicant, and for others it does not exist`() async throws {
    try await play("d-1", .school, to: .enCours, serial: 1, minute: 0)
    let note = DemarcheEvent.note(Personal("Entre nous"), .internal)
    let context = Context(instant: instant("2026-11-24T10:00:00+01:00"), principal: People.schoolAgent)
    _ = try await engine.send(note, to: "d-1", in: context)
    let desk = CitizenDesk(engine)
    let read = try #require(try await desk.read("d-1", as: People.amelie))
    #expect(read.state.name == .enCours && read.revision == store.load("d-1")?.revision)
    #expect(read.state.dossier?.notes.isEmpty == true)
    let lines = store.journal(of: "d-1").count
    #expect(try await desk.history(of: "d-1", as: People.amelie).count == lines - 1)
    #expect(try await desk.export(of: "acc-amelie").first?.history.count == lines - 1)
    for principal in [People.basile, .visitor("acc-amelie"), People.schoolAgent, .system] {
      #expect(try await desk.read("d-1", as: principal) == nil)
    }
    #expect(try await desk.read("d-9", as: People.amelie) == nil)
  }

  @Test func `F27: the lists are in the order of submission, whatever the order of opening`() async throws {
    let steps = Case.act.by(People.amelie).steps(to: .enCours)
    for (id, serial) in [(DemarcheID("d-1"), 1), ("d-2", 2)] {
      for step in steps.dropLast() {
        _ = try await engine.send(
          step.event, to: id,
          in: Context(
            instant: step.instant.addingTimeInterval(Double(serial)), principal: step.principal))
      }
    }
    // The one that was opened first is sent last.
    for (id, serial, minute) in [(DemarcheID("d-2"), 2, 60.0), ("d-1", 1, 120)] {
      _ = try await engine.send(
        .submit(submission(serial: serial)), to: id,
        in: Context(instant: Case.start.addingTimeInterval(minute * 60), principal: People.amelie))
    }
    #expect(try await CitizenDesk(engine).submitted(by: "acc-amelie").rows.map(\.id) == ["d-1", "d-2"])
    let inbox = try await AgentDesk(engine).inbox(of: "etat-civil", for: Agent(id: "a", services: ["etat-civil"]))
    #expect(inbox.rows.map(\.id) == ["d-1", "d-2"])
  }

  @Test func `F27: a draft that was withdrawn is a draft no longer`() async throws {
    try await play("d-1", .school, to: .brouillon, serial: 1, minute: 0)
    let mine = Context(instant: Case.start.addingTimeInterval(3600), principal: People.amelie)
    _ = try await engine.send(.cancel(.withdrawal), to: "d-1", in: mine)
    #expect(try await CitizenDesk(engine).drafts(of: "acc-amelie").rows.isEmpty)
  }

  @Test func `F27: a démarche is named as when it was opened, though the catalogue has lost its revision`() async throws
  {
    try await play("d-1", .school, to: .enCours, serial: 1, minute: 0)
    let other = Engine(try Town.machine(Town.grant), store: store)
    #expect(try await CitizenDesk(other).submitted(by: "acc-amelie").rows.map(\.label) == ["Inscription scolaire"])
  }
}

extension Case {
  /// The same way, gone by somebody else.
  func by(_ principal: Principal) -> Case {
    Case(
      testDescription: testDescription, procedure: procedure, applicant: principal, agent: agent, opening: opening,
      answers: answers, requiredPiece: requiredPiece, correctedField: correctedField,
      captcha: principal.kind == .visitor ? captcha : nil)
  }
}
