import Billing
import DemarcheWorkflow
import Identity

/// How far some towns went: a simulation in which nothing happens proves nothing.
struct Reached {
  /// What no town ever came to.
  let missing: [String]
  /// How many port calls broke in all.
  let faults: Int

  init(_ towns: [Simulation]) {
    let accounts = Set(towns.flatMap { $0.town.accounts.accepted.map(\.entry.to) })
    let accountOrders = Set(towns.flatMap { $0.town.accounts.accepted.map(\.entry.event) })
    let recoveries = Set(towns.flatMap { $0.town.recoveries.accepted.map(\.entry.event) })
    let demarches = Set(towns.flatMap { $0.town.demarches.accepted.map(\.entry.to) })
    let demarcheOrders = Set(towns.flatMap { $0.town.demarches.accepted.map(\.entry.event) })
    let attempts = Set(towns.flatMap { $0.town.attempts.accepted.map(\.entry.to) })
    let anomalies = Set(
      towns.flatMap { town in
        town.town.attempts.states.values.flatMap { $0.books.anomalies.map(\.kind.code) }
      })
    let letters = Set(towns.flatMap { $0.town.mailbox.letters.map(\.notice.code) })
    missing =
      AccountState.StateName.allCases.filter { !accounts.contains($0) }.map { "account \($0)" }
      + AccountEvent.EventName.allCases.filter { !accountOrders.contains($0) && !Self.untried.contains($0) }
      .map { "account order \($0)" }
      + RecoveryMachine.EventName.allCases.filter { !recoveries.contains($0) && $0 != Self.rare }.map {
        "recovery order \($0)"
      }
      + DemarcheStateName.allCases.filter { !demarches.contains($0) }.map { "démarche \($0)" }
      + DemarcheEventName.allCases.filter { !demarcheOrders.contains($0) }.map { "démarche order \($0)" }
      + Standing.allCases.filter { !attempts.contains($0) }.map { "attempt \($0)" }
      + ["anomaly.other-amount", "anomaly.invoice-already-paid", "anomaly.contradicted"]
      .filter { !anomalies.contains($0) }
      + ["payment.receipt", "demarche.validated-by-silence"]
      .filter { !letters.contains($0) }
    faults = towns.reduce(0) { $0 + $1.faultCount }
  }

  /// Contacts and questions are changed in the tests of the account alone.
  private static let untried: Set<AccountEvent.EventName> = [.changeContact, .changeQuestion]
  /// Nobody loses a password three times in one day here; the tests of recovery do.
  private static let rare = RecoveryMachine.EventName.prolong
}
