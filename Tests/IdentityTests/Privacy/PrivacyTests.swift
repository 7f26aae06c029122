import Foundation
import Identity
import Testing

struct PrivacyTests {
  private let now = Town.noon

  /// Everything personal that the sample family has.
  private static let personal = [
    "Amélie", "Lire", "Noé", "1987-03-02", "2020-05-04", "rue du Moulin", "78280", "Guyancourt", "0130483333",
    "exemple.fr", "amélie.lire",
  ]

  private func family(_ accounts: SampleAccounts) throws -> AccountOpening {
    let amelie = try PersonName(first: "Amélie", last: "Lire")
    let noe = try PersonName(first: "Noé", last: "Lire")
    let household = try Household(responsible: amelie)
      .applying(.changeAdult(Adult(id: .holder, name: amelie, birthDate: Personal(CivilDate(iso: "1987-03-02")))))
      .applying(
        .addChild(
          Child(id: "n", birth: .born(name: noe, on: Personal(CivilDate(iso: "2020-05-04"))), responsibles: [.holder])))
    let profile = Profile(
      household: household,
      address: try PostalAddress(street: "1 rue du Moulin", postalCode: "78280", town: "Guyancourt"),
      contact: try Contact(
        email: EmailAddress("amelie@exemple.fr"), telephone: TelephoneNumber("0130483333"), preferred: .telephone))
    return AccountOpening(
      account: SampleAccounts.id, login: try Login(enforcing: "amélie.lire"), profile: profile,
      password: PasswordHash("hash-1"), question: .firstPet, answer: PasswordHash("answer-1"))
  }

  /// The family's account in every state that still knows it.
  private func states(_ accounts: SampleAccounts) throws -> [AccountState] {
    let open = try accounts.after(nil, .open(family(accounts)), by: .visitor(Town.visitor)).state
    let valid = try accounts.after(open, .validate, by: SampleAccounts.clerk).state
    let adult = Adult(id: "p", name: try PersonName(first: "Paul", last: "Lire"))
    return [
      open, valid,
      try accounts.after(valid, .submit([.household(.addAdult(adult))]), by: SampleAccounts.holder).state,
      try accounts.after(open, .refuse(reason: Personal("Adresse de Noé")), by: SampleAccounts.clerk).state,
      try accounts.after(valid, .close(.byTown(Personal("Départ de Noé"))), by: SampleAccounts.clerk).state,
    ]
  }

  private func printed(_ value: Any) -> String {
    var text = "\(value) \(String(reflecting: value))"
    dump(value, to: &text)
    return text
  }

  @Test func `F15: nothing personal is printed by a state, an order, an effect, a refusal or a form`() async throws {
    let accounts = try SampleAccounts()
    var texts = [printed(try family(accounts)), printed(try accounts.events())]
    for state in try states(accounts) {
      texts.append(printed(state))
      texts.append(printed(accounts.machine.facets(of: state)))
      texts.append(printed(try accounts.machine.view(of: state, for: SampleAccounts.clerk)))
    }
    let opened = try accounts.after(nil, .open(family(accounts)), by: .visitor(Town.visitor))
    texts.append(printed(opened.effects))
    texts.append(
      printed(HouseholdRefusal.onlyResponsible(Personal("Amélie Lire"), of: Personal("Noé Lire")).description))
    texts.append(printed(AccountRefusal.household(.responsiblesCount(Personal("Noé Lire")))))
    let town = try Town()
    texts.append(printed(try await town.form("Amélie", "Lire")))
    texts.append(printed(NewPassword(Town.secret, confirmation: Town.secret)))
    _ = try await town.validated()
    texts.append(printed(try await town.signIn()))
    texts.append(printed(try Password(enforcing: Town.secret)))
    texts.append(printed(try RecoveryAnswer(choosing: "Médor")))
    for text in texts {
      for datum in Self.personal + ["Médor", "médor", Town.secret, "hash-1", "answer-1"] where text.contains(datum) {
        Issue.record("\(datum) is printed")
      }
    }
  }

