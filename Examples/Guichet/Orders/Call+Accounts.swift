import Foundation
import Identity

extension Call {
  /// What a web host finds for the cookie of the line.
  func session(in town: TownHall) throws -> Session {
    let token = try arguments.string("session")
    guard let session = town.accounts.pages.session(ofToken: token) else {
      throw LineFault.unknownThing("La session", token)
    }
    return session
  }

  /// The citizen behind the session of the line.
  func signedIn(in town: TownHall) throws -> SignedIn {
    SignedIn(town.accounts.services, session: try session(in: town))
  }

  /// The account that the session opens, the session being used once more.
  func ownAccount(in town: TownHall) async throws -> Record<AccountMachine> {
    let (session, record) = try await signedIn(in: town).use(at: context.instant)
    town.accounts.pages.keep(session)
    return record
  }

  /// Keeps a session as a host keeps its cookie's.
  func opened(_ opened: OpenedSession, in town: TownHall, saying text: String) -> Outcome {
    town.accounts.pages.keep(opened.session)
    let scope =
      switch opened.session.scope {
      case .account: "account"
      case .passwordChange: "password-change"
      }
    return Outcome(
      [
        "account": .string(opened.session.account.rawValue), "session": .string(opened.token.value),
        "scope": .string(scope),
      ], text)
  }

  /// Gives an agent's order to the account named in the line.
  func account(_ event: AccountEvent, in town: TownHall, saying text: String) async throws -> Outcome {
    let id = AccountID(try arguments.string("account"))
    let answer = try await town.accounts.services.accounts.send(event, to: id, key: key, expecting: seen, in: context)
    let state = AccountMachine.name(of: answer.state)
    return Outcome(
      [
        "account": .string(id.rawValue), "state": .string(state.rawValue), "repeat": .bool(answer.isRepeat),
        "revision": .integer(answer.record.revision.rawValue),
      ], answer.isRepeat ? "Déjà fait\u{A0}: rien n’a changé." : text, "Compte\u{A0}: \(state.label).")
  }

  var visitor: VisitorID {
    if case .visitor(let id) = context.principal { id } else { "visite" }
  }

  var source: Source { Source(arguments.optionalString("source") ?? "192.0.2.1") }

  var newPassword: NewPassword {
    get throws { NewPassword(try arguments.string("new"), confirmation: try arguments.string("confirmation")) }
  }

  func reason() throws -> Personal<String> { Personal(try arguments.string("reason")) }
}

extension Arguments {
  /// The new contact of a line.
  func contact() throws -> Contact {
    try Contact(
      email: try EmailAddress(try string("email")),
      telephone: try optionalString("telephone").map { try TelephoneNumber($0) },
      preferred: try preferred() ?? .email)
  }

  func preferred() throws(LineFault) -> Contact.Means? {
    self["preferred"] == nil ? nil : try choice("preferred", Contact.Means.self)
  }

  func birthDate() -> Personal<CivilDate>? { optionalDay("birthDate").map { Personal($0) } }

  func address() throws -> PostalAddress {
    try PostalAddress(
      street: try string("street"), postalCode: try string("postalCode"), town: try string("town"))
  }

  /// An adult as the line describes them.
  func adult() throws -> Adult {
    let name = try PersonName(first: try string("firstName"), last: try string("lastName"))
    return Adult(id: MemberID(try string("member")), name: name, birthDate: birthDate())
  }

  /// A child as the line describes it; without a first name, it is expected.
  func child() throws -> Child {
    let responsibles = strings("responsibles").map { MemberID($0) }
    let id = MemberID(try string("member"))
    guard let first = optionalString("firstName") else {
      return Child(id: id, birth: .expected(on: birthDate()), responsibles: responsibles)
    }
    let name = try PersonName(first: first, last: try string("lastName"))
    return Child(id: id, birth: .born(name: name, on: Personal(try day("birthDate"))), responsibles: responsibles)
  }
}

extension AccountState.StateName {
  /// The state as citizens read it.
  var label: String {
    switch self {
    case .enAttente: "en attente"
    case .valide: "valide"
    case .modifie: "modifié"
    case .invalide: "invalide"
    case .ferme: "fermé"
    case .efface: "effacé"
    }
  }
}
