import Foundation
import Identity
import Testing
import WorkflowTesting

struct SignInTests {
  private let now = Town.noon

  @Test func `F06: the holder signs in before the town has looked, and after it refused`() async throws {
    let town = try Town()
    let id = try await town.register()
    #expect(try await town.signIn().session.principal == .citizen(id))
    try await town.order(.refuse(reason: Personal("Doublon")), id, by: .agent(Town.clerk))
    #expect(try await town.signIn().session.account == id)
  }

  @Test func `F12: unknown login, wrong password, closed account: one refusal`() async throws {
    let town = try Town()
    let id = try await town.validated()
    for (login, password) in [
      ("amélie.lire", "autre chose ici"), ("inconnue.ici", Town.secret), ("amelie.lire", Town.secret), ("", ""),
      ("amélie.lire", "a\tb"), ("pas un login", Town.secret), ("amélie.lire", ""),
    ] {
      // Each from its own source and an hour apart, so that no wait has a part in it.
      await #expect(throws: SignInRefusal.refused) {
        try await town.signIn(login, password, from: Source(login + password))
      }
    }
    try await town.order(.close(.byTown(Personal("Doublon"))), id, by: .agent(Town.clerk))
    await #expect(throws: SignInRefusal.refused) { try await town.signIn(from: Source("other"), at: now.adding(7200)) }
  }

  @Test func `F04: ten thousand logins with accents sign in typed in either normal form`() async throws {
    let town = try Town()
    let firsts = ["Amélie", "Zoé", "Noël", "Élodie", "Chloë", "Anaïs", "Jérôme", "Gaëlle", "Maÿlis", "Cœlia"]
    let lasts = ["Lefèvre", "L'Hôte", "Bâton", "Muñoz", "Weiß", "Groß", "Å", "François", "Ÿ", "Çelik"]
    var generator = SeededGenerator(seed: 1)
    let amelie = try await town.register()
    let profile = try #require(try town.state(amelie).profile)
    var refused = 0
    let letters = Array("aàâäbcçdeéèêëfghiîïjklmnoôöpqrstuùûüvwxyÿzñõåøœæß")
    for number in 0..<10_000 {
      let first = firsts[number % 10] + String((0..<4).compactMap { _ in letters.randomElement(using: &generator) })
      let last = lasts[number / 10 % 10] + String((0..<4).compactMap { _ in letters.randomElement(using: &generator) })
      let login = try Login(first: first, last: last).text.value
      let hash = try #require(try town.state(amelie).credentials?.password)
      let opening = AccountOpening(
        account: AccountID("a\(number)"), login: try Login(enforcing: login), profile: profile,
        password: hash, question: .firstPet, answer: hash)
      // Some of ten thousand drawn names may be the same: those get no second account here.
      guard (try? await town.order(.open(opening), AccountID("a\(number)"), by: .visitor(Town.visitor))) != nil else {
        continue
      }
      for typed in [login.decomposedStringWithCanonicalMapping, login.precomposedStringWithCanonicalMapping] {
        let session = try? await town.signIn(typed, from: Source("source-\(number)"))
        if session?.session.account != AccountID("a\(number)") { refused += 1 }
      }
    }
    #expect(refused == 0)
    #expect(town.accountNotices().count > 9_900)
  }

  @Test func `F12: the token is not in the session, and two sessions have two tokens`() async throws {
    let town = try Town()
    _ = try await town.validated()
    let first = try await town.signIn()
    let second = try await town.signIn()
    #expect(first.token != second.token)
    #expect(first.token.value.utf8.count == 64)
    #expect(Session.id(ofToken: first.token.value) == first.session.id)
    let stored = try #require(String(data: JSONEncoder().encode(first.session), encoding: .utf8))
    #expect(!stored.contains(first.token.value))
  }

  @Test func `F12: a hash of the past is made anew at sign in, and the session stays`() async throws {
    let old = try Town()
    let id = try await old.validated()
    let before = try old.state(id).credentials?.password
    let town = try Town(sharing: old, hasherVersion: 2)
    let session = try await town.signIn().session
    let after = try town.state(id).credentials?.password
    #expect(before != after && after?.encoded.value.hasPrefix("v2$") == true)
    #expect(try await SignedIn(town.services, session: session).use(at: now).account.id == id)
    _ = try await town.signIn()
    #expect(try town.state(id).credentials?.password == after)
  }

  @Test func `F12: from the 101st failure in a row the stored hash is never compared again, until recovery`()
    async throws
  {
    let town = try Town()
    _ = try await town.validated()
    var compared: [Bool] = []
    for number in 1...150 {
      _ = town.trace.take()
      await #expect(throws: SignInRefusal.refused) {
        try await town.signIn(
          "amélie.lire", "faux numéro \(number)", from: Source("s\(number)"), at: now.adding(3600 * Double(number)))
      }
      let trace = town.trace.take()
      #expect(trace.filter { $0 == "verify" }.count == 1)
      compared.append(trace.contains("!compared with a stored hash"))
    }
    #expect(compared == Array(repeating: true, count: 100) + Array(repeating: false, count: 50))
    let later = now.adding(400 * 86_400)
    await #expect(throws: SignInRefusal.refused) { try await town.signIn(from: Source("home"), at: later) }
    try await town.recover(to: "un autre mot de passe", at: later)
    _ = try await town.signIn("amélie.lire", "un autre mot de passe", at: later)
  }

  @Test func `F12: tries on a login that nobody had yet do not shut out whoever registers it`() async throws {
    let town = try Town()
    for number in 1...100 {
      _ = try? await town.signIn(
        "luc.neuf", "faux \(number)", from: Source("s\(number)"), at: now.adding(3600 * Double(number)))
    }
    let later = now.adding(60 * 86_400)
    let id = try await town.register("Luc", "Neuf", at: later)
    #expect(try await town.signIn("luc.neuf", from: Source("home"), at: later).session.account == id)
  }

  @Test func `F12: the failures of one login never touch another's`() async throws {
    let town = try Town()
    _ = try await town.validated()
    _ = try await town.validated("Jean", "Dupont")
    for number in 1...150 {
      _ = try? await town.signIn(
        "amélie.lire", "faux \(number)", from: Source("s\(number)"), at: now.adding(3600 * Double(number)))
    }
    _ = try await town.signIn("jean.dupont", at: now.adding(3600 * 151))
    // The two spellings of one login have one door.
    await #expect(throws: SignInRefusal.refused) {
      try await town.signIn("ame\u{301}lie.lire", from: Source("x"), at: now.adding(3600 * 152))
    }
  }

  @Test func `F12: one source that tries many logins waits, the logins themselves do not`() async throws {
    let town = try Town()
    _ = try await town.validated()
    for number in 1...40 { _ = try? await town.signIn("inconnu.n\(number)", "faux", from: Source("attacker")) }
    await #expect(throws: SignInRefusal.refused) { try await town.signIn(from: Source("attacker")) }
    _ = try await town.signIn(from: Source("home"))
  }

  @Test func `F12: a success starts the login's count again, and takes back only itself from the source's`()
    async throws
  {
    let town = try Town()
    _ = try await town.validated()
    for source in ["a", "b"] {
      for _ in 1...2 { _ = try? await town.signIn("amélie.lire", "faux", from: Source(source)) }
      _ = try await town.signIn(from: Source("c"))
    }
    for number in 1...9 { _ = try? await town.signIn("inconnu.n\(number)", "faux", from: Source("school")) }
    _ = try await town.signIn(from: Source("school"))
    _ = try await town.signIn(from: Source("school"))
    _ = try? await town.signIn("inconnu.n10", "faux", from: Source("school"))
    await #expect(throws: SignInRefusal.refused) { try await town.signIn(from: Source("school")) }
  }

  @Test(arguments: 0..<5)
  func `F12: a thousand guesses at once are not a thousand free ones`(round: Int) async throws {
    let town = try Town()
    _ = try await town.validated()
    _ = town.trace.take()
    await withTaskGroup(of: Void.self) { group in
      for number in 1...200 {
        group.addTask { _ = try? await town.signIn("amélie.lire", "faux \(number)", from: Source("s\(number)")) }
      }
    }
    let compared = town.trace.take().filter { $0 == "!compared with a stored hash" }.count
    #expect(compared == 3)
  }

  @Test func `F10: a password changed between the comparison and the commit opens nothing`() async throws {
    let town = try Town()
    let id = try await town.validated()
    let faulty = FaultyStore(town.accounts)
    let slow = try town.behind(faulty)
    let change = AccountEvent.changePassword(Drawn(PasswordHash("v1$x$y")), proof: .recovery(generation: 1))
    faulty.interrupt(.commit) { try await town.order(change, id, by: .citizen(id)) }
    await #expect(throws: SignInRefusal.refused) { try await slow.signIn() }
  }
}
