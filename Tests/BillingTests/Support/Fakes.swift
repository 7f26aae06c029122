import Billing
import Foundation
import Synchronization
import WorkflowTesting

/// Counts the calls of all fakes of a portal, and breaks one of them before or after its effect.
final class Trips: Sendable {
  private let count = Mutex(0)
  private let breaking: (number: Int, moment: FaultMoment)?

  init(breaking: (number: Int, moment: FaultMoment)? = nil) { self.breaking = breaking }

  var total: Int { count.withLock { $0 } }

  func pass<Answer>(_ body: () throws -> Answer) throws -> Answer {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if let breaking, breaking.number == number, breaking.moment == .beforeEffect { throw BrokenPort() }
    let answer = try body()
    if let breaking, breaking.number == number { throw BrokenPort() }
    return answer
  }
}

struct BrokenPort: Error {}

/// The town's billing system.
final class FakeBilling: InvoiceSource {
  private struct Books {
    var invoices: [AccountID: [Invoice]] = [:]
    var paidByOtherMeans: Set<InvoiceID> = []
    var settlements: Set<Settlement> = []
  }

  private let books = Mutex(Books())
  private let trips: Trips

  init(_ invoices: [AccountID: [Invoice]], trips: Trips = Trips()) {
    self.trips = trips
    books.withLock { $0.invoices = invoices }
  }

  var settlements: [Settlement] { books.withLock { $0.settlements.sorted { $0.invoice < $1.invoice } } }

  func payByOtherMeans(_ invoice: InvoiceID) { books.withLock { _ = $0.paidByOtherMeans.insert(invoice) } }

  func change(_ invoices: [Invoice], of account: AccountID) { books.withLock { $0.invoices[account] = invoices } }

  func billing(of account: AccountID) async throws -> HouseholdBilling {
    try trips.pass {
      let invoices = books.withLock { $0.invoices[account] ?? [] }
      return HouseholdBilling(services: invoices.map(\.kind.service), invoices: invoices)
    }
  }

  func record(_ settlement: Settlement) async throws -> SettlementAnswer {
    try trips.pass {
      books.withLock { books in
        guard !books.paidByOtherMeans.contains(settlement.invoice) else { return .paidByOtherMeans }
        books.settlements.insert(settlement)
        return .recorded
      }
    }
  }
}

/// A gateway that says of each session what its script says: late, silent, twice or in contradiction.
final class ScriptedGateway: PaymentGateway {
  private struct Desk {
    var opened: [PaymentRequest] = []
    var scripts: [GatewayReference: [PaymentFact.Outcome]] = [:]
    var isSilent = false
    var refuses = false
  }

  private let desk = Mutex(Desk())
  private let trips: Trips

  init(trips: Trips = Trips()) { self.trips = trips }

  var opened: [PaymentRequest] { desk.withLock { $0.opened } }

  /// What the session answers from now on; the last answer is given for ever.
  func script(_ session: GatewayReference, _ outcomes: PaymentFact.Outcome...) {
    desk.withLock { $0.scripts[session] = outcomes }
  }

  func be(silent: Bool = false, refusing: Bool = false) {
    desk.withLock {
      $0.isSilent = silent
      $0.refuses = refusing
    }
  }

  func open(_ request: PaymentRequest) async throws -> GatewaySession {
    try trips.pass {
      try desk.withLock { desk in
        if desk.isSilent { throw BrokenPort() }
        if desk.refuses { throw GatewayRefusal(codes: ["refused"]) }
        desk.opened.append(request)
        let session = GatewayReference("S\(desk.opened.count)")
        return GatewaySession(reference: session, page: URL(filePath: "/pay/\(session)"))
      }
    }
  }

  func fact(about inquiry: Inquiry, at instant: Date) async throws -> PaymentFact {
    try trips.pass {
      let outcome = try desk.withLock { desk in
        if desk.isSilent { throw BrokenPort() }
        let script = desk.scripts[inquiry.session] ?? [.waiting]
        if script.count > 1 { desk.scripts[inquiry.session]?.removeFirst() }
        return script[0]
      }
      return PaymentFact(
        from: .gateway(inquiry.session, mode: inquiry.contract.mode), regie: inquiry.regie,
        reference: inquiry.reference, outcome: outcome)
    }
  }

  func session(in notification: [String: String]) throws(InvalidNotification) -> GatewayReference {
    guard let session = notification["idop"] else { throw InvalidNotification() }
    return GatewayReference(session)
  }
}

/// Citizens' letter boxes and agents' trays, each message once by its key.
final class FakePost: BillingCorrespondence {
  private let notices = Mutex<[String: Notice]>([:])
  private let tasks = Mutex<[String: AgentTask]>([:])
  private let trips: Trips

  init(trips: Trips = Trips()) { self.trips = trips }

  func notices(_ code: String) -> [Notice] { notices.withLock { $0.values.filter { $0.code == code } } }
  var allTasks: [AgentTask] { tasks.withLock { Array($0.values) } }

  func send(_ notice: Notice, key: String) async throws {
    try trips.pass { notices.withLock { $0[key] = notice } }
  }

  func assign(_ task: AgentTask, key: String) async throws {
    try trips.pass { tasks.withLock { $0[key] = task } }
  }
}
