import Billing
import Foundation
import Testing
import WorkflowTesting

/// F44, F46: a crash between any two steps of a payment, before or after each effect of a store or a port.
struct CrashTests {
  /// The stores and ports that survive a crash.
  private struct World {
    let attempts = InMemoryStore<PaymentAttemptMachine>()
    let baskets = InMemoryStore<BasketMachine>()
    let strays = InMemoryStore<StrayPaymentMachine>()
    let trips: Trips
    let billing: FakeBilling
    let gateway: ScriptedGateway
    let post: FakePost

    init(trips: Trips = Trips()) {
      self.trips = trips
      billing = FakeBilling([Town.alice: Portal.household, Town.benoit: Portal.household], trips: trips)
      gateway = ScriptedGateway(trips: trips)
      post = FakePost(trips: trips)
    }

    func server(
      attempts plan: FaultPlan = .none, baskets basketPlan: FaultPlan = .none
    ) -> (Portal, FaultyStore<PaymentAttemptMachine>, FaultyStore<BasketMachine>) {
      let attempts = FaultyStore(attempts, plan: plan)
      let baskets = FaultyStore(baskets, plan: basketPlan)
      let portal = Portal(
        attempts: attempts, baskets: baskets, strays: strays, billing: billing, gateway: gateway, post: post)
      return (portal, attempts, baskets)
    }
  }

  /// Two members fill their baskets, one pays, the gateway calls, the courier runs.
  ///
  /// A refusal is read and the journey goes on, as people do; anything else is a crash.
  private func journey(_ portal: Portal, draw: Int) async throws {
    try await tolerant { try await portal.add("A") }
    try await tolerant { try await portal.add("B") }
    try await tolerant { try await portal.add("A", for: Town.benoit) }
    try await tolerant {
      let session = try await portal.pay(draw: draw)
      portal.gateway.script(session.reference, .paid(Town.total, by: .card, at: nil))
      try await portal.notify(session)
    }
    try await portal.courier.run(at: Town.noon)
  }

  private func tolerant(_ step: () async throws -> Void) async throws {
    do {
      try await step()
    } catch is PaymentRefusal {} catch is BasketRefusal {}
  }

  /// What must hold in the end: one settlement of each invoice, one receipt, nobody's basket holds a paid invoice.
  private func checkPaidOnce(_ world: World, _ place: Comment) async throws {
    let (portal, _, _) = world.server()
    #expect(world.billing.settlements.map(\.invoice) == ["A", "B"], place)
    #expect(Set(world.billing.settlements.map(\.reference)).count == 1, place)
    #expect(world.post.notices("payment.receipt").count == 1, place)
    #expect(world.post.notices("basket.invoice-paid-meanwhile").count == 1, place)
    #expect(world.post.allTasks.isEmpty, place)
    #expect(try await portal.attempts().map(\.standing) == [.paid], place)
    #expect(try await portal.ledger().settled == Town.total, place)
    #expect(try await portal.ledger().paid == Town.total, place)
    for member in [Town.alice, Town.benoit] {
      #expect(try await portal.content(of: member) == nil, place)
    }
  }

  /// The journey with a fault, then the journey again without, as an impatient citizen does, then an hour of the courier.
  private func crashAndRetry(
    _ world: World, attempts: FaultPlan = .none, baskets: FaultPlan = .none, _ place: Comment
  ) async throws {
    do {
      try await journey(world.server(attempts: attempts, baskets: baskets).0, draw: 1)
    } catch is InjectedFault {} catch is BrokenPort {}
    let (portal, _, _) = world.server()
    try await journey(portal, draw: 2)
    for minutes in [2.0, 6, 30, 59] { try await portal.courier.run(at: Town.noon + minutes * 60) }
    try await checkPaidOnce(world, place)
  }

  @Test func `F46: a crash at any call of a store, before or after its effect, loses and repeats nothing`() async throws
  {
    let rehearsal = World()
    let (portal, attempts, baskets) = rehearsal.server()
    try await journey(portal, draw: 1)
    try await checkPaidOnce(rehearsal, "without faults")
    #expect(attempts.calls.count > 20 && baskets.calls.count > 10)
    for moment in FaultMoment.allCases {
      for call in 1...attempts.calls.count {
        try await crashAndRetry(World(), attempts: .call(call, moment), "attempts, call \(call), \(moment)")
      }
      for call in 1...baskets.calls.count {
        try await crashAndRetry(World(), baskets: .call(call, moment), "baskets, call \(call), \(moment)")
      }
    }
  }

  @Test func `F46: a port that breaks at any call, before or after its effect, loses and repeats nothing`() async throws
  {
    let rehearsal = World()
    try await journey(rehearsal.server().0, draw: 1)
    #expect(rehearsal.trips.total > 8)
    for moment in FaultMoment.allCases {
      for call in 1...rehearsal.trips.total {
        let world = World(trips: Trips(breaking: (call, moment)))
        try await crashAndRetry(world, "port call \(call), \(moment)")
      }
    }
  }

  @Test func `F46: when the citizen never comes back, the payment is found or the invoices are released`() async throws
  {
    let rehearsal = World()
    let (portal, attempts, _) = rehearsal.server()
    try await journey(portal, draw: 1)
    for moment in FaultMoment.allCases {
      for call in 1...attempts.calls.count {
        let world = World()
        do {
          try await journey(world.server(attempts: .call(call, moment)).0, draw: 1)
        } catch is InjectedFault {}
        let (portal, _, _) = world.server()
        for hours in stride(from: 0.1, through: 50, by: 0.5) {
          let instant = Town.noon + hours * 3600
          try await portal.courier.run(at: instant)
          // Nothing is undecided for long without being listed.
          let undecided = try await portal.attempts().contains { $0.standing.isLive }
          if undecided, hours > 3 {
            #expect(try await !portal.desk.stuck(of: "ville", by: Town.staffVille, at: instant).isEmpty)
          }
        }
        let standings = try await portal.attempts().map(\.standing)
        #expect(standings.allSatisfy { !$0.isLive }, "call \(call), \(moment)")
        let isPaid = standings == [.paid]
        #expect(world.post.notices("payment.receipt").count == (isPaid ? 1 : 0), "call \(call), \(moment)")
        #expect(world.billing.settlements.count == (isPaid ? 2 : 0), "call \(call), \(moment)")
        if !isPaid { #expect(world.attempts.holder(of: .reservation(of: "A")) == nil, "call \(call), \(moment)") }
      }
    }
  }
}
