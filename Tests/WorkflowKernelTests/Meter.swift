import Foundation
import WorkflowKernel

/// A parking meter whose time runs out whether or not somebody looks: its deadlines come first, and looking at it goes
/// on record without changing anything.
struct Meter: ExplainingMachine {
  struct ID: Identifier {
    let rawValue: String
  }

  struct State: Codable, Hashable {
    /// When the system strikes, one instant after the other.
    var strikes: [Date]
    var struck = 0
    var looks = 0
    var coins = 0
    var claim: String?
  }

  enum Event: Codable, Hashable {
    case start(strikes: [Date])
    case insert
    case look
    case strike
  }

  enum Refusal: String, ExplainableRefusal {
    case notPossible
    case notAllowed
    case over
    case bellTaken

    var code: String { "meter.\(rawValue)" }
  }

  enum StateName: String, Name {
    case running, over
  }

  enum EventName: String, Name {
    case start, insert, look, strike
  }

  enum Guard: String, Name {
    case hasTime = "has-time"
  }

  /// What keeps the system from striking, or from ever stopping.
  enum Trouble {
    case refused
    case endless
    case bellTaken
    case bellTakenInItsOwnWords
  }

  var trouble: Trouble?

  static let deadlinesComeFirst = true
  static let format = RecordFormat("meter", version: 1)

  static func isOnlyRecorded(_ event: EventName) -> Bool { event == .look }

  static func name(of state: State) -> StateName { state.strikes.isEmpty ? .over : .running }

  static func name(of event: Event) -> EventName {
    switch event {
    case .start: .start
    case .insert: .insert
    case .look: .look
    case .strike: .strike
    }
  }

  func transition(
    from state: State?, on event: Event, in context: Context
  ) throws(Refusal) -> Transition<State, Never> {
    guard var meter = state else {
      guard case .start(let strikes) = event else { throw .notPossible }
      return Transition(to: State(strikes: strikes))
    }
    switch event {
    case .start: throw .notPossible
    case .look: meter.looks += 1
    case .insert:
      guard !meter.strikes.isEmpty else { throw .over }
      meter.coins += 1
    case .strike:
      guard context.principal == .system else { throw .notAllowed }
      guard trouble != .refused else { throw .notPossible }
      meter.struck += 1
      if trouble != .endless { meter.strikes.removeFirst() }
      if trouble == .bellTaken || trouble == .bellTakenInItsOwnWords { meter.claim = "bell" }
    }
    return Transition(to: meter)
  }

  func facets(of state: State) -> Facets { Facets(claims: state.claim.map { [Claim("meter", $0)] } ?? []) }

  func refusal(forTaken claim: Claim) -> Refusal? { trouble == .bellTakenInItsOwnWords ? .bellTaken : nil }

  func deadline(of state: State) -> Deadline<Event>? { state.strikes.first.map { Deadline(at: $0, event: .strike) } }

  func obstacles(to event: EventName, in state: State?, for context: Context) -> [Obstacle<Guard>] {
    switch event {
    case .start: state == nil ? [] : [.state]
    case .look: state == nil ? [.state] : []
    case .insert: state.map { $0.strikes.isEmpty ? [.guard(.hasTime)] : [] } ?? [.state]
    case .strike: context.principal == .system ? [] : [.principal]
    }
  }

  func refusal(of event: EventName, in state: State?, because obstacle: Obstacle<Guard>) -> Refusal {
    switch obstacle {
    case .state: .notPossible
    case .principal: .notAllowed
    case .guard(.hasTime): .over
    }
  }
}
