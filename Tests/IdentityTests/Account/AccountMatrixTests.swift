import Foundation
import Identity
import Testing

/// Every state times every order, against the table as the rules read (F06 to F08, "any → fermé").
struct AccountMatrixTests {
  /// What each order leads to, state by state; an order that is not named is refused.
  private static let table: [AccountState.StateName: [AccountEvent.EventName: AccountState.StateName]] = [
    .enAttente: [
      .validate: .valide, .refuse: .invalide, .changePassword: .enAttente, .signIn: .enAttente, .warn: .enAttente,
      .close: .ferme, .consult: .enAttente,
    ],
    .valide: [
      .submit: .modifie, .changeContact: .valide, .changeQuestion: .valide, .changePassword: .valide, .signIn: .valide,
      .warn: .valide, .close: .ferme, .consult: .valide,
    ],
    .modifie: [
      .accept: .valide, .reject: .valide, .changePassword: .modifie, .signIn: .modifie, .warn: .modifie,
      .close: .ferme, .consult: .modifie,
    ],
    .invalide: [
      .changePassword: .invalide, .signIn: .invalide, .warn: .invalide, .close: .ferme, .consult: .invalide,
    ],
    .ferme: [.erase: .efface, .consult: .ferme],
    .efface: [:],
  ]

  /// Late enough for a warning and an erasure to be due, early enough for nothing else.
  private static let later = Town.noon.adding(1090 * 86_400)

  @Test(arguments: AccountState.StateName.allCases)
  func `F06, F07, F08: every order in every state leads where the table says, or nowhere`(name: AccountState.StateName)
    throws
  {
    let accounts = try SampleAccounts()
    let state = try accounts.state(name)
    let events = try accounts.events()
    #expect(events.map { AccountMachine.name(of: $0.event) } == AccountEvent.EventName.allCases)
    for (event, principal) in events {
      let order = AccountMachine.name(of: event)
      let expected = Self.table[name]?[order]
      let reached = try? accounts.after(state, event, by: principal, at: Self.later).state
      #expect(reached?.name == expected, "\(order) in \(name)")
    }
  }

  @Test(arguments: AccountState.StateName.allCases)
  func `F06, F07, F08: what is permitted is what is accepted, for everybody`(name: AccountState.StateName) throws {
    let accounts = try SampleAccounts()
    let state = try accounts.state(name)
    let principals: [Principal] = [
      .visitor(Town.visitor), SampleAccounts.holder, .citizen("another"), SampleAccounts.clerk,
      .agent(Town.stranger), .system,
    ]
    for principal in principals {
      for instant in [Town.noon, Self.later] {
        let context = Context(instant: instant, principal: principal)
        let permitted = accounts.machine.permitted(in: state, for: context)
        for (event, _) in try accounts.events() {
          let order = AccountMachine.name(of: event)
          // Agents and the system close for reasons of their own.
          let own: AccountEvent =
            switch (event, principal) {
            case (.close, .agent): .close(.byTown(Personal("Doublon")))
            case (.close, .system): .close(.unused)
            case _: event
            }
          let isAccepted = (try? accounts.machine.transition(from: state, on: own, in: context)) != nil
          #expect(permitted.contains(order) == isAccepted, "\(order) in \(name) by \(principal.kind)")
        }
      }
    }
  }

  @Test func `F06: only a visitor opens an account, and only where there is none`() throws {
    let accounts = try SampleAccounts()
    let opening = AccountEvent.open(try accounts.opening())
    #expect(throws: AccountRefusal.notAllowed) { try accounts.after(nil, opening, by: SampleAccounts.clerk) }
    #expect(throws: AccountRefusal.unknown) { try accounts.after(nil, .warn, by: .system) }
    #expect(throws: AccountRefusal.impossible(in: .valide)) {
      try accounts.after(accounts.state(.valide), opening, by: .visitor(Town.visitor))
    }
  }
}
