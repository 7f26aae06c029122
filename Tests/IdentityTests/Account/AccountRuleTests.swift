import Foundation
import Identity
import Testing

struct AccountRuleTests {
  private let accounts: SampleAccounts

  init() throws { accounts = try SampleAccounts() }

  private func sentence(_ refusal: AccountRefusal) -> String { Wordings.identity.explain(refusal).message }

  @Test func `F06: before validation nothing of the account is changed, and the sentence of the FAQ says so`() throws {
    for name in [AccountState.StateName.enAttente, .invalide] {
      let state = try accounts.state(name)
      let refusal = try #require(throws: AccountRefusal.self) {
        try accounts.after(state, .submit([accounts.move()]), by: SampleAccounts.holder)
      }
      #expect(refusal == .notValid)
      #expect(sentence(refusal) == "Vous ne pouvez modifier votre compte que si son état est valide")
    }
  }

  @Test func `F06: a refusal needs a reason, keeps it and tells it`() throws {
    let waiting = try accounts.state(.enAttente)
    for blank in ["", " \u{A0}"] {
      #expect(throws: AccountRefusal.reasonMissing) {
        try accounts.after(waiting, .refuse(reason: Personal(blank)), by: SampleAccounts.clerk)
      }
    }
    let refused = try accounts.after(waiting, .refuse(reason: Personal("Doublon")), by: SampleAccounts.clerk)
    #expect(refused.effects == [Notice(to: .account(SampleAccounts.id), "account.refused", arguments: ["Doublon"])])
    #expect(
      try accounts.machine.view(of: refused.state, for: SampleAccounts.holder).reason == Personal("Doublon"))
  }

  @Test func `F08: a change waits for the town, and a second one meanwhile is refused`() throws {
    let reviewed = try accounts.state(.modifie)
    #expect(reviewed.profile == accounts.profile)
    let refusal = try #require(throws: AccountRefusal.self) {
      try accounts.after(reviewed, .submit([accounts.move()]), by: SampleAccounts.holder)
    }
    #expect(sentence(refusal) == "Vous avez déjà une demande de modification en cours")
  }

  @Test func `F08: accepted, the change stands; rejected, the old data stand and the account is valid again`() throws {
    let reviewed = try accounts.state(.modifie)
    let accepted = try accounts.after(reviewed, .accept, by: SampleAccounts.clerk)
    #expect(accepted.state.profile?.address?.town == Personal("Guyancourt"))
    #expect(accepted.effects.map(\.code) == ["account.change-accepted"])
    let rejected = try accounts.after(reviewed, .reject(reason: Personal("Illisible")), by: SampleAccounts.clerk)
    #expect(rejected.state.name == .valide)
    #expect(rejected.state.profile == accounts.profile)
    #expect(
      rejected.effects
        == [Notice(to: .account(SampleAccounts.id), "account.change-rejected", arguments: ["Illisible"])])
    #expect(throws: AccountRefusal.reasonMissing) {
      try accounts.after(reviewed, .reject(reason: Personal(" ")), by: SampleAccounts.clerk)
    }
  }

  @Test func `F08: as policy, a change is done at once`() throws {
    let accounts = try SampleAccounts(changes: .immediate)
    let changed = try accounts.after(
      accounts.state(.valide), .submit([accounts.move()]), by: SampleAccounts.holder)
    #expect(changed.state.name == .valide)
    #expect(changed.state.profile?.address?.town == Personal("Guyancourt"))
  }

  @Test func `F07: a change set is taken whole or not at all`() throws {
    let valid = try accounts.state(.valide)
    let refusal = try #require(throws: AccountRefusal.self) {
      try accounts.after(
        valid, .submit([accounts.move(), .household(.remove("nobody"))]), by: SampleAccounts.holder)
    }
    #expect(refusal == .household(.unknownMember))
    #expect(refusal.code == "household.unknown-member")
    for nothing: [ProfileChange] in [[], [.household(.changeAdult(accounts.profile.holder))]] {
      #expect(throws: AccountRefusal.nothingToChange) {
        try accounts.after(valid, .submit(nothing), by: SampleAccounts.holder)
      }
    }
  }

  @Test func `F01: both addresses are told of a change of contact; a new telephone is told once`() throws {
    let valid = try accounts.state(.valide)
    let moved = try Contact(email: EmailAddress("autre@exemple.fr"))
    let told = try accounts.after(valid, .changeContact(moved, generation: 1), by: SampleAccounts.holder).effects
    #expect(
      told.map(\.addressee) == [
        .contact(.email(Personal("amelie@exemple.fr"))), .contact(.email(Personal("autre@exemple.fr"))),
      ])
    let called = try Contact(
      email: EmailAddress("amelie@exemple.fr"), telephone: TelephoneNumber("0130483333"), preferred: .telephone)
    #expect(
      try accounts.after(valid, .changeContact(called, generation: 1), by: SampleAccounts.holder).effects.count == 1)
    #expect(throws: AccountRefusal.nothingToChange) {
      try accounts.after(
        valid, .changeContact(accounts.profile.contact, generation: 1), by: SampleAccounts.holder)
    }
  }

  @Test func `F10, F11: access is changed only under the password that was shown`() throws {
    let valid = try accounts.state(.valide)
    let contact = try Contact(email: EmailAddress("autre@exemple.fr"))
    let hash = Drawn(PasswordHash("new"))
    for event: AccountEvent in [
      .changePassword(hash, proof: .current(generation: 2)), .changePassword(hash, proof: .recovery(generation: 2)),
      .close(.byHolder(generation: 2)), .changeQuestion(.firstJob, answer: hash, generation: 0),
      .changeContact(contact, generation: 2), .signIn(generation: 2, rehashed: nil),
    ] {
      #expect(throws: AccountRefusal.accessChanged) { try accounts.after(valid, event, by: SampleAccounts.holder) }
    }
  }

  @Test func `F10: the password changes at any time, or as policy only once validated; a recovery always ends`() throws
  {
    let literal = try SampleAccounts(passwordChange: .onceValidated)
    let change = AccountEvent.changePassword(Drawn(PasswordHash("new")), proof: .current(generation: 1))
    let recovered = AccountEvent.changePassword(Drawn(PasswordHash("new")), proof: .recovery(generation: 1))
    for name in [AccountState.StateName.enAttente, .invalide] {
      let state = try literal.state(name)
      #expect(throws: AccountRefusal.notValid) { try literal.after(state, change, by: SampleAccounts.holder) }
      #expect(try literal.after(state, recovered, by: SampleAccounts.holder).state.credentials?.generation == 2)
      #expect(try accounts.after(state, change, by: SampleAccounts.holder).state.credentials?.generation == 2)
    }
    for name in [AccountState.StateName.valide, .modifie] {
      #expect(
        try literal.after(literal.state(name), change, by: SampleAccounts.holder).state.credentials?.generation == 2)
    }
  }

  @Test func `F15: an account obeys its holder, the services in charge and the system, each for their own orders`()
    throws
  {
    let strangers: [Principal] = [.visitor(Town.visitor), .citizen("another"), .agent(Town.stranger)]
    for name in AccountState.StateName.allCases {
      for (event, _) in try accounts.events() where AccountMachine.name(of: event) != .open {
        for stranger in strangers {
          let state = try accounts.state(name)
          #expect(throws: AccountRefusal.notAllowed) { try accounts.after(state, event, by: stranger) }
        }
      }
    }
    let valid = try accounts.state(.valide)
    let closings: [(ClosingOrder, Principal)] = [
      (.byTown(Personal("Doublon")), SampleAccounts.holder), (.unused, SampleAccounts.holder),
      (.byHolder(generation: 1), SampleAccounts.clerk), (.unused, SampleAccounts.clerk),
      (.byHolder(generation: 1), .system),
      (.byTown(Personal("Doublon")), .system),
    ]
    for (closing, principal) in closings {
      #expect(throws: AccountRefusal.notAllowed) { try accounts.after(valid, .close(closing), by: principal) }
    }
  }

  @Test func `F08: the reason of a rejected change is kept until another change is asked for`() throws {
    let rejected = try accounts.after(
      accounts.state(.modifie), .reject(reason: Personal("Illisible")), by: SampleAccounts.clerk
    ).state
    let view = try accounts.machine.view(of: rejected, for: SampleAccounts.holder)
    #expect(view.reason == Personal("Illisible"))
    let again = try accounts.after(rejected, .submit([accounts.move()]), by: SampleAccounts.holder).state
    #expect(try accounts.machine.view(of: again, for: SampleAccounts.holder).reason == nil)
    let accepted = try accounts.after(again, .accept, by: SampleAccounts.clerk).state
    #expect(try accounts.machine.view(of: accepted, for: SampleAccounts.holder).reason == nil)
  }

  @Test func `F06: a reason is visible and of 4,000 code points at most; its lines stay`() throws {
    let waiting = try accounts.state(.enAttente)
    func refuse(_ reason: String) throws {
      _ = try accounts.after(waiting, .refuse(reason: Personal(reason)), by: SampleAccounts.clerk)
    }
    for unfit in ["Doublon\u{202E}", "a\u{0}b", "a\u{E000}", String(repeating: "é", count: 4001)] {
      #expect(throws: AccountRefusal.reasonUnfit) { try refuse(unfit) }
    }
    try refuse("Pièce illisible :\nle justificatif.")
    try refuse(String(repeating: "é", count: 4000))
  }

  @Test func `F30: the journal says what entitled somebody to a new password, and who closed the account`() throws {
    let valid = try accounts.state(.valide)
    let hash = Drawn(PasswordHash("new"))
    for (event, reason) in [
      (AccountEvent.changePassword(hash, proof: .current(generation: 1)), "proof.current"),
      (.changePassword(hash, proof: .recovery(generation: 1)), "proof.recovery"),
      (.close(.byHolder(generation: 1)), "closing.by-holder"),
    ] {
      #expect(try accounts.after(valid, event, by: SampleAccounts.holder).reason == reason)
    }
  }

  @Test func `F52: a closed account holds no password and no answer`() throws {
    let closed = try accounts.after(
      accounts.state(.modifie), .close(.byTown(Personal("Doublon"))), by: SampleAccounts.clerk)
    #expect(closed.state.credentials == nil)
    let stored = try #require(String(data: JSONEncoder().encode(closed.state), encoding: .utf8))
    #expect(!stored.contains("hash-1") && !stored.contains("answer-1"))
    #expect(closed.effects.map(\.code) == ["account.closed-by-town"])
    #expect(closed.effects.first?.arguments.map(\.value) == ["Doublon"])
    #expect(closed.reason == "closing.by-town")
    #expect(throws: AccountRefusal.reasonMissing) {
      try accounts.after(accounts.state(.valide), .close(.byTown(Personal(""))), by: SampleAccounts.clerk)
    }
  }
}
