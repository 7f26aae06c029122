import Billing
import Foundation
import Testing

/// Every standing with every order, and every order with every kind of principal.
struct AttemptMatrixTests {
  private static let late = Town.noon + 72 * 3600

  private static let orders: [PaymentAttemptOrder] = [
    .reserve(Town.basket(Town.invoice("A")), reference: Drawn(Town.reference())), .open(Town.session), .abandon,
    .record(.gateway()), .inquire, .expire, .reportPaidElsewhere("A"), .resolve(anomaly: 1, as: .credited), .forget,
  ]

  private func attempt(in standing: Standing) throws -> PaymentAttempt {
    switch standing {
    case .initialised: try Town.reserved()
    case .waiting: try Town.waiting()
    case .expired: try Town.waiting().after(.gateway(.expired)).state
    case .cancelled: try Town.waiting().after(.gateway(.cancelled)).state
    case .refused: try Town.waiting().after(.gateway(.refused)).state
    case .paid: try Town.waiting().after(.gateway()).state
    }
  }

  /// What each order comes to in each standing, long after every time limit; `-` is accepted.
  private static let table: [Standing: [String]] = [
    .initialised: ["already-reserved", "-", "-", "-", "not-due", "-", "not-settled", "anomaly-unknown", "not-due"],
    .waiting: [
      "already-reserved", "-", "already-open", "-", "-", "not-due", "not-settled", "anomaly-unknown", "not-due",
    ],
    .expired: [
      "already-reserved", "ended", "already-open", "-", "-", "not-due", "not-settled", "anomaly-unknown", "not-due",
    ],
    .cancelled: [
      "already-reserved", "ended", "already-open", "-", "not-due", "not-due", "not-settled", "anomaly-unknown", "-",
    ],
    .refused: [
      "already-reserved", "ended", "already-open", "-", "not-due", "not-due", "not-settled", "anomaly-unknown", "-",
    ],
    .paid: ["already-reserved", "ended", "already-open", "-", "not-due", "not-due", "-", "anomaly-unknown", "not-due"],
  ]

  @Test(arguments: Standing.allCases)
  func `F44: each order does in each standing what the table says`(standing: Standing) throws {
    let attempt = try attempt(in: standing)
    let expected = try #require(Self.table[standing])
    for (order, code) in zip(Self.orders, expected) {
      let principal = self.principal(for: order)
      let refusal = attempt.refusal(of: order, in: Context(instant: Self.late, principal: principal))
      #expect(
        (refusal?.code ?? "-").replacing("payment.", with: "") == code, "\(PaymentAttemptMachine.name(of: order))")
    }
  }

  @Test func `F44: without a reservation there is nothing to order about`() {
    for order in Self.orders.dropFirst() {
      let context = Context(instant: Self.late, principal: principal(for: order))
      #expect(throws: PaymentRefusal.unknownPayment) {
        try Town.attempts.transition(from: nil, on: order, in: context)
      }
    }
  }

  @Test func `F44: citizens pay, the system carries word, agents decide about anomalies`() throws {
    let principals: [Principal] = [
      .citizen(Town.alice), .visitor("nobody"), .system, Town.agentVille, Town.agentCCAS,
    ]
    let attempt = try attempt(in: .waiting)
    for order in Self.orders {
      for principal in principals {
        let refusal = attempt.refusal(of: order, in: Context(instant: Self.late, principal: principal))
        #expect((refusal == .notPermitted) == (principal != self.principal(for: order)), "\(order) \(principal)")
      }
    }
  }

  @Test func `F46: a line of a statement is entered by the agents of its régie or by the system`() throws {
    let attempt = try attempt(in: .waiting)
    let line = PaymentAttemptOrder.record(.bank("L1"))
    #expect(attempt.refusal(of: line, in: Context(instant: Town.noon, principal: Town.agentVille)) == nil)
    #expect(attempt.refusal(of: line, in: Town.system()) == nil)
    #expect(attempt.refusal(of: line, in: Context(instant: Town.noon, principal: Town.agentCCAS)) == .notPermitted)
    #expect(attempt.refusal(of: line, in: Town.citizen()) == .notPermitted)
  }

  private func principal(for order: PaymentAttemptOrder) -> Principal {
    switch order {
    case .reserve: .citizen(Town.alice)
    case .open, .abandon, .record, .inquire, .expire, .reportPaidElsewhere, .forget: .system
    case .resolve: Town.agentVille
    }
  }
}
