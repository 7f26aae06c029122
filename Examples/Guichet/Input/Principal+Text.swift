import WorkflowKernel

extension Principal {
  /// Reads `visitor:ID`, `citizen:ACCOUNT`, `agent:ID@service,service` or `system`; an ID may be a reference.
  init(_ text: String, with saved: SavedResults) throws(LineFault) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts == ["system"] {
      self = .system
      return
    }
    guard parts.count == 2 else { throw .unknownPrincipal(text) }
    let name = try saved.fill(parts[1])
    guard !name.isEmpty else { throw .unknownPrincipal(text) }
    switch parts[0] {
    case "visitor": self = .visitor(VisitorID(name))
    case "citizen": self = .citizen(AccountID(name))
    case "agent":
      let who = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard !who[0].isEmpty else { throw .unknownPrincipal(text) }
      let services = who.dropFirst().flatMap { $0.split(separator: ",") }.map { ServiceID(String($0)) }
      self = .agent(Agent(id: AgentID(who[0]), services: Set(services)))
    case _: throw .unknownPrincipal(text)
    }
  }
}
