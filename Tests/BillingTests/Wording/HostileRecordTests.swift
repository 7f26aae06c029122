import Billing
import Foundation
import Testing

/// F51: a stored record that contradicts itself is an error that names it, and never a crash.
struct HostileRecordTests {
  private func decode<Machine: StateMachine>(
    _ state: Machine.State, of machine: Machine.Type, _ replacements: (String, String)...
  ) throws -> Machine.State {
    let written = String(decoding: try RecordFormat.encode(state, of: machine), as: UTF8.self)
    let changed = replacements.reduce(written) { $0.replacing($1.0, with: $1.1) }
    #expect(changed != written)
    return try RecordFormat.decode(Data(changed.utf8), of: Machine.ID("T1"), as: machine)
  }

  @Test(arguments: [
    (#""amount":{"cents":2028},"contract""#, #""amount":{"cents":2027},"contract""#),
    (#""lines":[{"amount":{"cents":1999},"invoice":"A"},{"amount":{"cents":29},"invoice":"B"}]"#, #""lines":[]"#),
    (#""cents":29},"invoice":"B""#, #""cents":29},"invoice":"A""#),
    (#""cents":1999},"invoice":"A""#, #""cents":9223372036854775807},"invoice":"A""#),
    (#""cents":1999},"invoice":"A""#, #""cents":-1999},"invoice":"A""#),
    (#""cents":1999},"at""#, #""cents":-1999},"at""#), (#""cents":1999},"at""#, #""cents":0},"at""#),
    (#""to":"settled""#, #""to":"payers""#),
    (#""cents":2028},"reference""#, #""cents":0},"reference""#),
    (#""sources":[{"gateway":{"_0":"idop-1","mode":"production"}}]"#, #""sources":[]"#),
    (
      #""sources":[{"gateway":{"_0":"idop-1","mode":"production"}}]"#,
      #""sources":[{"gateway":{"_0":"idop-1","mode":"production"}},{"gateway":{"_0":"x","mode":"production"}}]"#
    ),
    (#""settled":["A","B"]"#, #""settled":["A","A"]"#), (#""settled":["A","B"]"#, #""settled":["Z"]"#),
    (#""standing":"paid""#, #""standing":"waiting""#),
  ])
  func `F51: a stored attempt whose parts contradict each other is an error that names it`(
    known: String, broken: String
  ) throws {
    let attempt = try Town.waiting().after(.gateway()).state
    do throws(any Error) {
      _ = try decode(attempt, of: PaymentAttemptMachine.self, (known, broken))
      Issue.record("\(broken) was read")
    } catch { #expect((error as? UnreadableRecord)?.id == "T1") }
  }

  @Test func `F51: a stored attempt that ended without a payment has released its invoices`() throws {
    let ended = try Town.waiting().after(.gateway(.refused)).state
    let released = "\"releasedAt\":\(Int(Town.noon.timeIntervalSinceReferenceDate)),"
    #expect(throws: UnreadableRecord.self) {
      try decode(ended, of: PaymentAttemptMachine.self, (released, ""))
    }
    let waiting = try Town.waiting()
    for standing in ["expired", "cancelled", "refused"] {
      #expect(throws: UnreadableRecord.self) {
        try decode(waiting, of: PaymentAttemptMachine.self, ("\"waiting\"", "\"\(standing)\""))
      }
    }
  }

  @Test func `F51: amounts of a stored basket that would not add up once one is taken out are an error`() throws {
    let basket = try ["A", "B", "C"].reduce(Basket?.none) { basket, id in
      let order = BasketOrder.add(Town.invoice(InvoiceID(id), cents: id == "A" ? 11 : id == "B" ? 22 : 33))
      return try Town.baskets.transition(from: basket, on: order, in: Town.citizen()).state
    }
    #expect(throws: UnreadableRecord.self) {
      try decode(
        try #require(basket), of: BasketMachine.self, (#""cents":11"#, #""cents":-10"#),
        (#""cents":22"#, #""cents":9223372036854775807"#), (#""cents":33"#, #""cents":5"#))
    }
  }
}
