public import WorkflowKernel

/// What a machine does, found by trying: every sample in every state that can be reached, breadth first.
///
/// States that the projection maps to one key count as one, so that the space is finite: leave out what no decision
/// depends on, such as instants and texts. Deadlines are tried too, at their instant and by the system.
///
/// ```swift
/// let exploration = Exploration(
///   of: SampleNotebook(),
///   samples: [Sample(.write("a"), by: .citizen("c-1"), at: noon), Sample(.close, by: .system, at: noon)],
///   keyedBy: { $0.lines.count > 1 ? "many" : "few" })
/// exploration.graph.deadEnds  // [.closed]
/// ```
public struct Exploration<Machine: StateMachine>: Sendable {
  /// One state for each key, in the order in which they were found.
  public let states: [Machine.State]
  /// The transitions seen.
  public let graph: StateGraph<Machine.StateName, Machine.EventName>
  /// Whether everything that can be reached was seen; otherwise `statesMax` was.
  public let isComplete: Bool

  /// Tries the same samples in every state.
  public init(
    of machine: Machine, samples: [Sample<Machine>], keyedBy key: (Machine.State) -> some Hashable,
    statesMax: Int = 10_000
  ) {
    self.init(of: machine, keyedBy: key, statesMax: statesMax) { _ in samples }
  }

  /// Tries samples made for each state: `nil` is "does not exist yet".
  public init<Key: Hashable>(
    of machine: Machine, keyedBy key: (Machine.State) -> Key, statesMax: Int = 10_000,
    samples: (Machine.State?) -> [Sample<Machine>]
  ) {
    var seen: Set<Key> = []
    var states: [Machine.State] = []
    var edges: [StateGraph<Machine.StateName, Machine.EventName>.Edge] = []
    var isComplete = true

    func explore(from state: Machine.State?) {
      for sample in samples(state) + Self.deadline(of: machine, in: state) {
        guard let transition = try? machine.transition(from: state, on: sample.event, in: sample.context) else {
          continue
        }
        edges.append(
          .init(
            from: state.map { Machine.name(of: $0) }, event: Machine.name(of: sample.event),
            to: Machine.name(of: transition.state), principals: [sample.context.principal.kind]))
        guard !seen.contains(key(transition.state)) else { continue }
        guard states.count < statesMax else {
          isComplete = false
          continue
        }
        seen.insert(key(transition.state))
        states.append(transition.state)
      }
    }

    explore(from: nil)
    var next = 0
    while next < states.count {
      explore(from: states[next])
      next += 1
    }
    self.states = states
    self.graph = StateGraph(edges: edges)
    self.isComplete = isComplete
  }

  private static func deadline(of machine: Machine, in state: Machine.State?) -> [Sample<Machine>] {
    guard let state, let deadline = machine.deadline(of: state) else { return [] }
    return [Sample(deadline.event, in: Context(instant: deadline.instant, principal: .system))]
  }
}
