import DemarcheWorkflow
import WorkflowKernel

extension Workload {
  /// The decisions of the machine alone: nothing is loaded, nothing stored.
  static func machine(_ town: Town, _ samples: Samples) -> [Workload] {
    func transition(
      _ name: String, _ event: DemarcheEvent, _ state: StoredDemarche, _ context: Context
    ) -> Workload {
      Workload("transition: \(name)") { count in
        for _ in 0..<count { keep(try town.machine.transition(from: state, on: event, in: context)) }
      }
    }
    func refusal(_ name: String, _ event: DemarcheEvent, _ state: StoredDemarche, _ context: Context) -> Workload {
      Workload("refusal: \(name)") { count in
        for _ in 0..<count {
          do throws(DemarcheRefusal) {
            keep(try town.machine.transition(from: state, on: event, in: context))
          } catch {
            keep(error.reasons)
          }
        }
      }
    }
    let agent = town.agent(day: 4)
    let citizen = town.citizen(day: 4)
    return [
      transition("close", .close, samples.valide, agent),
      transition("take up", .takeUp, samples.enCours, agent),
      transition("consult", .consult, samples.enCours, agent),
      transition("validate, one effect", .validate(.decision), samples.complet, agent),
      transition("reject, one effect", .reject(.decision(samples.reason)), samples.enCours, agent),
      transition("withdraw, one effect", .cancel(.withdrawal), samples.enCours, citizen),
      transition("resubmit, six answers checked", .resubmit, samples.incomplet, citizen),
      refusal("not in this state", .validate(.decision), samples.valide, agent),
      refusal("not by this principal", .validate(.decision), samples.complet, citizen),
      refusal("a piece disproved, with reasons", .validate(.decision), samples.disproved, agent),
      Workload("permitted") { count in
        repeated(count) { town.machine.permitted(in: samples.enCours, for: agent) }
      },
      Workload("permissions, all reasons") { count in
        repeated(count) { town.machine.permissions(in: samples.enCours, for: agent) }
      },
    ]
  }

  /// A state as a store's adapter writes and reads it.
  static func records(_ samples: Samples) throws -> [Workload] {
    let data = try RecordFormat.encode(samples.complet, of: DemarcheMachine.self)
    return [
      Workload("JSON: encode a state") { count in
        try repeated(count) { try RecordFormat.encode(samples.complet, of: DemarcheMachine.self) }
      },
      Workload("JSON: decode a state") { count in
        try repeated(count) { try RecordFormat.decode(data, of: "D-1", as: DemarcheMachine.self) }
      },
    ]
  }

  static func calendar(_ town: Town) -> [Workload] {
    let calendar = town.machine.calendar
    let instant = Town.instant()
    let date = calendar.date(of: instant)
    return [
      Workload("calendar: date of an instant") { count in
        repeated(count) { calendar.date(of: instant) }
      },
      Workload("calendar: first instant of a date") { count in
        repeated(count) { calendar.firstInstant(of: date) }
      },
    ]
  }
}
