import Billing
import DemarcheWorkflow
import Foundation
import Identity
import Synchronization
import WorkflowTesting

/// The composition root: one town, its machines, its stores, what carries its messages.
///
/// Copy it into a service, and put a database, a random source and a mail server where memory stands here.
struct TownHall: Sendable {
  let calendar: TownCalendar
  let catalogue: Catalogue
  let wordings: Wordings
  let random: RandomSource
  let mailbox: Mailbox
  let demarches: Engine<DemarcheMachine>
  let billing: BillingOffice
  let accounts: AccountOffice

  init(seed: UInt64) throws {
    calendar = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    catalogue = try Catalogue(json: try Resource.catalogue())
    wordings = Wordings.kernel.replacing(with: .demarches).replacing(with: .billing)
      .replacing(with: .identity).replacing(with: LineFault.wordings)
    random = RandomSource(seed: seed)
    mailbox = Mailbox()
    demarches = Engine(DemarcheMachine(catalogue: catalogue, calendar: calendar), store: InMemoryStore())
    billing = try BillingOffice(
      regies: try JSONDecoder().decode([Regie].self, from: try Resource.regies()), calendar: calendar)
    // Numbers of their own: one account more or less in a scenario moves no number of a démarche or a payment.
    accounts = try AccountOffice(calendar: calendar, random: RandomSource(seed: ~seed))
  }

  /// Everything the system does by itself at an instant: time limits first, then what waits in the outboxes.
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
    _ = try await Relay(demarches.store).drain(at: instant) { pending in
      guard let notice = pending.effect.notice else { return }
      try await send(notice, key: pending.deliveryKey)
    }
    try await billing.courier(BillingPost(town: self)).deliver(at: instant)
    try await accounts.deliver(at: instant) { notice, key in try await send(notice, key: key) }
  }

  func send(_ notice: Notice, key: String) async throws {
    try await mailbox.send(wordings.compose(notice), to: try await contact(of: notice.addressee), key: key)
  }

  private func contact(of addressee: Addressee) async throws -> ContactPoint {
    switch addressee {
    case .contact(let contact): contact
    case .account(let account):
      try await accounts.contact(of: account) ?? .email(Personal("\(account)@exemple.fr"))
    }
  }
}

/// Numbers drawn for orders; seeded here, so that a scenario always plays the same way.
final class RandomSource: Sendable {
  private let generator: Mutex<SeededGenerator>

  init(seed: UInt64) {
    generator = Mutex(SeededGenerator(seed: seed))
  }

  func draw<Value>(_ make: (inout SeededGenerator) throws -> sending Value) rethrows -> Value {
    try generator.withLock { generator in try make(&generator) }
  }
}

/// Letters that would have left, each once whatever its repeats.
final class Mailbox: MessageTransport {
  struct Mail: Sendable {
    let letter: Letter
    let contact: ContactPoint
  }

  private let mails = Mutex<(all: [Mail], unread: Int, keys: Set<String>)>(([], 0, []))

  func send(_ letter: Letter, to contact: ContactPoint, key: String) async throws {
    mails.withLock { mails in
      guard mails.keys.insert(key).inserted else { return }
      mails.all.append(Mail(letter: letter, contact: contact))
    }
  }

  /// The letters that nobody has seen yet.
  func takeUnread() -> [Mail] {
    mails.withLock { mails in
      defer { mails.unread = mails.all.count }
      return Array(mails.all[mails.unread...])
    }
  }

  /// The temporary password, or the end of a link, in the last letter to an address that brings one.
  func lastSecret(to address: String) -> String? {
    mails.withLock { mails in
      mails.all.last { $0.contact == .email(Personal(address)) && $0.secret != nil }?.secret
    }
  }
}

extension Mailbox.Mail {
  /// 26 letters and digits that stand together, as the library draws a secret.
  fileprivate var secret: String? {
    letter.body.value.split { !$0.isLetter && !$0.isNumber }.first { $0.count == 26 }.map(String.init)
  }
}
