import DemarcheWorkflow
import Foundation
import Testing

struct LifecycleMatrixTests {
  private static let states: [DemarcheStateName?] = [nil] + DemarcheStateName.allCases.map { $0 }

  @Test(arguments: Case.all)
  func `F26: every order in every state by every principal does what the table says`(tested: Case) throws {
    let table = try LifecycleTable(for: tested)
    for name in Self.states {
      let before = try name.map { try tested.story(to: $0).state }
      for event in DemarcheEventName.allCases {
        for player in tested.players(in: name) {
          let context = Context(instant: player.instant, principal: player.principal)
          let outcome = try outcome(of: tested.sample(of: event, for: player.role), on: before ?? nil, in: context)
          #expect(
            outcome == table.outcome(of: event, in: name, for: player.role),
            "\(event) in \(name?.rawValue ?? "-") by \(player.name)")
        }
      }
    }
  }

  @Test func `F26: the guards of an order are told by name, in the order of their declaration`() {
    #expect(DemarcheEventName.submit.guards(for: .applicant) == [.openToday, .stepsComplete, .piecesProvided])
    #expect(DemarcheEventName.validate.guards(for: .system) == [.noPieceDisproved, .limitReached])
    #expect(DemarcheEventName.close.guards(for: .agentInCharge) == [])
    #expect(DemarcheEventName.close.guards(for: .applicant) == nil)
  }

  @Test(arguments: Case.all)
  func `F26: what is permitted, and why not, agrees with what happens when it is tried`(tested: Case) throws {
    for name in Self.states {
      let before = try name.map { try tested.story(to: $0).state } ?? nil
      for player in tested.players(in: name) {
        let context = Context(instant: player.instant, principal: player.principal)
        let permissions = Town.machine.permissions(in: before, for: context)
        #expect(permissions.map(\.event) == DemarcheEventName.allCases)
        #expect(Town.machine.permitted(in: before, for: context) == permissions.filter(\.isPermitted).map(\.event))
        for permission in permissions {
          let event = tested.sample(of: permission.event, for: player.role)
          let expected: LifecycleTable.Outcome? =
            switch permission.obstacles.first {
            case nil: nil
            case .state: .notPossible
            case .principal: .notAllowed
            case .guard: .guarded
            }
          let outcome = try outcome(of: event, on: before, in: context)
          if case .leads = outcome {
            #expect(expected == nil, "\(permission.event) in \(name?.rawValue ?? "-") by \(player.name)")
          } else {
            #expect(expected == outcome, "\(permission.event) in \(name?.rawValue ?? "-") by \(player.name)")
            // What stands alone against an order is told as when it is tried.
            guard permission.obstacles.count == 1, let obstacle = permission.obstacles.first else { continue }
            #expect(throws: Town.machine.refusal(of: permission.event, in: before, because: obstacle)) {
              try Town.machine.transition(from: before, on: event, in: context)
            }
          }
        }
      }
    }
  }

  @Test(arguments: Case.all)
  func `F26: a refusal changes neither the state nor the journal nor the effects nor the claims`(
    tested: Case
  ) async throws {
    for name in DemarcheStateName.allCases {
      let store = InMemoryStore<DemarcheMachine>()
      let engine = Engine(Town.machine, store: store)
      for step in tested.steps(to: name) {
        _ = try await engine.send(
          step.event, to: "d-1", in: Context(instant: step.instant, principal: step.principal))
      }
      let before = try store.snapshot()
      var refused = 0
      for event in DemarcheEventName.allCases {
        for player in tested.players(in: name) {
          let context = Context(instant: player.instant, principal: player.principal)
          let order = tested.sample(of: event, for: player.role)
          if case .leads = try outcome(of: order, on: store.load("d-1")?.state, in: context) { continue }
          await #expect(throws: DemarcheRefusal.self) { try await engine.send(order, to: "d-1", in: context) }
          refused += 1
        }
      }
      #expect(refused > 0)
      #expect(try store.snapshot() == before, "\(name)")
    }
  }

  private func outcome(
    of event: DemarcheEvent, on state: StoredDemarche?, in context: Context
  ) throws -> LifecycleTable.Outcome {
    do {
      return .leads(to: try Town.machine.transition(from: state, on: event, in: context).state.name)
    } catch {
      switch error {
      case .notPossible(event.name, in: state?.name): return .notPossible
      case .notAllowed(event.name): return .notAllowed
      case .guards(event.name, _, _): return .guarded
      default: throw error
      }
    }
  }
}

