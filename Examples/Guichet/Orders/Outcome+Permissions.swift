import DemarcheWorkflow
import Identity

extension Outcome {
  /// What can be ordered of a démarche, and everything that stands against the rest.
  init(
    _ permissions: [Permission<DemarcheEventName, DemarcheGuard>], in state: DemarcheStateName?, _ wordings: Wordings
  ) {
    self.init(
      permissions, label: \.label,
      explaining: { event, obstacle in
        let refusal: DemarcheRefusal =
          switch obstacle {
          case .state: .notPossible(event, in: state)
          case .principal: .notAllowed(event)
          case .guard(let condition): .guards(event, [condition], because: [])
          }
        return wordings.explain(refusal)
      })
  }

  /// What can be ordered of an account, and everything that stands against the rest.
  init(
    _ permissions: [Permission<AccountEvent.EventName, AccountGuard>], in state: AccountState.StateName,
    _ wordings: Wordings
  ) {
    self.init(
      permissions, label: \.label,
      explaining: { _, obstacle in
        let refusal: AccountRefusal =
          switch obstacle {
          case .state: .impossible(in: state)
          case .principal: .notAllowed
          case .guard(.due): .notDue
          }
        return wordings.explain(refusal)
      })
  }

  /// People read three lists and the conditions that fail; programs, every order with every reason.
  private init<EventName: Name, Guard: Name>(
    _ permissions: [Permission<EventName, Guard>], label: (EventName) -> String,
    explaining explain: (EventName, Obstacle<Guard>) -> Explanation
  ) {
    var possible: [String] = []
    var elsewhere: [String] = []
    var others: [String] = []
    var conditions: [String] = []
    var orders: [JSONValue] = []
    for permission in permissions {
      let label = label(permission.event)
      let reasons = permission.obstacles.map { explain(permission.event, $0) }
      if permission.isPermitted {
        possible.append(label)
      } else if permission.obstacles.contains(.state) {
        elsewhere.append(label)
      } else if permission.obstacles.contains(.principal) {
        others.append(label)
      } else {
        conditions.append("Pas encore, \(label)\u{A0}: " + reasons.map(\.message).joined(separator: " "))
      }
      orders.append([
        "order": .string(permission.event.rawValue), "label": .string(label),
        "possible": .bool(permission.isPermitted),
        "reasons": .array(reasons.map { ["code": .string($0.code), "message": .string($0.message)] }),
      ])
    }
    self.init(["orders": .array(orders)])
    lines =
      [("Possible", possible), ("Pour d’autres que vous", others), ("Dans un autre état", elsewhere)]
      .filter { !$0.1.isEmpty }.map { "\($0)\u{A0}: " + $1.joined(separator: ", ") + "." } + conditions
  }
}
