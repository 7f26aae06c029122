import Foundation
import Identity
import TestSupport
import Testing

struct DocumentationTests {
  @Test func `the listing of the module's page creates an account and signs in`() async throws {
    let hasher = TracingHasher(Trace())
    let random = CountingSource(Trace())
    let captcha = InMemoryCaptcha(puzzles: [Town.puzzle])
    let (visitor, now, key) = (Town.visitor, Town.noon, Array(0..<32) as [UInt8])

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
    let principal = opened.session.principal  // .citizen(account.id)

    #expect(login == "amélie.lire")
    #expect(principal == .citizen(account.id))
  }

  @Test func `the listing of the module's page is the one compiled here`() throws {
    let page = try Golden.read("Sources/Identity/Identity.docc/Identity.md")
    let listing = try #require(page.split(separator: "```swift\n").last?.split(separator: "```").first)
    let compiled = try lines(of: Golden.read("Tests/IdentityTests/DocumentationTests.swift"))
    let start = try #require(compiled.firstIndex { $0.hasPrefix("let calendar = ") })
    let end = try #require(compiled[start...].firstIndex { $0.hasPrefix("#expect") })
    #expect(lines(of: String(listing)) == Array(compiled[start..<end]))
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
