import Foundation
import Identity
import Synchronization

/// Accounts at work: their machines and stores, the ports they need, and what a web host keeps between two pages.
struct AccountOffice: Sendable {
  /// What every use case works with, under the FAQ's way of recovery.
  let services: IdentityServices
  /// The same records, under the mailed link.
  let linked: IdentityServices
  let registration: Registration
  let pages = Pages()

  init(calendar: TownCalendar, captcha: CaptchaGate, random: RandomSource) throws {
    let policy = AccountPolicy(services: ["etat-civil"], retention: try RetentionPolicy(calendar: calendar))
    let accounts = Engine(AccountMachine(policy: policy), store: InMemoryStore())
    let recoveries = InMemoryStore<RecoveryMachine>()
    let doors = Engine(ThrottleMachine(), store: InMemoryStore())
    let pepper = try Pepper(key: random.bytes(32))
    let passwords = try PasswordPolicy(blocked: ["Guyancourt", "Guyancourt Ville", "motdepasse123"])
    func services(_ recovery: RecoveryPolicy) -> IdentityServices {
      IdentityServices(
        accounts: accounts, recoveries: Engine(RecoveryMachine(policy: recovery), store: recoveries), doors: doors,
        hasher: UncheckedHasher(random: random), random: random, pepper: pepper, passwords: passwords)
    }
    self.services = services(.secretQuestion)
    linked = services(.mailedLink)
    registration = Registration(self.services, captcha: captcha)
  }

  /// Where an account is reached, if it exists.
  func contact(of account: AccountID) async throws -> ContactPoint? {
    try await services.accounts.store.load(account)?.state.profile?.contact.point
  }

  /// What has become due: unused accounts, lapsed recoveries, quiet doors.
  func passTime(to instant: Date) async throws -> [String] {
    let accounts = try await services.accounts.run(dueAt: instant)
    let recoveries = try await services.recoveries.run(dueAt: instant)
    let doors = try await services.doors.run(dueAt: instant)
    return accounts.answers.map { "compte \($0.entry.id)\u{A0}: \($0.entry.event.label), \($0.entry.to.label)" }
      + recoveries.answers.map { _ in "une récupération de mot de passe a expiré" }
      + accounts.failures.map { "\($0.error)" } + recoveries.failures.map { "\($0.error)" }
      + doors.failures.map { "\($0.error)" }
  }

  /// Carries out what waits in the two outboxes that hold letters.
  func deliver(at instant: Date, send: (Notice, String) async throws -> Void) async throws {
    _ = try await Relay(services.accounts.store).drain(at: instant) { pending in
      try await send(pending.effect, "compte/\(pending.key)")
    }
    let post = RecoveryPost(services)
    _ = try await Relay(services.recoveries.store).drain(at: instant) { pending in
      guard let notice = try await post.notice(for: pending, at: instant) else { return }
      try await send(notice, "recuperation/\(pending.key)")
    }
  }
}

/// Hashes that show how the port is used; a service puts Argon2id or scrypt here, never this.
struct UncheckedHasher: PasswordHasher {
  let random: RandomSource
  let decoy = PasswordHash("unchecked$decoy$")

  func hash(_ secret: Password) -> PasswordHash {
    let salt = Digest(sha256: random.bytes(16)).hexadecimal
    return PasswordHash("unchecked$\(salt)$\(digest(secret, salt))")
  }

  func verify(_ secret: Password, against stored: PasswordHash) -> HashVerdict {
    let parts = stored.encoded.value.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let kept = Digest(hexadecimal: parts[2]) else { return .differs }
    return Digest(hexadecimal: digest(secret, parts[1])) == kept ? .matches : .differs
  }

  private func digest(_ secret: Password, _ salt: String) -> String {
    Digest(of: salt, secret.text.value).hexadecimal
  }
}

extension RandomSource: Identity.RandomSource {
  func bytes(_ count: Int) -> [UInt8] {
    draw { generator in (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) } }
  }
}

/// What a web host keeps between two pages: forms under way, changes not yet sent, the sessions of its cookies.
final class Pages: Sendable {
  private struct Kept {
    var forms: [String: RegistrationForm] = [:]
    var changes: [AccountID: [ProfileChange]] = [:]
    var sessions: [Digest: Session] = [:]
  }

  private let kept = Mutex(Kept())

  func form(_ name: String) -> RegistrationForm { kept.withLock { $0.forms[name] ?? RegistrationForm() } }
  func keep(_ form: RegistrationForm, as name: String) { kept.withLock { $0.forms[name] = form } }

  func changes(of account: AccountID) -> [ProfileChange] { kept.withLock { $0.changes[account] ?? [] } }
  func keep(_ changes: [ProfileChange], of account: AccountID) { kept.withLock { $0.changes[account] = changes } }

  func session(ofToken token: String) -> Session? { kept.withLock { $0.sessions[Session.id(ofToken: token)] } }
  func keep(_ session: Session) { kept.withLock { $0.sessions[session.id] = session } }
}
