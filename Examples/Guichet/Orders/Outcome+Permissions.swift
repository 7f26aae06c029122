import WorkflowKernel

extension Outcome {
  /// What can be ordered, and everything that stands against the rest.
  ///
  /// People read three lists and the conditions that fail; programs, every order with every reason.
  init<Machine: ExplainingMachine>(
    permissionsOf machine: Machine, in state: Machine.State?, for context: Context,
    label: (Machine.EventName) -> String,
    _ wordings: Wordings
  ) {
    var possible: [String] = []
    var elsewhere: [String] = []
    var others: [String] = []
    var conditions: [String] = []
    var orders: [JSONValue] = []
    for permission in machine.permissions(in: state, for: context) {
      let label = label(permission.event)
      let reasons = machine.explanations(of: permission, in: state, for: context, by: wordings)
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