  @Test func `F15: the journal says who, when and what, and nothing personal`() async throws {
    let town = try Town()
    let id = try await town.validated()
    _ = try await town.signIn()
    let lines = try #require(String(data: JSONEncoder().encode(town.accounts.journal(of: id)), encoding: .utf8))
    for datum in Self.personal + [Town.secret, "192.0.2.7"] { #expect(!lines.contains(datum)) }
  }

  @Test func `F15: an account is read by its holder and by the services in charge, and nobody reads a hash`() throws {
    let accounts = try SampleAccounts()
    for state in try states(accounts) {
      for stranger: Principal in [.visitor(Town.visitor), .citizen("another"), .agent(Town.stranger), .system] {
        #expect(throws: AccountRefusal.notAllowed) { try accounts.machine.view(of: state, for: stranger) }
      }
      let own = try accounts.machine.view(of: state, for: SampleAccounts.holder)
      let seen = try accounts.machine.view(of: state, for: SampleAccounts.clerk)
      #expect(own.profile == seen.profile && own.login == seen.login)
      #expect(own.question == state.credentials?.question && seen.question == nil)
    }
    #expect(throws: AccountRefusal.notAllowed) {
      try accounts.machine.view(of: accounts.state(.efface), for: SampleAccounts.holder)
    }
    #expect(throws: AccountRefusal.unknown) {
      try accounts.machine.view(of: accounts.state(.efface), for: SampleAccounts.clerk)
    }
  }

  @Test func `F15: every consultation by an agent is journaled, and changes nothing else`() async throws {
    let town = try Town()
    let id = try await town.validated()
    let before = try town.state(id)
    let consultation = Consultation(town.services.accounts)
    let view = try await consultation.open(id, by: Town.clerk, at: now.adding(60))
    #expect(view.login.text.value == "amélie.lire")
    #expect(try town.state(id) == before)
    let line = try #require(town.accounts.journal(of: id).last)
    #expect(line.event == .consult && line.actor == .agent("agent-1") && line.instant == now.adding(60))
    await #expect(throws: AccountRefusal.notAllowed) {
      try await consultation.open(id, by: Town.stranger, at: now.adding(61))
    }
    #expect(town.accounts.journal(of: id).count == 3)
  }

  @Test func `F15: the journal of an account is read by its holder and the agents in charge, and by nobody else`()
    async throws
  {
    let town = try Town()
    let id = try await town.validated()
    let consultation = Consultation(town.services.accounts)
    let lines = town.accounts.journal(of: id)
    let read = try await consultation.journal(of: id, as: .citizen(id), at: now)
    #expect(read.map(\.event) == lines.map(\.event) && read.map(\.instant) == lines.map(\.instant))
    #expect(read.map(\.by) == [.visitor, .agent] && read.map(\.to) == [.enAttente, .valide])
    for account in [id, "acc-none"] {
      for principal in [.citizen("acc-other"), .visitor(VisitorID(id.rawValue)), .agent(Town.stranger), .system]
        as [Principal]
      {
        await #expect(throws: AccountRefusal.notAllowed) {
          try await consultation.journal(of: account, as: principal, at: now)
        }
      }
    }
    #expect(town.accounts.journal(of: id) == lines)
  }

  @Test func `F15: the journal names agents to agents alone, and an agent's reading of it is one of its lines`()
    async throws
  {
    let town = try Town()
    let id = try await town.validated()
    let consultation = Consultation(town.services.accounts)
    let seen = try await consultation.journal(of: id, as: .agent(Town.clerk), at: now.adding(60))
    #expect(seen.map(\.agent) == [nil, "agent-1", "agent-1"])
    #expect(seen.last?.event == .consult && seen.last?.instant == now.adding(60))
    let own = try await consultation.journal(of: id, as: .citizen(id), at: now.adding(61))
    #expect(own.map(\.event) == [.open, .validate, .consult])
    #expect(own.map(\.by) == [.visitor, .agent, .agent])
    #expect(own.allSatisfy { $0.agent == nil } && !printed(own).contains("agent-1"))
    await #expect(throws: AccountRefusal.unknown) {
      try await consultation.journal(of: "acc-none", as: .agent(Town.clerk), at: now)
    }
  }

  @Test func `F52: the journal of an erased account is read, and names nobody but agents`() async throws {
    let town = try Town()
    let id = try await town.validated()
    try await town.order(.close(.byTown(Personal("Doublon"))), id, by: .agent(Town.clerk))
    let later = now.adding(400 * 86_400)
    try await town.order(.erase, id, by: .system, at: later)
    let consultation = Consultation(town.services.accounts)
    let lines = try await consultation.journal(of: id, as: .agent(Town.clerk), at: later)
    #expect(lines.map(\.event) == [.open, .validate, .close, .erase])
  }

  @Test func `F06: the agents in charge find the accounts that wait for them, others find nothing`() async throws {
    let town = try Town()
    let first = try await town.register("Jean", "Dupont")
    let second = try await town.register("Jean", "Dupont", at: now.adding(60))
    _ = try await town.validated()
    let consultation = Consultation(town.services.accounts)
    #expect(try await consultation.list(.enAttente, for: Town.clerk).accounts == [second, first])
    await #expect(throws: AccountRefusal.notAllowed) { try await consultation.list(.enAttente, for: Town.stranger) }
  }

  @Test func `F52: the export holds every datum that the state holds, but no hash`() throws {
    let accounts = try SampleAccounts()
    for state in try states(accounts) {
      let export = try JSONSerialization.jsonObject(with: PersonalExport(of: state, journal: []).json())
      let exported = Self.leaves(export)
      let stored = Self.leaves(try JSONSerialization.jsonObject(with: JSONEncoder().encode(state)))
      let hashes: Set = ["hash-1", "answer-1"]
      #expect(stored.subtracting(hashes).isSubset(of: exported), "\(stored.subtracting(hashes).subtracting(exported))")
      #expect(exported.isDisjoint(with: hashes))
    }
    #expect(throws: AccountRefusal.unknown) { try PersonalExport(of: accounts.state(.efface), journal: []) }
  }

  /// Every text in a JSON value.
  ///
  /// Instants are written as texts in one and as numbers in the other, so numbers are left.
  private static func leaves(_ value: Any) -> Set<String> {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(leaves($1)) }
    case let object as [String: Any]: object.values.reduce(into: []) { $0.formUnion(leaves($1)) }
    case _: []
    }
  }

  @Test func `F52: the export tells every instant kept, and the holder who acted but not which agent`() async throws {
    let town = try Town()
    let id = try await town.validated()
    _ = try await town.signIn(at: now.adding(3600))
    let export = try PersonalExport(of: town.state(id), journal: town.accounts.journal(of: id)).json()
    let text = try #require(String(data: export, encoding: .utf8))
    for expected in [
      #""openedAt" : "2026-02-18T11:00:00Z""#, #""validatedAt" : "2026-02-18T11:00:00Z""#,
      #""usedAt" : "2026-02-18T12:00:00Z""#, #""order" : "validate""#, #""by" : "agent""#,
    ] { #expect(text.contains(expected), "\(expected) is missing") }
    #expect(!text.contains("agent-1"))
  }
}
