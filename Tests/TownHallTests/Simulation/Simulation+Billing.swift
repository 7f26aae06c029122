import Billing
import Foundation

extension Simulation {
  /// Somebody fills a basket or pays, the gateway or the bank says something, an agent looks at what is wrong.
  mutating func billingDeed() -> Deed {
    let instant = now
    let accounts = Self.residents.compactMap { openAccount(of: $0) }
    guard !accounts.isEmpty else { return system() }
    let account = pick(accounts)
    switch pick(16) {
    case 0..<6:
      issueIfNeeded(to: account, and: accounts)
      return add(to: account)
    case 6 where pick(3) == 0:
      let key = "clear \(number())"
      return Deed(key, isKeyed: true) { server in
        _ = try await server.baskets.clear(for: Server.holder(account), key: RequestKey(key), at: instant)
      }
    case 7..<11:
      guard town.baskets.load(account)?.state.filled != nil else { return add(to: account) }
      let number = number()
      return Deed("pay \(number)", isKeyed: true) { server in
        // Another server draws otherwise.
        let draw = server.town.bank.visits.count
        _ = try await server.pay(account, key: "pay \(number)", draw: draw, at: instant)
      }
    case 11..<13: return decision()
    case 13:
      // Word of a visit that has more to say than it has said.
      let known = town.bank.visits.filter { $0.value.answers.count > 1 }.keys.sorted()
      let session = known.isEmpty || pick(10) == 0 ? "nobody's" : pick(known)
      return Deed("notification of \(session)") { try await $0.notify(session, at: instant) }
    case 14: return statement()
    default: return resolution()
    }
  }

  /// Bills a household that has nothing left to pay.
  private mutating func issueIfNeeded(to account: AccountID, and accounts: [AccountID]) {
    let settled = Set(town.office.settlements.map(\.invoice))
    let newest = town.plan.calendar.date(of: now).adding(days: -60)
    let due = town.office.billing(of: account).invoices.filter { $0.issuedOn >= newest && !settled.contains($0.id) }
    guard due.count < 2 else { return }
    let regie = pick([TownPlan.ville, TownPlan.ccas])
    do {
      let invoice = try regie.invoice(
        InvoiceID("F-\(number())"), of: regie.collectable[0].code, amount: Money(cents: 100 + pick(5000)),
        issuedOn: town.plan.calendar.date(of: now), subject: "Cantine de Zoé Quillerot")
      // Members of one household see the same invoices.
      for other in accounts where other == account || pick(2) == 0 { town.office.issue(invoice, to: other) }
    } catch { watch.complain("\(error)") }
  }

  private mutating func add(to account: AccountID) -> Deed {
    let (instant, key) = (now, "basket \(number())")
    let invoices = town.office.billing(of: account).invoices.suffix(3)
    let invoice = invoices.isEmpty || pick(12) == 0 ? "F-unknown" : pick(Array(invoices)).id
    let isAdding = pick(6) > 0
    return Deed(key, isKeyed: true) { server in
      let holder = Server.holder(account)
      if isAdding {
        _ = try await server.baskets.add(invoice, for: holder, key: RequestKey(key), at: instant)
      } else {
        _ = try await server.baskets.remove(invoice, for: holder, key: RequestKey(key), at: instant)
      }
    }
  }

  /// A citizen or their bank decides, once; what the gateway says of it may be late, silent or contradictory.
  private mutating func decision() -> Deed {
    let instant = now
    let open = town.attempts.states.values.compactMap { attempt in attempt.session.map { ($0.reference, attempt) } }
      .filter { town.bank.visits[$0.0]?.answers == [.waiting] }.sorted { $0.0 < $1.0 }
    guard !open.isEmpty else { return system() }
    let (session, attempt) = pick(open)
    let paid = PaymentFact.Outcome.paid(attempt.order.amount, by: .card, at: nil)
    let stories: [[PaymentFact.Outcome]] = [
      [paid], [paid], [.waiting, paid], [.cancelled], [.expired, paid], [.cancelled, paid], [.refused], [.expired],
      [.cancelled, paid], [.expired, paid],
      [.refused, .waiting, paid], [paid, .refused, paid],
      [.paid(Money(cents: attempt.order.amount.cents + 1), by: .card, at: nil)],
    ]
    town.bank.decide(session, pick(stories))
    return Deed("word of \(session)") { try await $0.notify(session, at: instant) }
  }

  /// A line of the bank: of money that the gateway told of, of money it never told of, or of nobody's.
  private mutating func statement() -> Deed {
    let visits = town.bank.visits.filter { $0.value.collected != nil && !$0.value.isOnStatement }
    let number = number()
    var line = StatementLine(
      id: StatementLineID("L-\(number)"), regie: pick(["ville", "ccas"]), reference: "XX\(number)XX",
      amount: Money(cents: 1 + pick(1000)), bookedOn: town.plan.calendar.date(of: now))
    if !visits.isEmpty, pick(3) > 0 {
      let (session, visit) = pick(visits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      let regie = town.plan.regies.first { $0.contract == visit.request.contract }?.id ?? "ville"
      line = StatementLine(
        id: line.id, regie: regie, reference: visit.request.reference.rawValue,
        amount: visit.collected ?? .zero, bookedOn: line.bookedOn)
      town.bank.state(session)
    } else {
      watch.receive(line.amount, by: line.regie)
    }
    let context = Context(instant: now, principal: .system)
    let entered = line
    return Deed("line \(line.id)") { _ = try await $0.payments.enter(entered, in: context) }
  }

  private mutating func resolution() -> Deed {
    let outcome = pick(Anomaly.Resolution.Outcome.allCases)
    let context = Context(instant: now, principal: .agent(Resident.agent))
    let attempts = town.attempts.states.filter { !$0.value.books.openAnomalies.isEmpty }.sorted { $0.key < $1.key }
    if let (id, attempt) = attempts.first, let number = attempt.books.openAnomalies.first?.number {
      let order = PaymentAttemptOrder.resolve(anomaly: number, as: outcome)
      return Deed("resolve an anomaly") { try await $0.payments.attempts.send(order, to: id, in: context) }
    }
    guard let id = town.strays.states.filter({ $0.value.attempt == nil }).keys.min() else { return system() }
    return Deed("resolve a stray payment") {
      try await $0.payments.strays.send(.resolve(as: outcome), to: id, in: context)
    }
  }
}
