import Foundation
import WorkflowKernel

/// A request at a help desk: opened by a citizen, answered by agents, reminded of by the system, closed.
struct Ticket: ExplainingMachine {
  struct ID: Identifier {
    let rawValue: String
  }

  struct Facts: Codable, Hashable {
    var title: Personal<String>
    var notes: [String] = []
    var reminders = 0
    var opened: Date
  }

  enum State: Codable, Hashable {
    case open(Facts)
    case closed(Facts)

    var facts: Facts {
      switch self {
      case .open(let facts), .closed(let facts): facts
      }
    }
  }

  enum Event: Codable, Hashable {
    case open(title: Personal<String>, salt: Drawn<String>)
    case note(String)
    case remind
    case close
  }

  enum Effect: Codable, Hashable {
    case tell(String)
  }

  enum Refusal: ExplainableRefusal {
    case notPossible
    case titleTaken

    var code: String {
      switch self {
      case .notPossible: "ticket.not-possible"
      case .titleTaken: "ticket.title-taken"
      }
    }
  }

  enum StateName: String, Name {
    case open, closed
  }

  enum EventName: String, Name {
    case open, note, remind, close
  }

  enum Guard: String, Name {
    case hasNote = "has-note"
  }

  /// Seconds from one reminder to the next.
  static let patience = 10.0
  static let remindersMax = 3
  /// Whether a taken title is refused in the machine's own words.
  var namesTakenTitles = false

  static let format = RecordFormat("ticket", version: 1)

  static func name(of state: State) -> StateName {
    switch state {
    case .open: .open
    case .closed: .closed
    }
  }

  static func name(of event: Event) -> EventName {
    switch event {
    case .open: .open
    case .note: .note
    case .remind: .remind
    case .close: .close
    }
  }

  func transition(
    from state: State?, on event: Event, in context: Context
  ) throws(Refusal) -> Transition<State, Effect> {
    switch (state, event) {
    case (nil, .open(let title, _)):
      return Transition(to: .open(Facts(title: title, opened: context.instant)), effects: [.tell("opened")])
    case (.open(var facts), .note(let text)):
      facts.notes.append(text)
      return Transition(to: .open(facts), effects: [.tell("note"), .tell("note again")])
    case (.open(var facts), .remind):
      if facts.title.value == "cursed" { throw .notPossible }
      if facts.title.value == "cursed later", facts.reminders == 2 { throw .notPossible }
      facts.reminders += 1
      return Transition(to: .open(facts), effects: [.tell("reminder \(facts.reminders)")])
    case (.open(let facts), .close):
      return Transition(to: .closed(facts), reason: "done")
    default: throw .notPossible
    }
  }

  func facets(of state: State) -> Facets {
    switch state {
    case .open(let facts): Facets(claims: [Claim("title", facts.title.value)])
    case .closed: Facets()
    }
  }

  func refusal(forTaken claim: Claim) -> Refusal? { namesTakenTitles ? .titleTaken : nil }

  func deadline(of state: State) -> Deadline<Event>? {
    switch state {
    case .open(let facts):
      Deadline(
        at: facts.opened + Double(facts.reminders + 1) * Self.patience,
        event: facts.reminders < Self.remindersMax ? .remind : .close)
    case .closed: nil
    }
  }

  func obstacles(to event: EventName, in state: State?, for context: Context) -> [Obstacle<Guard>] {
    var obstacles: [Obstacle<Guard>] = []
    if (event == .open) != (state == nil) { obstacles.append(.state) }
    if event == .close, context.principal.kind != .agent { obstacles.append(.principal) }
    if event == .close, state?.facts.notes.isEmpty != false { obstacles.append(.guard(.hasNote)) }
    return obstacles
  }

  func refusal(of event: EventName, in state: State?, because obstacle: Obstacle<Guard>) -> Refusal { .notPossible }
}

extension Context {
  static let alice = Context(instant: .at(0), principal: .agent(Agent(id: "alice", services: [])))
  static let bob = Context(instant: .at(0), principal: .agent(Agent(id: "bob", services: [])))
}

extension Date {
  static func at(_ seconds: Double) -> Date { Date(timeIntervalSinceReferenceDate: seconds) }
}

extension Ticket.Event {
  static func open(_ title: String, salt: String = "s") -> Ticket.Event {
    .open(title: Personal(title), salt: Drawn(salt))
  }
}
