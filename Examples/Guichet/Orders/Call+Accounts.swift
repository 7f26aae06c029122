import DemarcheWorkflow
import Identity

extension Call {
  /// The account of the citizen who speaks; only a visitor is told to create one.
  func account() throws -> AccountID {
    switch context.principal {
    case .citizen(let account): return account
    case .visitor: throw DemarcheRefusal.accountRequired
    case .agent, .system: throw AccountRefusal.notAllowed
    }
  }

  /// What a web host finds for the cookie of the line: nobody speaks in a session that is another's.
  func session(in town: TownHall) throws -> Session {
    let token = try arguments.string("session")
    guard let session = town.accounts.pages.session(ofToken: token) else {
      throw LineFault.unknownThing("La session", token)
    }
    switch (session.principal, context.principal) {
    case (.some(let owner), let speaker) where owner == speaker: return session
    // Who has only a temporary password speaks as a visitor, until another one is chosen.
    case (nil, .visitor), (nil, .citizen(session.account)): return session
    case _: throw AccountRefusal.notAllowed
    }
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
    let state = answer.state.name
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
