/// A machine that can say what is possible now and, without trying, every reason why something is not.
public protocol ExplainingMachine: StateMachine {
  /// The named conditions of the events.
  associatedtype Guard: Name

  /// Everything that stands between a principal and an event now; empty when the event would be considered.
  ///
  /// What depends on the content of the event (a wrong answer in a field) is told by the transition alone.
  func obstacles(to event: EventName, in state: State?, for context: Context) -> [Obstacle<Guard>]

  /// What an order would be refused with because of one obstacle: the sentence that people read is found by it.
  func refusal(of event: EventName, in state: State?, because obstacle: Obstacle<Guard>) -> Refusal
}

/// One reason why an event is not possible now.
public enum Obstacle<Guard: Name>: Hashable, Codable, Sendable {
  /// The event does not exist in this state, whoever asks.
  case state
  /// The event exists in this state, for somebody else.
  case principal
  /// A condition does not hold.
  case `guard`(Guard)
}

/// What one principal may ask for now, and where not, why.
public struct Permission<EventName: Name, Guard: Name>: Hashable, Sendable {
  /// The event.
  public let event: EventName
  /// Every reason why it is not possible; empty when it is.
  public let obstacles: [Obstacle<Guard>]
  /// Whether the event can be asked for.
  public var isPermitted: Bool { obstacles.isEmpty }

  @inlinable
  init(event: EventName, obstacles: [Obstacle<Guard>]) {
    self.event = event
    self.obstacles = obstacles
  }
}

extension ExplainingMachine {
  /// Every event with the reasons that stand against it, in the order of their declaration.
  ///
  /// Where deadlines come first, this tells what the engine would do: of the state once those that have passed are met.
  @inlinable
  public func permissions(
    in state: State?, for context: Context
  ) -> [Permission<EventName, Guard>] {
    let state = found(state, by: context)
    return EventName.allCases.map { Permission(event: $0, obstacles: obstacles(to: $0, in: state, for: context)) }
  }

  /// The events that this principal may ask for now, as ``permissions(in:for:)`` tells them.
  @inlinable
  public func permitted(in state: State?, for context: Context) -> [EventName] {
    let state = found(state, by: context)
    return EventName.allCases.filter { obstacles(to: $0, in: state, for: context).isEmpty }
  }

  /// Why an event is not permitted, in words: an explanation for each obstacle, none where there is no obstacle.
  public func explanations(
    of permission: Permission<EventName, Guard>, in state: State?, for context: Context, by wordings: Wordings
  ) -> [Explanation] {
    let state = found(state, by: context)
    return permission.obstacles.map { wordings.explain(refusal(of: permission.event, in: state, because: $0)) }
  }

  /// The state that an order of this principal finds.
  @inlinable
  func found(_ state: State?, by context: Context) -> State? {
    guard Self.deadlinesComeFirst, let state else { return state }
    if case .system = context.principal { return state }
    return settled(state, at: context.instant)
  }
}
