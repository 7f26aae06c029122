public import Foundation

/// The name of a state, an event or a guard: one flat case each, its text stable for ever.
public protocol Name: RawRepresentable<String>, CaseIterable, Hashable, Codable, Sendable {}

/// A workflow as a value: its configuration inside, decisions out, nothing performed.
///
/// Decisions are pure: the instant and the principal come with the ``Context``, random values and identifiers with
/// the event, and whatever must be done outside leaves as effects. The ``Engine`` is the way to run one.
public protocol StateMachine: Sendable, SendableMetatype {
  /// What tells one record from another.
  associatedtype ID: Identifier
  /// Everything known of one record.
  associatedtype State: Codable & Hashable & Sendable
  /// An order: what somebody asks for.
  ///
  /// Orders that are equal encode alike, as ``Fingerprint`` says: their repeats are recognized by it.
  associatedtype Event: Codable & Hashable & Sendable
  /// What must be done outside because an event was accepted.
  associatedtype Effect: Codable & Hashable & Sendable = Never
  /// Why an event is not accepted.
  associatedtype Refusal: ExplainableRefusal
  /// The flat names of the states.
  associatedtype StateName: Name
  /// The flat names of the events.
  associatedtype EventName: Name

  /// The name of a state.
  static func name(of state: State) -> StateName
  /// The name of an event.
  static func name(of event: Event) -> EventName

  /// Whether an event only goes on record and never changes anything, such as a consultation: it makes nobody stale.
  static func isOnlyRecorded(_ event: EventName) -> Bool

  /// The name and the version under which states and waiting effects are stored.
  static var format: RecordFormat { get }
  /// Reads a state written under an earlier version; throws for a version it does not know.
  static func state(from decoder: any Decoder, version: Int) throws -> State
  /// Reads an effect that waits since an earlier version; throws for a version it does not know.
  static func effect(from decoder: any Decoder, version: Int) throws -> Effect

  /// Decides. `nil` is "does not exist yet"; a refusal changes nothing at all.
  func transition(
    from state: State?, on event: Event, in context: Context
  ) throws(Refusal) -> Transition<State, Effect>

  /// What a store must find this state by, and keep unique.
  func facets(of state: State) -> Facets

  /// The machine's own refusal of an order whose claim another record holds; `nil` leaves it to ``SendRefusal``.
  func refusal(forTaken claim: Claim) -> Refusal?

  /// Whether a deadline that has passed is met before anybody's order, though no due run has come by.
  static var deadlinesComeFirst: Bool { get }

  /// What the system must do if nothing happens before, and when: the earliest such event.
  func deadline(of state: State) -> Deadline<Event>?
}

extension StateMachine {
  /// A deadline is met by the next due run.
  public static var deadlinesComeFirst: Bool { false }
  /// Every event changes something.
  public static func isOnlyRecorded(_ event: EventName) -> Bool { false }
  /// Nothing to find it by, nothing to keep unique.
  public func facets(of state: State) -> Facets { Facets() }
  /// No words of its own for a claim that is held elsewhere.
  public func refusal(forTaken claim: Claim) -> Refusal? { nil }
  /// Nothing ever becomes due.
  public func deadline(of state: State) -> Deadline<Event>? { nil }
  /// No earlier version exists.
  public static func state(from decoder: any Decoder, version: Int) throws -> State {
    throw UnknownVersion(version: version)
  }
  /// An effect of an earlier version is written as those of today; a later version is unknown.
  public static func effect(from decoder: any Decoder, version: Int) throws -> Effect {
    guard (1..<format.version).contains(version) else { throw UnknownVersion(version: version) }
    return try Effect(from: decoder)
  }
}

/// What a decision gives: the new state, and what must be done outside.
public struct Transition<State, Effect> {
  /// The state from now on.
  public var state: State
  /// A stable code for the journal, where a reason was given; never free text.
  public var reason: String?
  /// What must be done outside, in order.
  public var effects: [Effect]

  /// Describes a decision.
  @inlinable
  public init(to state: State, effects: [Effect] = [], reason: String? = nil) {
    self.state = state
    self.effects = effects
    self.reason = reason
  }
}

extension Transition {
  /// The same decision, its state seen otherwise: a typed state put into the enum of all states.
  @inlinable
  public consuming func map<Wider>(_ widen: (consuming State) -> Wider) -> Transition<Wider, Effect> {
    Transition<Wider, Effect>(to: widen(state), effects: effects, reason: reason)
  }
}

extension Transition: Sendable where State: Sendable, Effect: Sendable {}
extension Transition: Equatable where State: Equatable, Effect: Equatable {}

/// What the system does at an instant if nothing happens before.
public struct Deadline<Event> {
  /// From this instant on, included, the event is due.
  public let instant: Date
  /// What the system then asks for.
  public let event: Event

  /// Describes a deadline; an instant that is not finite counts as the distant past or future.
  @inlinable
  public init(at instant: Date, event: Event) {
    self.instant = instant.finite
    self.event = event
  }
}

extension Deadline: Sendable where Event: Sendable {}
extension Deadline: Equatable where Event: Equatable {}
