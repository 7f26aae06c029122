import Floor

extension Workload {
  /// The floor, in the same run as what is measured against it.
  static let floor = Workload("floor: a switch by hand") { count in
    try repeated(count) { try Switch.valide(since: 3).decide(.close, by: .agent, at: 4, isDisproved: false) }
  }

  /// The floor where states hand on a dossier, as those of the library do.
  static let carryingFloor = Workload("floor: a switch by hand, a dossier handed on") { count in
    let carried = CarryingSwitch.Carried(
      dossier: .init(service: "education", isDisproved: false), filing: .init(account: "account-4217"), since: 3)
    let agent = CarryingSwitch.Person.agent(services: ["education", "periscolaire"])
    try repeated(count) { try CarryingSwitch.valide(carried).decide(.close, by: agent, at: 4) }
  }

  /// The floor when it refuses.
  static let floorRefusal = Workload("floor: a refusal") { count in
    for _ in 0..<count {
      do {
        keep(try Switch.valide(since: 3).decide(.validate, by: .agent, at: 4, isDisproved: false))
      } catch {
        keep(error)
      }
    }
  }
}
