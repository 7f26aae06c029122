import Billing
import DemarcheWorkflow
import Foundation
import Identity
import Testing

/// Something that somebody does at the portal, and does again when it breaks.
struct UseCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// How much later it is done again, in seconds; what has a request key is sent again as it was.
  var retryAfterSeconds = 0.0
  /// What has happened before.
  let before: @Sendable (Server, Date) async throws -> Void
  /// The whole of it; begun again, it goes on where it stopped.
  let act: @Sendable (Server, Date) async throws -> Void
  /// What has become of it, in words that are the same however it came about.
  let outcome: @Sendable (TownHall) throws -> [String]

  static let all = [registering, signingIn, recovering, submitting, deciding, paying]

  static let registering = UseCase(testDescription: "register") { _, _ in
  } act: { server, instant in
    _ = try await server.register(.jean, key: "register", at: instant)
    try await server.deliver(at: instant)
  } outcome: { town in
    town.accounts.states.values.map { "\($0.login?.text.value ?? "") \($0.name)" }
      + town.journal(of: town.accounts) + town.letters
  }

  static let signingIn = UseCase(testDescription: "sign in", retryAfterSeconds: 60) { server, instant in
    _ = try await server.settle(at: instant)
  } act: { server, instant in
    let opened = try await server.signIn("jean.dupont", Resident.jean.password, at: instant)
    #expect(opened.session.principal != nil)
  } outcome: { town in
    let failures = town.doors.states.filter { $0.value.count.kind == .login }.map {
      "failures \($0.value.count.failures)"
    }
    let accounts = town.accounts.states.values.map {
      "\($0.name) \($0.credentials?.generation ?? 0)"
    }
    return accounts + failures + town.letters
  }

  static let recovering = UseCase(testDescription: "recover", retryAfterSeconds: 120) { server, instant in
    _ = try await server.settle(at: instant)
  } act: { server, instant in
    try await server.recover(.jean, to: "nouveau cheval pile agrafe", at: instant)
  } outcome: { town in
    let mailed = town.recoveries.accepted.count { $0.entry.to == .mailed }
    let generations = town.accounts.states.values.map { "generation \($0.credentials?.generation ?? 0)" }
    return generations + [
      "letters for each recovery: \(town.mailbox.letters("recovery.temporary-password").count == mailed)",
      "letters that still open the account: \(town.letterCountOpening)",
      "changes told: \(town.mailbox.letters("account.password-changed").count)",
    ]
  }

  static let submitting = UseCase(testDescription: "submit a démarche") { server, instant in
    _ = try await server.settle(at: instant)
  } act: { server, instant in
    let account = try server.town.id(of: .jean)
    try await server.file("D-1", by: .citizen(account), at: instant)
    try await server.deliver(at: instant)
  } outcome: { town in
    try town.encoded(town.demarches) + town.journal(of: town.demarches) + town.letters
  }

  static let deciding = UseCase(testDescription: "decide") { server, instant in
    let account = try await server.settle(at: instant)
    try await server.file("D-1", by: .citizen(account), at: instant)
    try await server.deliver(at: instant)
  } act: { server, instant in
    let orders: [DemarcheEvent] = [
      .takeUp, .reviewPiece("domicile", .accepted), .declareComplete, .validate(.decision),
    ]
    for order in orders {
      try await server.order(order, "D-1", by: .agent(Resident.agent), key: "\(order.name)", at: instant)
    }
    try await server.deliver(at: instant)
  } outcome: { town in
    try town.encoded(town.demarches) + town.journal(of: town.demarches) + town.letters
  }

  static let paying = UseCase(testDescription: "pay a basket") { server, instant in
    let account = try await server.settle(at: instant)
    for (id, cents) in [("F-1", 1999), ("F-2", 29)] {
      server.town.office.issue(try server.town.invoice(InvoiceID(id), cents: cents), to: account)
    }
  } act: { server, instant in
    let account = try server.town.id(of: .jean)
    // Whoever begins again reads the refusals and goes on.
    try await reading { try await server.add("F-1", for: account, at: instant) }
    try await reading { try await server.add("F-2", for: account, at: instant) }
    try await reading {
      let session = try await server.pay(account, key: "pay", draw: server.town.attempts.count, at: instant)
      server.town.bank.decide(session.reference, .paid(Money(cents: 2028), by: .card, at: nil))
      try await server.notify(session.reference, at: instant)
    }
    try await server.courier.run(at: instant)
  } outcome: { town in
    let settled = town.office.settlements.map { "\($0.invoice) \($0.amount) \($0.regie)" }.sorted()
    let standings = town.attempts.states.values.map { "\($0.standing)" }
    let baskets = town.baskets.states.values.map { "in the basket: \($0.filled?.invoices.count ?? 0)" }
    return settled + standings + baskets + town.letters + ["tasks: \(town.mailbox.tasks.count)"]
  }

  private static func reading(_ step: () async throws -> Void) async throws {
    do { try await step() } catch is PaymentRefusal {} catch is BasketRefusal {}
  }
}

extension TownHall {
  /// Every letter, as its code and where it went.
  var letters: [String] { mailbox.letters.map { "\($0.notice.code) → \($0.contact)" }.sorted() }

  /// Every line of a journal, as its order and the state it led to.
  func journal<Machine: StateMachine>(of store: WitnessedStore<Machine>) -> [String] {
    store.states.keys.sorted().flatMap { store.journal(of: $0).map { "\($0.event.rawValue) → \($0.to.rawValue)" } }
  }

  /// Every state, as it is stored.
  func encoded<Machine: StateMachine>(_ store: WitnessedStore<Machine>) throws -> [String] {
    try store.states.values.map { String(decoding: try RecordFormat.encode($0, of: Machine.self), as: UTF8.self) }
      .sorted()
  }
}

extension TownHall {
  /// How many mailed secrets were drawn under the password that is the current one.
  fileprivate var letterCountOpening: Int {
    recoveries.states.values.count { state in
      guard case .mailed(let ticket) = state, case .account(let id, let generation) = ticket.subject else {
        return false
      }
      return accounts.load(id)?.state.credentials?.generation == generation
    }
  }
}
