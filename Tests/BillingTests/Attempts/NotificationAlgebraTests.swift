import Billing
import Foundation
import Testing

/// F45, exhaustively: every sequence of up to six notifications over seven kinds.
struct NotificationAlgebraTests {
  /// What the gateway answers when it is asked after a notification.
  enum Word: Int, CaseIterable {
    case waiting, paid, refused, cancelled, expired, error, again
  }

  /// One sequence: what the attempt makes of it, and what it should.
  struct Sequence {
    var attempt: PaymentAttempt
    var last: Word?
    var settlements = 0
    var receipts = 0
    /// Place in the rule's order: initialised, waiting, expired, cancelled, refused, paid.
    var greatest = 1
    var hasPaid = false
  }

  private static let places: [Word: Int] = [.waiting: 1, .expired: 2, .cancelled: 3, .refused: 4, .paid: 5]
  private static let order: [Standing] = [.initialised, .waiting, .expired, .cancelled, .refused, .paid]

  @Test(arguments: [2028, 2027])
  func `F45: all 137256 sequences end in the greatest fact, with one settlement and receipt if paid rightly`(
    cents: Int
  ) throws {
    let facts = try facts(paying: cents)
    var visited = 0
    var broken: [String] = []
    func explore(_ sequence: Sequence, depth: Int) throws {
      guard depth < 6 else { return }
      for word in Word.allCases {
        let next = try extend(sequence, by: word, facts: facts, isRightAmount: cents == 2028)
        visited += 1
        if !holds(next, after: sequence) { broken.append("\(word) at depth \(depth + 1)") }
        try explore(next, depth: depth + 1)
      }
    }
    try explore(Sequence(attempt: Town.waiting()), depth: 0)
    #expect(visited == 137_256)
    #expect(broken.isEmpty, "\(broken.count) broken, such as \(broken.first ?? "")")
  }

  private func extend(
    _ sequence: Sequence, by word: Word, facts: [Word: PaymentFact], isRightAmount: Bool
  ) throws -> Sequence {
    let told = word == .again ? sequence.last : word
    var next = sequence
    if word != .again { next.last = word }
    guard let told, let fact = facts[told] else { return next }
    let step = try Town.attempts.transition(from: sequence.attempt, on: .record(fact), in: Town.system())
    next.attempt = step.state
    for effect in step.effects {
      switch effect {
      case .settle: next.settlements += 1
      case .acknowledge: next.receipts += 1
      case .inquire, .withdraw, .assign: break
      }
    }
    if told != .paid || isRightAmount {
      next.greatest = max(next.greatest, Self.places[told] ?? 0)
      next.hasPaid = next.hasPaid || told == .paid
    }
    return next
  }

  private func holds(_ next: Sequence, after before: Sequence) -> Bool {
    next.attempt.standing == Self.order[next.greatest]
      && next.attempt.standing >= before.attempt.standing
      // Two invoices, so two lines settled by one settlement.
      && next.settlements == (next.hasPaid ? 2 : 0)
      && next.receipts == (next.hasPaid ? 1 : 0)
  }

  /// The facts as PayFiP words them; an error is an answer that says nothing.
  private func facts(paying cents: Int) throws -> [Word: PaymentFact] {
    let translation = try PayFiPTranslation(regies: [Town.ville, Town.ccas])
    let inquiry = try #require(try Town.waiting().inquiry)
    let replies: [Word: PayFiPReply] = [
      .waiting: .fault(PayFiPFault(code: "P5")), .expired: .fault(PayFiPFault(code: "P1")),
      .paid: PayFiP.answer("P", montant: "\(cents)"), .refused: PayFiP.answer("R"),
      .cancelled: PayFiP.answer("A"), .error: PayFiP.answer("?"),
    ]
    return replies.compactMapValues { try? translation.fact(in: $0, to: inquiry, at: Town.noon + 1000) }
  }
}
