import Billing
import Foundation
import Testing

/// A host tests its own ports with the values that they are given.
struct PortValueTests {
  @Test func `F46: a billing system can be given a settlement`() async throws {
    let settlement = Settlement(
      invoice: "A", regie: "ville", amount: Money(cents: 1999), reference: Town.reference())
    let billing = FakeBilling([:])
    #expect(try await billing.record(settlement) == .recorded)
    #expect(try Town.waiting().after(.gateway()).effects.settlements.first == settlement)
  }

  @Test func `F46: a gateway can be asked about a session`() async throws {
    let inquiry = Inquiry(
      regie: "ville", contract: Town.ville.contract, reference: Town.reference(), session: "idop-1",
      openedAt: Town.noon)
    #expect(try await ScriptedGateway().fact(about: inquiry, at: Town.noon).outcome == .waiting)
    #expect(try Town.waiting().inquiry == inquiry)
  }

  @Test func `F46: agents can be given something to look at and money to pay back`() async throws {
    let decided = Anomaly.Resolution(outcome: .refunded, agent: "agent-ville", at: Town.noon)
    let anomaly = Anomaly(
      number: 1, kind: .paidTwice, regie: "ville", amount: Town.total, noticedAt: Town.noon, resolution: decided)
    let tasks: [AgentTask] = [
      .look(PaymentAlert(service: "regie-ville", payment: "REF000001", subject: .anomaly(anomaly))),
      .refund(
        RefundOrder(
          service: "regie-ville", regie: "ville", payment: "REF000001", payer: Town.alice, amount: Town.total,
          anomaly: anomaly.number)),
    ]
    let post = FakePost()
    for (index, task) in tasks.enumerated() { try await post.assign(task, key: "\(index)") }
    #expect(Set(post.allTasks) == Set(tasks))
  }
}
