import WorkflowKernel
import WorkflowTesting

func exploreLoans() -> Exploration<Loan> {
  let events: [LoanEvent] = [.lend(item: "ladder", to: "jean"), .extend, .takeBack]
  return Exploration(
    of: Loan(days: 21), samples: events.samples(by: [desk, .citizen("jean")], at: monday),
    keyedBy: { state in
      switch state {
      case .lent(let lending): lending.isReminded ? "reminded" : "lent"
      case .returned: "returned"
      }
    })
}
