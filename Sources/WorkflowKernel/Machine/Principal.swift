/// Who gives an order, as the host has authenticated them.
public enum Principal: Hashable, Sendable {
  /// Somebody without an account.
  case visitor(VisitorID)
  /// The holder of an account, signed in.
  case citizen(AccountID)
  /// A member of the staff, with the services they work for.
  case agent(Agent)
  /// The library itself, acting because an instant has come.
  case system

  /// What the four have in common with every other principal of their kind.
  public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    /// Somebody without an account.
    case visitor
    /// The holder of an account.
    case citizen
    /// A member of the staff.
    case agent
    /// The library itself.
    case system
  }

  /// The kind of this principal.
  public var kind: Kind {
    switch self {
    case .visitor: .visitor
    case .citizen: .citizen
    case .agent: .agent
    case .system: .system
    }
  }

  /// This principal as the journal names it.
  public var actor: Actor {
    switch self {
    case .visitor(let id): .visitor(id)
    case .citizen(let id): .citizen(id)
    case .agent(let agent): .agent(agent.id)
    case .system: .system
    }
  }
}

/// A member of the staff and the services they work for at the instant of the order.
public struct Agent: Hashable, Sendable {
  /// Who it is.
  public let id: AgentID
  // Each once and in order, so that equal agents are equal: looking through a handful costs less than hashing one.
  @usableFromInline
  let served: [ServiceID]

  /// The services they work for.
  public var services: Set<ServiceID> { Set(served) }

  /// Describes an agent.
  public init(id: AgentID, services: Set<ServiceID>) {
    self.id = id
    served = services.sorted()
  }

  /// Whether the agent works for a service.
  @inlinable
  public func serves(_ service: ServiceID) -> Bool { served.contains(service) }
}

/// Who gave an order, as the journal keeps it.
public enum Actor: Hashable, Codable, Sendable {
  /// Somebody without an account.
  case visitor(VisitorID)
  /// The holder of an account.
  case citizen(AccountID)
  /// A member of the staff.
  case agent(AgentID)
  /// The library itself.
  case system
}
