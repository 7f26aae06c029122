import Foundation
import Identity
import Testing
import WorkflowTesting

struct RegistrationTests {
  private let now = Town.noon

  @Test func `F03: an incomplete form names each tab at fault, and what each lacks`() async throws {
    let town = try Town()
    var form = RegistrationForm()
    func gaps() -> [String] { form.gaps.map(\.description) }
    #expect(
      gaps() == [
        "identity: profile.blank-first-name", "identity: profile.blank-last-name", "contact: profile.invalid-email",
        "access: registration.access-missing",
      ])
    form = try await town.form("Amélie", " ")
    #expect(gaps() == ["identity: profile.blank-last-name"])
    form.identity.lastName = Personal("Лир")
    #expect(gaps() == ["identity: login.foreign-character", "access: registration.access-outdated"])
    form = try await town.form("Amélie", "Lire")
    form.contact.preferred = .telephone
    #expect(gaps() == ["contact: profile.telephone-missing"])
    form.contact.telephone = Personal("12")
    #expect(gaps() == ["contact: profile.invalid-telephone"])
    form.contact.telephone = Personal("01 30 48 33 33")
    form.household = [.addChild(Child(id: "c", birth: .expected(on: nil), responsibles: []))]
    #expect(gaps() == ["household: household.responsibles-count"])
    form.household = [.addChild(Child(id: "c", birth: .expected(on: nil), responsibles: [.holder]))]
    #expect(gaps().isEmpty)
    form.access = nil
    #expect(form.gaps(in: .access).map(\.code) == ["registration.access-missing"])
    #expect(RegistrationForm.Tab.allCases.dropLast().allSatisfy { form.gaps(in: $0).isEmpty })
  }

  @Test func `F03: an incomplete form is refused before the captcha is spent`() async throws {
    let town = try Town()
    var form = try await town.form("Amélie", "Lire")
    form.identity.firstName = Personal("")
    let answer = try await town.solved()
    let key = try RequestKey("form-1")
    let refusal = try await #require(throws: RegistrationRefusal.self) {
      try await town.registration.send(form, key: key, captcha: answer, visitor: Town.visitor, at: now)
    }
    #expect(refusal.reasons.map(\.place) == ["identity"])
    form.identity.firstName = Personal("Amélie")
    _ = try await town.registration.send(form, key: key, captcha: answer, visitor: Town.visitor, at: now)
  }

  @Test func `F03: a wrong or expired captcha keeps what was entered, and the next one creates the account`()
    async throws
  {
    let town = try Town()
    let form = try await town.form("Amélie", "Lire")
    let key = try RequestKey("form-1")
    let challenge = try await town.registration.challenge(for: Town.visitor, at: now)
    for (text, instant, verdict) in [("huit", now, CaptchaVerdict.wrong), ("sept", now, .alreadyUsed)] {
      let refusal = try await #require(throws: CaptchaRefusal.self) {
        try await town.registration.send(
          form, key: key, captcha: CaptchaAnswer(text, to: challenge.id), visitor: Town.visitor, at: instant)
      }
      #expect(refusal.verdict == verdict)
    }
    let late = try await town.solved()
    let refusal = try await #require(throws: CaptchaRefusal.self) {
      try await town.registration.send(form, key: key, captcha: late, visitor: Town.visitor, at: now.adding(600))
    }
    #expect(refusal.verdict == .expired)
    let record = try await town.registration.send(
      form, key: key, captcha: town.solved(), visitor: Town.visitor, at: now)
    #expect(record.state.login?.text.value == "amélie.lire")
  }

  @Test func `F04: one letter brings the login, by e-mail and without the password`() async throws {
    let town = try Town()
    _ = try await town.register()
    let notices = town.accountNotices()
    #expect(notices.map(\.code) == ["account.opened"])
    #expect(notices.first?.addressee == .contact(.email(Personal("amelie@exemple.fr"))))
    let letter = Wordings.kernel.replacing(with: .identity).compose(try #require(notices.first))
    #expect(letter.body.value.contains("amélie.lire"))
    let stored = try #require(String(data: JSONEncoder().encode(notices), encoding: .utf8))
    #expect(!stored.contains(Town.secret))
  }

  @Test func `F14: a solved captcha used twice creates exactly one account`() async throws {
    let town = try Town()
    let answer = try await town.solved()
    let forms = [try await town.form("Amélie", "Lire"), try await town.form("Jean", "Dupont")]
    _ = try await town.registration.send(
      forms[0], key: RequestKey("form-1"), captcha: answer, visitor: Town.visitor, at: now)
    let refusal = try await #require(throws: CaptchaRefusal.self) {
      try await town.registration.send(
        forms[1], key: RequestKey("form-2"), captcha: answer, visitor: Town.visitor, at: now)
    }
    #expect(refusal.verdict == .alreadyUsed)
    #expect(town.accountNotices().count == 1)
  }

  @Test func `F30: the same registration sent again by another server is answered as the first time`() async throws {
    let town = try Town()
    let other = try Town(sharing: town)
    let form = try await town.form("Amélie", "Lire")
    let answer = try await town.solved()
    let key = try RequestKey("form-1")
    let first = try await town.registration.send(form, key: key, captcha: answer, visitor: Town.visitor, at: now)
    let second = try await other.registration.send(
      form, key: key, captcha: answer, visitor: Town.visitor, at: now.adding(2))
    #expect(first.id == second.id)
    #expect(town.accountNotices().count == 1)
    var changed = form
    changed.contact.telephone = Personal("01 30 48 33 33")
    await #expect(throws: SendRefusal.keyReused) {
      try await other.registration.send(changed, key: key, captcha: answer, visitor: Town.visitor, at: now)
    }
  }

  @Test(arguments: 0..<10)
  func `F30: the same registration sent by eight servers at once creates one account and one letter`(round: Int)
    async throws
  {
    let town = try Town()
    let form = try await town.form("Amélie", "Lire")
    let answer = try await town.solved()
    let ids = await withTaskGroup(of: AccountID?.self) { group in
      for _ in 1...8 {
        group.addTask {
          guard let server = try? Town(sharing: town), let key = try? RequestKey("form-1") else { return nil }
          return try? await server.registration.send(
            form, key: key, captcha: answer, visitor: Town.visitor, at: Town.noon
          ).id
        }
      }
      return await group.reduce(into: Set<AccountID>()) { ids, id in if let id { ids.insert(id) } }
    }
    #expect(ids.count == 1)
    #expect(town.accountNotices().count == 1)
  }

  @Test func `F30: a captcha that another server used meanwhile for the same registration is answered as there`()
    async throws
  {
    let town = try Town()
    let faulty = FaultyStore(town.accounts)
    let slow = try town.behind(faulty)
    let form = try await town.form("Amélie", "Lire")
    let answer = try await town.solved()
    let key = try RequestKey("form-1")
    _ = town.captcha.verify(answer, for: .registration, from: Town.visitor, at: now)
    // Between the first look for the key and the second one.
    faulty.interrupt(.entry, call: 2) {
      _ = try await town.registration.send(
        form, key: key, captcha: town.solved(), visitor: Town.visitor, at: Town.noon)
    }
    let record = try await slow.registration.send(form, key: key, captcha: answer, visitor: Town.visitor, at: now)
    #expect(record.state.login?.text.value == "amélie.lire")
    #expect(town.accountNotices().count == 1)
  }

  @Test func `F05: two Jean Dupont, then a third`() async throws {
    let town = try Town()
    var logins: [String?] = []
    for _ in 1...3 { logins.append(try town.state(await town.register("Jean", "Dupont")).login?.text.value) }
    #expect(logins == ["jean.dupont", "jean.dupont2", "jean.dupont3"])
    #expect(try town.state(await town.register("Jean", "Dupontel")).login?.text.value == "jean.dupontel")
  }

  @Test func `F05: a login is not given again while its closed account is kept`() async throws {
    let town = try Town()
    let id = try await town.register("Jean", "Dupont")
    try await town.order(.close(.byTown(Personal("Doublon"))), id, by: .agent(Town.clerk))
    #expect(try town.state(await town.register("Jean", "Dupont")).login?.text.value == "jean.dupont2")
  }

  @Test(arguments: 0..<10)
  func `F05: eight servers create the same login at once: one gets it, each other one the next`(round: Int) async throws
  {
    let town = try Town()
    let logins = try await withThrowingTaskGroup(of: String?.self) { group in
      for number in 1...8 {
        group.addTask {
          let server = try Town(sharing: town)
          let visitor = VisitorID("visit-\(number)")
          let id = try await server.register("Jean", "Dupont", key: "form-\(number)", visitor: visitor)
          return try server.state(id).login?.text.value
        }
      }
      return try await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(Set(logins) == Set(["jean.dupont"] + (2...8).map { "jean.dupont\($0)" }))
  }

  @Test func `F05: another server takes the login between the look and the commit: the next one is given`() async throws
  {
    let town = try Town()
    let faulty = FaultyStore(town.accounts)
    let slow = try town.behind(faulty)
    let form = try await slow.form("Jean", "Dupont")
    let answer = try await slow.solved()
    faulty.interrupt(.commit) { try await town.register("Jean", "Dupont") }
    let record = try await slow.registration.send(
      form, key: RequestKey("form-2"), captcha: answer, visitor: Town.visitor, at: now)
    #expect(record.state.login?.text.value == "jean.dupont2")
  }

  @Test func `F04: accents alone distinguish two accounts, or share numbers where the town wants it`() async throws {
    for (policy, second) in [(LoginPolicy.accentsDistinguish, "amelie.lire"), (.accentsShareNumbers, "amelie.lire2")] {
      let town = try Town(logins: policy)
      #expect(try town.state(await town.register("Amélie", "Lire")).login?.text.value == "amélie.lire")
      #expect(try town.state(await town.register("Amelie", "Lire")).login?.text.value == second)
      // Typed without its accent, the first login is another one in either town.
      _ = try await town.signIn("amélie.lire")
      _ = try await town.signIn(second)
      if policy == .accentsShareNumbers {
        await #expect(throws: SignInRefusal.refused) { try await town.signIn("amelie.lire") }
      }
    }
  }

  @Test func `F10: the password cannot be the login that the town makes at the end`() async throws {
    let town = try Town()
    let refusal = try await #require(throws: PasswordRefusal.self) {
      try await town.form("Maximilien", "Dupont", password: "maximilien.dupont")
    }
    #expect(refusal == .equalsLogin)
    _ = try await town.register("Maximilien", "Dupont")
    // Whatever number it will get.
    for password in ["maximilien.dupont2", "Maximilien.DUPONT17"] {
      await #expect(throws: PasswordRefusal.equalsLogin) {
        try await town.form("Maximilien", "Dupont", password: password)
      }
    }
  }

  @Test func `F03, F10, F11: a password and an answer chosen before the name and the address are judged again`()
    async throws
  {
    let town = try Town()
    var form = RegistrationForm()
    form.access = try await town.registration.access(
      NewPassword("Amélie.Bernardine", confirmation: "Amélie.Bernardine"), question: .firstPet,
      answer: "amelie@exemple.fr", form: form)
    #expect(form.gaps(in: .access).isEmpty)
    form.identity.firstName = Personal("Amélie")
    form.identity.lastName = Personal("Bernardine")
    #expect(form.gaps(in: .access).map(\.code) == ["registration.access-outdated"])
    form.contact.email = Personal("amelie@exemple.fr")
    let answer = try await town.solved()
    let key = try RequestKey("form-1")
    let refusal = try await #require(throws: RegistrationRefusal.self) {
      try await town.registration.send(form, key: key, captcha: answer, visitor: Town.visitor, at: now)
    }
    #expect(refusal.reasons.map(\.place) == ["access"])
    // Typed again, they are refused for what they are.
    let again = form
    await #expect(throws: PasswordRefusal.equalsLogin) {
      try await town.registration.access(
        NewPassword("Amélie.Bernardine", confirmation: "Amélie.Bernardine"), question: .firstPet, answer: "Médor",
        form: again)
    }
    let secret = NewPassword(Town.secret, confirmation: Town.secret)
    await #expect(throws: RecoveryAnswerRefusal.tooCommon) {
      try await town.registration.access(secret, question: .firstPet, answer: "Amelie@Exemple.fr", form: again)
    }
    form.access = try await town.registration.access(secret, question: .firstPet, answer: "Médor", form: form)
    #expect(form.gaps.isEmpty)
    form.contact.email = Personal("autre@exemple.fr")
    #expect(form.gaps(in: .access).map(\.code) == ["registration.access-outdated"])
    form.contact.email = Personal("amelie@exemple.fr")
    _ = try await town.registration.send(form, key: key, captcha: answer, visitor: Town.visitor, at: now)
  }

  @Test func `F11: the answer cannot be the password, and both are kept as hashes alone`() async throws {
    let town = try Town()
    await #expect(throws: RecoveryAnswerRefusal.tooCommon) {
      try await town.form("Amélie", "Lire", answer: "Correct  CHEVAL pile agrafe")
    }
    let form = try await town.form("Amélie", "Lire", answer: "Médor")
    let stored = try #require(String(data: JSONEncoder().encode(form), encoding: .utf8))
    #expect(!stored.localizedStandardContains("Médor") && !stored.contains(Town.secret))
    #expect(try JSONDecoder().decode(RegistrationForm.self, from: Data(stored.utf8)) == form)
  }

  @Test(arguments: [
    (#""preferred":"email""#, #""preferred":"0130483333""#), (#""household":[]"#, #""household":[{"0130483333":{}}]"#),
    (#""email":"amelie@exemple.fr""#, #""email":130483333"#),
  ])
  func `F15: a form that cannot be read is an error that shows nothing of it`(known: String, broken: String)
    async throws
  {
    let town = try Town()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var form = try await town.form("Amélie", "Lire")
    form.access = nil
    let stored = try #require(String(data: encoder.encode(form), encoding: .utf8))
    #expect(try JSONDecoder().decode(RegistrationForm.self, from: Data(stored.utf8)) == form)
    let changed = stored.replacing(known, with: broken)
    #expect(changed != stored)
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([RegistrationForm].self, from: Data("[\(changed)]".utf8))
    }
    var shown = "\(String(describing: error)) \(String(reflecting: error))"
    dump(error, to: &shown)
    #expect(!shown.contains("30483333") && !shown.contains("exemple"))
  }

  @Test func `F10: the confirmation must be the same, in whatever normal form`() async throws {
    let town = try Town()
    let form = RegistrationForm()
    await #expect(throws: PasswordRefusal.confirmationDiffers) {
      try await town.registration.access(
        NewPassword(Town.secret, confirmation: Town.secret + " "), question: .firstPet, answer: "Médor", form: form)
    }
    _ = try await town.registration.access(
      NewPassword("\u{E9}t\u{E9} à la montagne", confirmation: "e\u{301}te\u{301} à la montagne"), question: .firstPet,
      answer: "Médor", form: form)
  }
}