extension Case {
  struct Player {
    let name: String
    let principal: Principal
    var role: DemarcheRole?
    let instant: Date

    /// Nobody knows any more what they were.
    var forgotten: Player { Player(name: name, principal: principal, role: nil, instant: instant) }
  }

  /// Everybody who might try in a state.
  func players(in state: DemarcheStateName?) -> [Player] {
    if state == .archive { return players.map { $0.role == .applicant ? $0.forgotten : $0 } }
    guard state == nil else { return players }
    // Whoever asks for a draft that does not exist yet is its applicant, if the procedure is for them.
    return players.compactMap { player in
      var player = player
      switch player.principal.kind {
      case .citizen: player.role = .applicant
      case .visitor: player.role = procedure.access == .anonymous ? .applicant : nil
      case .agent, .system: player.role = player.principal.kind == .system ? .system : .agentInCharge
      }
      return player.role == nil ? nil : player
    }
  }

  /// Everybody who might try; the system comes when every time limit is long past.
  private var players: [Player] {
    let soon = instant("2026-11-24T10:00:00+01:00")
    var strangers: [Player] = []
    for (name, principal) in [
      ("another citizen", People.basile), ("another visitor", People.otherPasserby),
      ("the wrong kind of applicant", applicant.kind == .citizen ? People.passerby : People.amelie),
      ("an agent of another service", agent == People.grantAgent ? People.schoolAgent : People.grantAgent),
      ("an agent of no service", People.idleAgent),
    ] { strangers.append(Player(name: name, principal: principal, role: nil, instant: soon)) }
    return strangers + [
      Player(name: "the applicant", principal: applicant, role: .applicant, instant: soon),
      Player(name: "an agent in charge", principal: agent, role: .agentInCharge, instant: soon),
      Player(name: "the system", principal: .system, role: .system, instant: instant("2031-01-01T10:00:00+01:00")),
    ]
  }

  /// An order with a content that is right in every state.
  func sample(of event: DemarcheEventName, for role: DemarcheRole?) -> DemarcheEvent {
    switch event {
    case .open: .open(opening)
    case .answer: .answer(AnswerChange(answers))
    case .supplyPiece: .supplyPiece("photo", Town.file("photo", mediaType: Town.jpeg))
    case .announcePiece: .announcePiece("photo")
    case .receivePiece: .receivePiece("photo")
    case .reviewPiece: .reviewPiece("photo", .waived(reason()))
    case .submit: .submit(submission(captcha: captcha))
    case .takeUp: .takeUp
    case .requestCorrection: .requestCorrection(CorrectionRequest(fields: [correctedField], because: reason()))
    case .resubmit: .resubmit
    case .declareComplete: .declareComplete
    case .validate: .validate(role == .system ? .silence : .decision)
    case .reject: .reject(role == .system ? .silence : .decision(reason()))
    case .cancel:
      switch role {
      case .agentInCharge: .cancel(.decision(reason()))
      case .system: .cancel(.expiry)
      case .applicant, nil: .cancel(.withdrawal)
      }
    case .reopen: .reopen(reason())
    case .close: .close
    case .archive: .archive(.retention)
    case .note: .note(Personal("Bonjour"), .public)
    case .consult: .consult
    case .warn: .warn
    }
  }
}
