import Billing
import Foundation
import Synchronization

/// What really happened at the gateway and on the town's bank accounts, and what it says of it.
final class Bank: Sendable {
  /// One visit of a citizen.
  struct Visit {
    let request: PaymentRequest
    /// What the gateway answers, one after the other; the last one for ever.
    var answers: [PaymentFact.Outcome] = [.waiting]
    /// Whether the bank's statement has a line of it.
    var isOnStatement = false
    /// The money that came in, whether or not the gateway has told of it.
    private(set) var collected: Money?

    init(request: PaymentRequest) { self.request = request }

    mutating func decide(_ answers: [PaymentFact.Outcome]) {
      self.answers = answers
      for case .paid(let amount, _, _) in answers { collected = amount }
    }
  }

  private struct Desk {
    var visits: [GatewayReference: Visit] = [:]
    var isSilent = false
  }

  private let desk = Mutex(Desk())

  var visits: [GatewayReference: Visit] { desk.withLock { $0.visits } }

  /// The citizen or their bank decides: what the gateway says of it from now on.
  func decide(_ session: GatewayReference, _ answers: PaymentFact.Outcome...) { decide(session, answers) }

  func decide(_ session: GatewayReference, _ answers: [PaymentFact.Outcome]) {
    desk.withLock { $0.visits[session]?.decide(answers) }
  }

  /// The bank's statement has a line of it.
  func state(_ session: GatewayReference) { desk.withLock { $0.visits[session]?.isOnStatement = true } }

  func be(silent: Bool) { desk.withLock { $0.isSilent = silent } }

  func open(_ request: PaymentRequest) -> GatewaySession {
    desk.withLock { desk in
      let session = GatewayReference("S\(desk.visits.count + 1)")
      desk.visits[session] = Visit(request: request)
      return GatewaySession(reference: session, page: URL(filePath: "/pay/\(session)"))
    }
  }

  func fact(about inquiry: Inquiry) throws -> PaymentFact {
    let outcome = try desk.withLock { desk in
      guard !desk.isSilent, var visit = desk.visits[inquiry.session] else { throw BrokenPort() }
      let answer = visit.answers.count > 1 ? visit.answers.removeFirst() : visit.answers[0]
      desk.visits[inquiry.session] = visit
      return answer
    }
    return PaymentFact(
      from: .gateway(inquiry.session, mode: inquiry.contract.mode), regie: inquiry.regie,
      reference: inquiry.reference, outcome: outcome)
  }
}
