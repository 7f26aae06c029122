import DemarcheWorkflow
import TestSupport

/// The table of `Tests/Golden/demarche-table.txt`: what an order must do, for a state and a role.
struct LifecycleTable {
  enum Outcome: Hashable {
    case leads(to: DemarcheStateName)
    case notPossible, notAllowed, guarded
  }

  private var cells: [Place: [DemarcheRole: Outcome]] = [:]
  private struct Place: Hashable {
    let event: DemarcheEventName
    let state: DemarcheStateName?
  }
  struct Malformed: Error { let line: Substring }

  init(for tested: Case) throws {
    let text = try Golden.read("Tests/Golden/demarche-table.txt")
    var states: [DemarcheStateName?] = []
    for line in text.split(separator: "\n") where line.contains("|") {
      let columns = line.split(separator: "|").map { $0.split(separator: " ") }
      guard let head = columns.first?.first else { throw Malformed(line: line) }
      if head == "order" {
        states = columns.dropFirst().map { $0.first.flatMap { DemarcheStateName(rawValue: String($0)) } }
        continue
      }
      guard let event = DemarcheEventName(rawValue: String(head)), columns.count == states.count + 1 else {
        throw Malformed(line: line)
      }
      for (state, cell) in zip(states, columns.dropFirst()) where cell != ["."] {
        var outcomes: [DemarcheRole: Outcome] = [:]
        for entry in cell {
          guard let (role, outcome) = Self.read(entry, in: state, for: tested) else { throw Malformed(line: line) }
          outcomes[role] = outcome
        }
        cells[Place(event: event, state: state)] = outcomes
      }
    }
  }

  func outcome(of event: DemarcheEventName, in state: DemarcheStateName?, for role: DemarcheRole?) -> Outcome {
    guard let role else { return .notAllowed }
    guard let cell = cells[Place(event: event, state: state)] else {
      return state == nil && role != .system ? .notAllowed : .notPossible
    }
    return cell[role] ?? .notAllowed
  }

  private static func read(
    _ entry: Substring, in state: DemarcheStateName?, for tested: Case
  ) -> (DemarcheRole, Outcome)? {
    var rest = entry
    let limit: Bool
    let role: DemarcheRole
    switch rest.popFirst() {
    case "A": role = .applicant
    case "G": role = .agentInCharge
    case "S": role = .system
    default: return nil
    }
    switch rest.first {
    case "0": return (role, .guarded)
    case "a": limit = tested.procedure.silence == .acceptance(months: 2)
    case "r": limit = tested.procedure.silence == .rejection(months: 2)
    case "c": limit = tested.applicant.kind == .citizen
    default: limit = true
    }
    guard limit else { return (role, .guarded) }
    if rest.hasSuffix("=") { return state.map { (role, .leads(to: $0)) } }
    guard let target = rest.split(separator: ">").last.flatMap({ DemarcheStateName(rawValue: String($0)) }) else {
      return nil
    }
    return (role, .leads(to: target))
  }
}
