public import WorkflowKernel

/// Which event leads from which state to which, and who may cause it; always in the order of the declarations.
public struct StateGraph<StateName: Name, EventName: Name>: Hashable, Sendable {
  /// The transitions, each once.
  public let edges: [Edge]

  /// One transition.
  public struct Edge: Hashable, Sendable {
    /// The state before; `nil` where the record comes into being.
    public let from: StateName?
    /// The event.
    public let event: EventName
    /// The state after.
    public let to: StateName
    /// The kinds of principals that may cause it.
    public let principals: Set<Principal.Kind>

    /// Describes a transition.
    public init(from: StateName?, event: EventName, to: StateName, principals: Set<Principal.Kind>) {
      self.from = from
      self.event = event
      self.to = to
      self.principals = principals
    }

    /// Whether the state stays the same.
    public var isLoop: Bool { from == to }
  }

  /// Makes a graph; transitions that differ only in their principals become one.
  public init(edges: [Edge]) {
    func bare(_ from: StateName?, _ event: EventName, _ to: StateName) -> Edge {
      Edge(from: from, event: event, to: to, principals: [])
    }
    var principals: [Edge: Set<Principal.Kind>] = [:]
    for edge in edges { principals[bare(edge.from, edge.event, edge.to), default: []].formUnion(edge.principals) }
    let origins: [StateName?] = [nil] + StateName.allCases.map { $0 }
    self.edges = origins.flatMap { from in
      EventName.allCases.flatMap { event in
        StateName.allCases.compactMap { to in
          principals[bare(from, event, to)].map { Edge(from: from, event: event, to: to, principals: $0) }
        }
      }
    }
  }

  /// The states that a record can be in.
  public var reachable: [StateName] {
    let found = Set(edges.map(\.to))
    return StateName.allCases.filter(found.contains)
  }

  /// The states that no record was ever in.
  public var unreachable: [StateName] {
    let found = Set(edges.map(\.to))
    return StateName.allCases.filter { !found.contains($0) }
  }

  /// The states that are reached and never left for another.
  public var deadEnds: [StateName] { reachable.filter { exits(of: $0).isEmpty } }

  /// The events that were never accepted.
  public var unused: [EventName] {
    let used = Set(edges.map(\.event))
    return EventName.allCases.filter { !used.contains($0) }
  }

  /// The transitions that leave a state for another.
  public func exits(of state: StateName) -> [Edge] { edges.filter { $0.from == state && !$0.isLoop } }

  /// The states that can be left, but by these kinds of principals alone.
  public func statesLeft(onlyBy kinds: Set<Principal.Kind>) -> [StateName] {
    reachable.filter { state in
      let exits = exits(of: state)
      return !exits.isEmpty && exits.allSatisfy { $0.principals.isSubset(of: kinds) }
    }
  }
}
