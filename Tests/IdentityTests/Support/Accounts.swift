import Foundation
import Identity

/// An account in each of its states, made by the machine alone.
struct SampleAccounts {
  let machine: AccountMachine
  let profile: Profile

  static let id = AccountID("account-1")
  static let holder = Principal.citizen(id)
  static let clerk = Principal.agent(Town.clerk)

  init(changes: AccountPolicy.Changes = .reviewed, passwordChange: AccountPolicy.PasswordChange = .anytime) throws {
    let calendar = TownCalendar(zone: try CivilZone(identifier: "Europe/Paris"))
    machine = AccountMachine(
      policy: AccountPolicy(
        services: ["etat-civil"], retention: try RetentionPolicy(calendar: calendar), changes: changes,
        passwordChange: passwordChange))
    profile = Profile(
      household: Household(responsible: try PersonName(first: "Amélie", last: "Lire")),
      contact: try Contact(email: EmailAddress("amelie@exemple.fr")))
  }

  func opening() throws -> AccountOpening {
    AccountOpening(
      account: Self.id, login: try Login(enforcing: "amélie.lire"), profile: profile, password: PasswordHash("hash-1"),
      question: .firstPet, answer: PasswordHash("answer-1"))
  }

  func move() throws -> ProfileChange {
    .address(try PostalAddress(street: "1 rue du Moulin", postalCode: "78280", town: "Guyancourt"))
  }

  func after(
    _ state: AccountState?, _ event: AccountEvent, by principal: Principal, at instant: Date = Town.noon
  ) throws(AccountRefusal) -> Transition<AccountState, Notice> {
    try machine.transition(from: state, on: event, in: Context(instant: instant, principal: principal))
  }

  func state(_ name: AccountState.StateName) throws -> AccountState {
    switch name {
    case .enAttente: try after(nil, .open(opening()), by: .visitor(Town.visitor)).state
    case .valide: try after(state(.enAttente), .validate, by: Self.clerk).state
    case .modifie: try after(state(.valide), .submit([move()]), by: Self.holder).state
    case .invalide: try after(state(.enAttente), .refuse(reason: Personal("Doublon")), by: Self.clerk).state
    case .ferme: try after(state(.valide), .close(.byHolder(generation: 1)), by: Self.holder).state
    case .efface: try after(state(.ferme), .erase, by: .system, at: Town.noon.adding(400 * 86_400)).state
    }
  }

  /// One event of each name that can be accepted somewhere, by the principal it belongs to.
  func events() throws -> [(event: AccountEvent, by: Principal)] {
    let contact = try Contact(email: EmailAddress("autre@exemple.fr"))
    return [
      (.open(try opening()), .visitor(Town.visitor)), (.validate, Self.clerk),
      (.refuse(reason: Personal("Doublon")), Self.clerk),
      (
        .submit([.household(.addAdult(Adult(id: "p", name: try PersonName(first: "Paul", last: "Lire"))))]), Self.holder
      ),
      (.accept, Self.clerk), (.reject(reason: Personal("Illisible")), Self.clerk),
      (.changeContact(contact, generation: 1), Self.holder),
      (.changeQuestion(.firstJob, answer: Drawn(PasswordHash("answer-2")), generation: 1), Self.holder),
      (.changePassword(Drawn(PasswordHash("hash-2")), proof: .current(generation: 1)), Self.holder),
      (.signIn(generation: 1, rehashed: nil), Self.holder), (.warn, .system),
      (.close(.byHolder(generation: 1)), Self.holder), (.erase, .system), (.consult, Self.clerk),
    ]
  }
}
