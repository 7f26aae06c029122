import Billing
import DemarcheWorkflow
import Foundation
import Identity

/// The composition root: one town, its machines, its stores, what carries its messages.
///
/// Copy it into a service, and put a database, a random source and a mail server where memory stands here.
struct TownHall: Sendable {
  let calendar: TownCalendar
  let catalogue: Catalogue
  let wordings: Wordings
  let random: RandomSource
  let mailbox: Mailbox
  let captcha: CaptchaGate
  let contents: MemoryContents
  let demarches: Engine<DemarcheMachine>
  let billing: BillingOffice
  let accounts: AccountOffice

  init(seed: UInt64) throws {
    calendar = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    catalogue = try Catalogue(json: try Resource.catalogue())
    wordings = Wordings.kernel.replacing(with: .demarches).replacing(with: .billing).replacing(with: .identity)
      .replacing(with: LineFault.wordings).replacing(with: Self.ownWordings)
    random = RandomSource(seed: seed)
    mailbox = Mailbox()
    captcha = try CaptchaGate(InMemoryCaptcha(puzzles: Self.puzzles))
    contents = MemoryContents()
    demarches = Engine(DemarcheMachine(catalogue: catalogue, calendar: calendar), store: InMemoryStore())
    billing = try BillingOffice(
      regies: try JSONDecoder().decode([Regie].self, from: try Resource.regies()), calendar: calendar)
    // Numbers of their own: one account more or less in a scenario moves no number of a démarche or a payment.
    accounts = try AccountOffice(calendar: calendar, captcha: captcha, random: RandomSource(seed: ~seed))
  }

  /// Everything the system does by itself at an instant, machine by machine.
  func passTime(to instant: Date) async throws -> [String] {
    let demarches = try await run(demarches, dueAt: instant) { "\($0.id)\u{A0}: \($0.event.label), \($0.to.label)" }
    return try await accounts.passTime(to: instant) + demarches + passBillingTime(to: instant)
  }

  /// The time limits of one machine, in words.
  func run<Machine>(
    _ engine: Engine<Machine>, dueAt instant: Date, saying words: (JournalEntry<Machine>) -> String
  ) async throws -> [String] {
    let run = try await engine.run(dueAt: instant)
    return run.answers.map { words($0.entry) } + run.failures.map { "\($0.id)\u{A0}: \($0.error)" }
  }

  /// Carries out what waits in the outboxes, as a host's relay does from time to time.
  func deliver(at instant: Date) async throws {
    _ = try await Relay(demarches.store).drain(at: instant, deliver: carryOut)
    try await billing.courier(BillingPost(town: self)).deliver(at: instant)
    try await accounts.deliver(at: instant) { notice, key in try await send(notice, key: key) }
  }

  private func carryOut(_ pending: PendingEffect<DemarcheMachine>) async throws {
    switch pending.effect {
    case .acknowledge, .inform:
      guard let notice = pending.effect.notice else { return }
      try await send(notice, key: pending.deliveryKey)
    case .eraseContents(let uploads):
      for upload in uploads { try await contents.erase(upload, of: pending.key.id) }
    }
  }

  func send(_ notice: Notice, key: String) async throws {
    try await mailbox.send(wordings.compose(notice), to: try await contact(of: notice.addressee), key: key)
  }

  private func contact(of addressee: Addressee) async throws -> ContactPoint {
    switch addressee {
    case .contact(let contact): contact
    case .account(let account):
      // A scenario may begin with accounts that nobody has seen opened; a service always has a contact.
      try await accounts.contact(of: account) ?? .email(Personal("\(account)@exemple.fr"))
    }
  }
}
