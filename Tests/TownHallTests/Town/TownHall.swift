import Billing
import DemarcheWorkflow
import Foundation
import Identity
import WorkflowTesting

/// What outlives a crash: the stores of one town, and the world outside.
struct TownHall: Sendable {
  let plan: TownPlan
  let accounts = WitnessedStore<AccountMachine>()
  let recoveries = WitnessedStore<RecoveryMachine>()
  let doors = WitnessedStore<ThrottleMachine>()
  let demarches = WitnessedStore<DemarcheMachine>()
  let baskets = WitnessedStore<BasketMachine>()
  let attempts = WitnessedStore<PaymentAttemptMachine>()
  let strays = WitnessedStore<StrayPaymentMachine>()
  let random: SeededSource
  let captcha = InMemoryCaptcha(
    puzzles: [.init([.text: "Combien font trois et quatre ?", .image: "sept.png"], answer: "sept")], triesMax: 1000)
  let office = BillingOffice()
  let bank = Bank()
  let mailbox = Mailbox()

  init(_ plan: TownPlan, seed: UInt64 = 1) {
    self.plan = plan
    random = SeededSource(seed: seed)
  }

  /// One more server of the town.
  func server(_ faults: Faults = Faults()) throws -> Server { try Server(of: self, faults: faults) }

  /// Tuesday 19 October 2027, 10:00 in Paris.
  static let opening = Date(timeIntervalSince1970: 1_823_932_800)
}

/// Engines and desks over the stores of a town; two of them are two servers.
struct Server: Sendable {
  let town: TownHall
  let faults: Faults
  let services: IdentityServices
  let registration: Registration
  let demarches: Engine<DemarcheMachine>
  let baskets: BasketDesk
  let payments: PaymentDesk
  let courier: PaymentCourier
  var accounts: Engine<AccountMachine> { services.accounts }

  init(of town: TownHall, faults: Faults) throws {
    self.town = town
    self.faults = faults
    let plan = town.plan
    services = IdentityServices(
      accounts: Engine(AccountMachine(policy: plan.accounts), store: faults.before(town.accounts)),
      recoveries: Engine(RecoveryMachine(policy: plan.recovery), store: faults.before(town.recoveries)),
      doors: Engine(ThrottleMachine(), store: faults.before(town.doors)), hasher: PlainHasher(faults: faults),
      random: town.random, pepper: try Pepper(key: Array(0..<32)), passwords: plan.passwords)
    registration = Registration(
      services, captcha: try CaptchaGate(DistantCaptcha(base: town.captcha, faults: faults)))
    demarches = Engine(
      DemarcheMachine(catalogue: plan.catalogue, calendar: plan.calendar), store: faults.before(town.demarches))
    let attempts = Engine(
      PaymentAttemptMachine(regies: plan.regies, calendar: plan.calendar), store: faults.before(town.attempts))
    let basketStore = faults.before(town.baskets)
    let invoices = InvoiceDesk(
      source: DistantBilling(base: town.office, faults: faults),
      visibility: InvoiceVisibility(calendar: plan.calendar), payments: attempts)
    let engine = Engine(BasketMachine(), store: basketStore)
    baskets = BasketDesk(invoices: invoices, baskets: engine)
    payments = PaymentDesk(
      invoices: invoices, baskets: engine,
      attempts: attempts,
      strays: Engine(
        StrayPaymentMachine(regies: plan.regies, calendar: plan.calendar), store: faults.before(town.strays)),
      gateway: DistantGateway(base: town.bank, faults: faults))
    courier = PaymentCourier(
      desk: payments, baskets: engine, correspondence: PostOffice(town: town, faults: faults))
  }

  /// Everything the system does by itself at an instant: time limits first, then what waits in the outboxes.
  func run(at instant: Date) async throws {
    _ = try await services.accounts.run(dueAt: instant)
    _ = try await services.recoveries.run(dueAt: instant)
    _ = try await services.doors.run(dueAt: instant)
    _ = try await demarches.run(dueAt: instant)
    try await courier.run(at: instant)
    try await deliver(at: instant)
  }

  /// Carries out what waits in the outboxes of accounts, recoveries and démarches.
  func deliver(at instant: Date) async throws {
    let post = PostOffice(town: town, faults: faults)
    let letters = RecoveryPost(services)
    _ = try await Relay(accounts.store).drain(at: instant) { pending in
      try await post.send(pending.effect, key: pending.deliveryKey)
    }
    _ = try await Relay(services.recoveries.store).drain(at: instant) { pending in
      guard let notice = try await letters.notice(for: pending, at: instant) else { return }
      try await post.send(notice, key: pending.deliveryKey)
    }
    _ = try await Relay(demarches.store).drain(at: instant) { pending in
      guard let notice = pending.effect.notice else { return }
      try await post.send(notice, key: pending.deliveryKey)
    }
  }
}

/// Writes letters in the words of a town and carries them to where their addressees are reached now.
struct PostOffice: BillingCorrespondence {
  let town: TownHall
  let faults: Faults

  func send(_ notice: Notice, key: String) async throws {
    guard let contact = contact(of: notice.addressee) else { return }
    let letter = town.plan.wordings.compose(notice)
    try await faults.pass {
      town.mailbox.receive(.init(notice: notice, contact: contact, letter: letter), key: key)
    }
  }

  func assign(_ task: AgentTask, key: String) async throws {
    try await faults.pass { town.mailbox.receive(task, key: key) }
  }

  /// Nobody writes to an account that is erased.
  private func contact(of addressee: Addressee) -> ContactPoint? {
    switch addressee {
    case .contact(let contact): contact
    case .account(let account): town.accounts.load(account)?.state.profile?.contact.point
    }
  }
}
