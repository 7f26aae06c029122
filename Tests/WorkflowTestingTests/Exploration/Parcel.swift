import Foundation
import WorkflowKernel

/// A machine with one of everything that an exploration finds: a state nobody reaches, a dead end, an exit that only
/// the citizen has, a deadline, an event that is never accepted, names that no diagram likes.
struct Parcel: StateMachine {
  struct ID: Identifier {
    let rawValue: String
  }

  enum State: Codable, Hashable {
    case drawn(up: Int)
    case sent
    case waiting
    case lost
    case gone
  }

  enum Event: Codable, Hashable {
    case draw
    case send
    case fetch
    case burn
  }

  enum Refusal: ExplainableRefusal {
    case no
    var code: String { "parcel.no" }
  }

  enum StateName: String, Name {
    case drawn
    case sent = "sent \"away\""
    case waiting
    case lost
    case gone = "gone|for ever"
  }

  enum EventName: String, Name {
    case draw
    case send
    case fetch
    case burn
  }

  static let format = RecordFormat("parcel", version: 1)

  static func name(of state: State) -> StateName {
    switch state {
    case .drawn: .drawn
    case .sent: .sent
    case .waiting: .waiting
    case .lost: .lost
    case .gone: .gone
    }
  }

  static func name(of event: Event) -> EventName {
    switch event {
    case .draw: .draw
    case .send: .send
    case .fetch: .fetch
    case .burn: .burn
    }
  }

  static let deadline = Date(timeIntervalSince1970: 100)

  func deadline(of state: State) -> Deadline<Event>? {
    state == .sent ? Deadline(at: Self.deadline, event: .send) : nil
  }

  func transition(
    from state: State?, on event: Event, in context: Context
  ) throws(Refusal) -> Transition<State, Never> {
    switch (state, event, context.principal.kind) {
    case (nil, .draw, .citizen), (nil, .draw, .visitor): Transition(to: .drawn(up: 1))
    case (.drawn(let count), .draw, .citizen): Transition(to: .drawn(up: count + 1))
    case (.drawn, .send, .citizen), (.drawn, .send, .agent): Transition(to: .sent)
    case (.sent, .send, .system) where context.instant >= Self.deadline: Transition(to: .waiting)
    case (.waiting, .fetch, .citizen): Transition(to: .gone)
    default: throw .no
    }
  }
}
