import Floor

extension Workload {
  /// The floor, in the same run as what is measured against it.
  static let floor = Workload("floor: a switch by hand") { count in
    try repeated(count) { try Switch.valide(since: 3).decide(.close, by: .agent, at: 4, isDisproved: false) }
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
