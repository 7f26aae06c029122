import DemarcheWorkflow
import Foundation
import Testing

/// One démarche, order after order, on the pure machine.
struct Story {
  var machine = Town.machine
  var state: StoredDemarche?
  /// What the last order made the host do.
  var effects: [DemarcheEffect] = []
  /// The stable code of the last order's reason.
  var reason: String?

  init(_ machine: DemarcheMachine = Town.machine) { self.machine = machine }

  mutating func order(_ event: DemarcheEvent, by principal: Principal, at instant: Date) throws {
    let transition = try machine.transition(
      from: state, on: event, in: Context(instant: instant, principal: principal))
    (state, effects, reason) = (transition.state, transition.effects, transition.reason)
  }

  mutating func play(_ steps: [Step]) throws {
    for step in steps { try order(step.event, by: step.principal, at: step.instant) }
  }

  /// Expects an order to be refused, and gives the refusal.
  func refusal(
    of event: DemarcheEvent, by principal: Principal, at instant: Date,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> DemarcheRefusal? {
    do {
      _ = try machine.transition(from: state, on: event, in: Context(instant: instant, principal: principal))
      Issue.record("the order \(event.name) was accepted", sourceLocation: sourceLocation)
      return nil
    } catch {
      return error
    }
  }

  func limits() -> [Limit] {
    (state?.timeLimits(in: machine.calendar) ?? []).map { Limit(kind: $0.kind, instant: $0.instant) }
  }

  /// Lets the system do what is due at an instant, one order after the other.
  mutating func run(dueAt instant: Date) throws {
    while let deadline = state.flatMap({ machine.deadline(of: $0) }), deadline.instant <= instant {
      try order(deadline.event, by: .system, at: instant)
    }
  }

  struct Limit: Equatable {
    let kind: TimeLimit.Kind
    let instant: Date

    init(kind: TimeLimit.Kind, instant: Date) {
      self.kind = kind
      self.instant = instant
    }

    init(_ kind: TimeLimit.Kind, _ text: String) {
      self.init(kind: kind, instant: DemarcheWorkflowTests.instant(text))
    }
  }

  struct Step {
    let event: DemarcheEvent
    let principal: Principal
    let instant: Date
  }
}

/// One procedure of the town with an applicant and an agent, and the shortest way to each state.
struct Case: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let procedure: Procedure
  let applicant: Principal
  let agent: Principal
  var opening: Opening
  let answers: Answers
  let requiredPiece: PieceKey?
  let correctedField: FieldKey
  var captcha: String?
  var serial = 4217

  static let school = Case(
    testDescription: "a citizen's, accepted by silence", procedure: Town.school(), applicant: People.amelie,
    agent: People.schoolAgent, opening: Opening("ecole", for: People.child),
    answers: [
      "ecole": .choice("jaures"), "allergie": .yesNo(false), "courriel": .text("amelie.mirabelle@example.fr"),
    ], requiredPiece: "domicile", correctedField: "courriel")
  static let grant = Case(
    testDescription: "a citizen's, rejected by silence", procedure: Town.grant, applicant: People.amelie,
    agent: People.grantAgent, opening: Opening("aide", for: .household),
    answers: ["motif": .text("Chaudière en panne")], requiredPiece: "ressources", correctedField: "motif")
  static let act = Case(
    testDescription: "a visitor's, silence decides nothing", procedure: Town.act, applicant: People.passerby,
    agent: People.actAgent, opening: Opening("naissance"), answers: ["nom": .text("Mirabelle")], requiredPiece: nil,
    correctedField: "nom", captcha: "captcha-1")
  static let all = [school, grant, act]

  /// Monday 23 November 2026, 10:00 in the town; each step comes a minute after the one before.
  static let start = instant("2026-11-23T10:00:00+01:00")

  /// The orders that lead to a state in which every condition of every further order holds.
  func steps(to name: DemarcheStateName) -> [Story.Step] {
    events(to: name).enumerated().map { index, step in
      Story.Step(event: step.0, principal: step.1, instant: Self.start.addingTimeInterval(Double(index) * 60))
    }
  }

  /// The démarche in a state in which every condition of every further order holds.
  func story(to name: DemarcheStateName) throws -> Story {
    var story = Story()
    try story.play(steps(to: name))
    return story
  }

  private func events(to name: DemarcheStateName) -> [(DemarcheEvent, Principal)] {
    switch name {
    case .brouillon:
      [(.open(opening), applicant), (.answer(AnswerChange(answers)), applicant)]
        + (requiredPiece.map { [(.supplyPiece($0, Town.file()), applicant)] } ?? [])
    case .enCours:
      events(to: .brouillon) + [(.submit(submission(serial: serial, captcha: captcha)), applicant)]
        + (requiredPiece.map { [(.reviewPiece($0, .accepted), agent)] } ?? [])
    case .incomplet:
      events(to: .enCours)
        + [(.requestCorrection(CorrectionRequest(fields: [correctedField], because: reason())), agent)]
    case .complet: events(to: .enCours) + [(.declareComplete, agent)]
    case .valide: events(to: .complet) + [(.validate(.decision), agent)]
    case .rejete: events(to: .enCours) + [(.reject(.decision(reason())), agent)]
    case .annule: events(to: .enCours) + [(.cancel(.withdrawal), applicant)]
    case .clos: events(to: .valide) + [(.close, agent)]
    case .archive: events(to: .clos) + [(.archive(.request), .system)]
    }
  }
}

/// A test did not get the kind of value it goes on with.
struct Unexpected: Error {}

extension Story {
  var filing: Filing? { state?.filing }
  func piece(_ key: PieceKey) -> PieceJustificative? { state?.dossier?.pieces.first { $0.key == key } }
}
