import Foundation
import Identity
import TestSupport
import Testing

struct DocumentationTests {
  @Test func `the listings of the module's page create an account, sign in and find the session again`() async throws {
    let (visitor, now) = (Town.visitor, Town.noon)

    let hasher = FakeHasher()
    let random = SystemSource()
    let captcha = InMemoryCaptcha(puzzles: [
      InMemoryCaptcha.Puzzle([.text: "Le nombre de jours d’une semaine", .sound: "semaine.mp3"], answer: "sept")
    ])
    let key = random.bytes(32)

    let calendar = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    let policy = AccountPolicy(services: ["etat-civil"], retention: try RetentionPolicy(calendar: calendar))
    let services = IdentityServices(
      accounts: Engine(AccountMachine(policy: policy), store: InMemoryStore()),
      recoveries: Engine(RecoveryMachine(policy: .mailedLink), store: InMemoryStore()),
      doors: Engine(ThrottleMachine(), store: InMemoryStore()),
      hasher: hasher, random: random, pepper: try Pepper(key: key),
      passwords: try PasswordPolicy(blocked: ["Guyancourt Ville"]))

    // Tab by tab, in any order; `form.gaps` says at any time what is still missing, and where.
    let registration = Registration(services, captcha: try CaptchaGate(captcha))
    var form = RegistrationForm()
    form.identity.firstName = Personal("Amélie")
    form.identity.lastName = Personal("Lire")
    form.contact.email = Personal("amelie@exemple.fr")
    form.access = try await registration.access(
      NewPassword("cheval pile agrafe", confirmation: "cheval pile agrafe"),
      question: .firstPet, answer: "Médor", form: form)

    // « Envoyer »: sent twice under one key, it is answered twice and creates one account.
    let challenge = try await registration.challenge(for: visitor, at: now)
    let account = try await registration.send(
      form, key: RequestKey("form-1"), captcha: CaptchaAnswer("sept", to: challenge.id), visitor: visitor, at: now)
    let login = account.state.login?.text.value  // "amélie.lire"

    // Typed on a Mac, where the accent stands alone: it is the same login.
    let opened = try await SignIn(services).signIn(
      login: "ame\u{301}lie.lire", password: "cheval pile agrafe", visitor: visitor, from: Source("192.0.2.7"), at: now)
    let principal = opened.session.principal  // .citizen(account.id); nil after a temporary password
    #expect(login == "amélie.lire")
    #expect(principal == .citizen(account.id))

    var sessions: [Digest: Session] = [:]  // your table
    sessions[opened.session.id] = opened.session
    let cookie = opened.token.value

    guard let found = sessions[Session.id(ofToken: cookie)] else { throw SessionRefusal.expired }
    let used = try await SignedIn(services, session: found).use(at: now)
    sessions[used.session.id] = used.session
    #expect(sessions == [found.id: used.session])
    #expect(used.account.id == account.id)
  }

  @Test func `the hasher of the module's page gives each verdict`() throws {
    let (hasher, secret) = (FakeHasher(), try Password(enforcing: "cheval pile agrafe"))
    let stored = hasher.hash(secret)
    let earlier = PasswordHash(stored.encoded.value.replacing("fake-2", with: "fake-1"))
    #expect(hasher.verify(secret, against: stored) == .matches)
    #expect(hasher.verify(secret, against: earlier) == .matchesOutdated)
    #expect(hasher.verify(secret, against: hasher.decoy) == .differs)
    #expect(hasher.verify(try Password(enforcing: "decoy"), against: hasher.decoy) == .differs)
  }

  @Test func `the listings of the module's page are those compiled here`() throws {
    try Listings.check(
      "Sources/Identity/Identity.docc/Identity.md", compiledIn: "Tests/IdentityTests/DocumentationTests.swift")
  }

  @Test func `the lifecycle of the module's page is the one that the sources declare`() throws {
    let page = try Golden.read("Sources/Identity/Identity.docc/Identity.md")
    let declared = lines(of: try Golden.read("Sources/Identity/Account/AccountLifecycle.swift"))
      .filter { $0.hasPrefix("extension ") }
    #expect(lines(of: page).filter { $0.hasPrefix("extension ") } == declared)
  }

  private func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

/// No salt and no cost: a service puts Argon2id or scrypt here.
struct FakeHasher: PasswordHasher {
  let today = "fake-2"

  // Compared with where there is no account: it costs what any hash costs, and no secret matches it.
  var decoy: PasswordHash { PasswordHash("\(today)$decoy") }

  func hash(_ secret: Password) -> PasswordHash {
    PasswordHash("\(today)$\(Digest(of: secret.text.value).hexadecimal)")
  }

  func verify(_ secret: Password, against stored: PasswordHash) -> HashVerdict {
    let stored = stored.encoded.value
    guard stored.hasSuffix("$" + Digest(of: secret.text.value).hexadecimal) else { return .differs }
    // An outdated one is hashed again by the sign-in that shows the secret.
    return stored.hasPrefix(today + "$") ? .matches : .matchesOutdated
  }
}

/// Bytes of the system's generator, which is fit for secrets.
struct SystemSource: RandomSource {
  func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }
}
