import Billing
import DemarcheWorkflow
import Foundation
import Identity

extension Simulation {
  /// Nothing breaks any more: everything begun is finished, everything waiting arrives, everything personal goes.
  mutating func end() async throws {
    for deed in retries { try await perform(deed, faults: Faults()) }
    retries = []
    try await tellEverything()
    try await run(every: 3600 * 6, times: 16)
    watch.look(at: town)
    expectEverythingDelivered()
    expectEveryCentCounted()
    try await growOld()
    watch.look(at: town)
    try expectNothingPersonalLeft()
  }

  /// The gateway says everything it has to say; who has not decided by now has left.
  private mutating func tellEverything() async throws {
    for (session, visit) in town.bank.visits.sorted(by: { $0.key < $1.key }) {
      if visit.answers == [.waiting], visit.collected == nil { town.bank.decide(session, .expired) }
      guard town.attempts.holder(of: .session(session)) != nil else { continue }
      let instant = now
      for _ in 0..<3 {
        try await perform(Deed("word of \(session)") { try await $0.notify(session, at: instant) }, faults: Faults())
      }
    }
  }

  private mutating func run(every seconds: Double, times: Int) async throws {
    for _ in 0..<times {
      now += seconds
      try await town.server().run(at: now)
    }
  }

  private mutating func expectEverythingDelivered() {
    let arrived = town.mailbox.keys
    let missing = watch.expectedLetters.filter { key, addressee in
      // Nobody writes to those who are erased.
      if case .account(let id) = addressee, town.accounts.load(id)?.state.profile == nil { return false }
      return !arrived.contains(key)
    }.keys
    for key in missing.sorted() { watch.complain("the letter \(key) never arrived") }
    let waiting =
      town.accounts.pendingEffects(at: .distantFuture, limit: 10).count
      + town.recoveries.pendingEffects(at: .distantFuture, limit: 10).count
      + town.demarches.pendingEffects(at: .distantFuture, limit: 10).count
      + town.baskets.pendingEffects(at: .distantFuture, limit: 10).count
      + town.attempts.pendingEffects(at: .distantFuture, limit: 10).count
      + town.strays.pendingEffects(at: .distantFuture, limit: 10).count
    if waiting > 0 { watch.complain("\(waiting) effects still wait") }
  }

  private mutating func expectEveryCentCounted() {
    let sums = Watch.sums(of: town)
    for (regie, cents) in watch.expectedCents(of: town) where -(sums[regie]?[.payers] ?? 0) != cents {
      watch.complain("\(regie): \(cents) came in, \(-(sums[regie]?[.payers] ?? 0)) is booked")
    }
    if town.attempts.states.values.contains(where: \.standing.isLive) { watch.complain("an attempt never ends") }
    let settled = town.attempts.states.values.flatMap(\.settled).sorted()
    if town.office.settlements.map(\.invoice).sorted() != settled {
      watch.complain("the billing system knows other settlements")
    }
    let receipts = town.mailbox.letters("payment.receipt").count
    let paid = town.attempts.states.values.count { $0.standing == .paid }
    if receipts > paid { watch.complain("\(receipts) receipts of \(paid) payments") }
  }

  /// Agents finish what they have in hand, and the years go by.
  private mutating func growOld() async throws {
    let agent = Context(instant: now, principal: .agent(Resident.agent))
    for (id, state) in town.demarches.states {
      let order: DemarcheEvent? =
        switch state {
        case .enCours, .incomplet, .complet: .reject(.decision(Self.reason))
        case .valide: .close
        case .brouillon, .rejete, .annule, .clos, .archive: nil
        }
      if let order { try await town.server().demarches.send(order, to: id, in: agent) }
    }
    try await run(every: 45 * 86_400, times: 44)
  }

  private mutating func expectNothingPersonalLeft() throws {
    for (id, state) in town.accounts.states where state.name != .efface {
      watch.complain("account \(id) is \(state.name) after all those years")
    }
    for (id, state) in town.demarches.states where state.name != .archive {
      watch.complain("démarche \(id) is \(state.name) after all those years")
    }
    let snapshots = [
      try town.accounts.base.snapshot(), try town.recoveries.base.snapshot(), try town.doors.base.snapshot(),
      try town.demarches.base.snapshot(), try town.baskets.base.snapshot(), try town.attempts.base.snapshot(),
      try town.strays.base.snapshot(),
    ]
    for (index, snapshot) in snapshots.enumerated() {
      watch.expectNothingPersonal(in: String(decoding: snapshot, as: UTF8.self), place: "store \(index), years later")
    }
  }
}
