import Billing
import Foundation
import Testing

/// F45: facts come late, twice and out of order.
struct LateFactTests {
  @Test(arguments: [PaymentFact.Outcome.expired, .cancelled, .refused])
  func `F45: a late payment is accepted after every other end`(outcome: PaymentFact.Outcome) throws {
    let late = try Town.waiting().after(.gateway(outcome), .gateway())
    #expect(late.state.standing == .paid)
    #expect(late.effects.settlements.count == 2)
    #expect(late.effects.receipts.count == 1)
    #expect(late.state.claims.contains(.settlement(of: "A")))
    #expect(!late.state.claims.contains(.reservation(of: "A")))
  }

  @Test func `F45: a late payment of an invoice that somebody else has paid waits for an agent`() throws {
    let late = try Town.waiting().after(.gateway(.cancelled)).state.after(.gateway(), alreadyPaid: ["A"])
    #expect(late.state.standing == .paid)
    #expect(late.effects.settlements.map(\.invoice) == ["B"])
    #expect(late.effects.receipts.count == 1)
    #expect(late.state.books.openAnomalies.map(\.kind) == [.invoiceAlreadyPaid("A")])
    #expect(late.effects.tasks.count == 1)
    let balance = try late.state.balance()
    #expect(balance.paid == Town.total)
    #expect(balance.settled == Money(cents: 29))
    #expect(balance.open == Money(cents: 1999))
  }

  @Test(arguments: [PaymentFact.Outcome.cancelled, .refused])
  func `F45: nothing takes a paid attempt back; word against it is an anomaly, once`(
    outcome: PaymentFact.Outcome
  ) throws {
    let paid = try Town.waiting().after(.gateway()).state
    let contradicted = try paid.after(.gateway(outcome), .gateway(outcome))
    #expect(contradicted.state.standing == .paid)
    #expect(contradicted.state.claims == paid.claims)
    #expect(contradicted.state.books.anomalies.map(\.kind) == [.contradicted(by: outcome.standing)])
    #expect(contradicted.state.books.postings == paid.books.postings)
    #expect(contradicted.effects.count == 1)
  }

  @Test func `F45: that a session is forgotten or undecided says nothing against a payment`() throws {
    let paid = try Town.waiting().after(.gateway()).state
    let later = try paid.after(.gateway(.expired), .gateway(.waiting), .gateway())
    #expect(later.state == paid)
    #expect(later.effects.isEmpty)
  }

  /// What is wrong, and the fact that says so.
  private static let foreign: [(Anomaly.Kind, PaymentFact, regie: RegieID, cents: Int)] = [
    (.otherAmount(expected: Town.total), .gateway(.paid(Money(cents: 2000), by: .card, at: nil)), "ville", 2000),
    (
      .otherAmount(expected: Town.total), .gateway(.paid(Money(cents: 1_000_000_000_000), by: .card, at: nil)),
      "ville", 1_000_000_000_000
    ),
    (.otherRegie(expected: "ville"), .gateway(regie: "ccas"), "ccas", 2028),
    (.otherReference(Town.reference("REF000002")), .gateway(reference: Town.reference("REF000002")), "ville", 2028),
    (.otherSession("idop-2"), .gateway(session: "idop-2"), "ville", 2028),
    (.otherMode, .gateway(mode: .activation), "ville", 2028), (.otherMode, .gateway(mode: .test), "ville", 0),
    (.otherRegie(expected: "ville"), .gateway(.refused, regie: "ccas"), "ccas", 0),
  ]

  @Test(arguments: foreign.indices)
  func `F45: a fact with another amount, régie, reference, session or mode settles nothing and is an anomaly`(
    index: Int
  ) throws {
    let (kind, fact, regie, cents) = Self.foreign[index]
    let waiting = try Town.waiting()
    let told = try waiting.after(fact, fact)
    #expect(told.state.standing == .waiting)
    #expect(told.effects.settlements.isEmpty && told.effects.receipts.isEmpty)
    #expect(told.state.books.anomalies.map(\.kind) == [kind])
    #expect(told.state.books.anomalies.map(\.amount.cents) == [cents])
    #expect(told.effects.tasks.count == 1)
    let balance = try told.state.balance(of: regie)
    #expect(balance.paid == Money(cents: cents) && balance.open == Money(cents: cents))
    #expect(Town.attempts.facets(of: told.state).tags.map(\.label).contains(.anomalies(of: regie)))

    let right = try told.state.after(.gateway())
    #expect(right.state.standing == .paid)
    #expect(right.effects.settlements.count == 2)
    #expect(try right.state.balance().settled == Town.total)
  }

  @Test(arguments: [-1, 0, Int.min])
  func `F45: nobody can have paid nothing or less, and nothing changes`(cents: Int) throws {
    let fact = PaymentFact.gateway(.paid(Money(cents: cents), by: .card, at: nil))
    #expect(try Town.waiting().refusal(of: .record(fact)) == .impossibleAmount(Money(cents: cents)))
  }

  @Test func `F45: in a régie whose contract is a test, a test result settles`() throws {
    let contract = GatewayContract(number: "000009", mode: .test)
    let regie = Regie(
      id: "essai", name: "Régie d’essai", budget: Budget(holder: "Ville"), service: "essai", contract: contract,
      collectable: Town.ville.collectable)
    let machine = PaymentAttemptMachine(regies: [regie], calendar: Town.calendar)
    let basket = Town.basket(Town.invoice("A", of: regie))
    var attempt = try machine.transition(
      from: nil, on: .reserve(basket, reference: Drawn(Town.reference())), in: Town.citizen()
    ).state
    attempt = try machine.transition(from: attempt, on: .open(Town.session), in: Town.system()).state
    let amount = PaymentFact.Outcome.paid(Money(cents: 1999), by: .card, at: nil)
    let paid = try machine.transition(
      from: attempt, on: .record(.gateway(amount, mode: .test, regie: "essai")), in: Town.system())
    #expect(paid.state.standing == .paid && paid.effects.settlements.count == 1)
  }
}
