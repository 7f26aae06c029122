import Foundation
import WorkflowKernel

/// What the three entry points have in common: each step is taken whoever knocks, so that neither the answer nor the
/// time nor the calls to the ports tell a known login from an unknown one (F12, F13).
struct Entrance: Sendable {
  let services: IdentityServices
  let context: Context

  /// Counts a try at a door before its outcome is known.
  func knock(_ kind: DoorKind, at door: DoorID) async throws -> Bool {
    try await services.doors.send(.knock(kind), to: door, in: context).state.isAdmitted
  }

  /// Counts a try at its two doors before its outcome is known, at the source's first.
  ///
  /// What the source's door turns away is no try on the login, whose door is only looked at: nobody locks a citizen out
  /// by keeping shut an address that they share.
  func knock(atLogin login: DoorID, atSource source: DoorID) async throws -> Admission {
    guard try await knock(.source, at: source) else {
      let state = try await services.doors.store.load(login)?.state
      let isOpen = services.doors.machine.admits(.login, at: state, at: context.instant)
      return Admission(isLoginOpen: isOpen, isSourceOpen: false)
    }
    return Admission(isLoginOpen: try await knock(.login, at: login), isSourceOpen: true)
  }

  /// Which of the two doors of a try were open.
  struct Admission {
    let isLoginOpen: Bool
    let isSourceOpen: Bool

    /// Whether the try was counted at both, and may be compared.
    var isWhole: Bool { isLoginOpen && isSourceOpen }
  }

  /// Starts a door's count again, after a success that concerns it alone.
  func clear(_ door: DoorID) async throws {
    _ = try await services.doors.send(.clear, to: door, in: context)
  }

  /// Starts a door's count again, where anybody has ever knocked.
  func clearIfCounted(_ door: DoorID) async throws {
    if try await services.doors.store.load(door) != nil { try await clear(door) }
  }

  /// Takes back the one try that was right, at a door that others use.
  func takeBack(_ door: DoorID) async throws {
    _ = try await services.doors.send(.takeBack, to: door, in: context)
  }

  /// The account of a login, if it can be entered.
  ///
  /// Two reads are made even where the first one finds nothing.
  func account(of login: Login?) async throws -> Record<AccountMachine>? {
    let machine = services.accounts.machine
    let claim = login.map(machine.claim) ?? Claim("login", "")
    let record = try await account(services.accounts.store.holder(of: claim))
    guard let login, record?.state.login == login else { return nil }
    return record
  }

  /// The account, if it can be entered.
  func account(_ id: AccountID?) async throws -> Record<AccountMachine>? {
    let record = try await services.accounts.store.load(id ?? "nobody")
    return record?.state.credentials == nil ? nil : record
  }

  /// The recovery that a typed secret belongs to.
  ///
  /// Two reads are made even where the first one finds nothing.
  func recovery(ofSecret typed: String) async throws -> Record<RecoveryMachine>? {
    // A mailed secret has 26 characters.
    let digest = MailedSecret.digest(of: typed.utf8.count <= 64 ? typed : "", under: services.pepper)
    let id = try await services.recoveries.store.holder(of: RecoveryMachine.claim(on: digest))
    guard let record = try await services.recoveries.store.load(id ?? "nothing"),
      case .mailed(let ticket) = record.state, ticket.digest == digest, context.instant < ticket.until
    else { return nil }
    return record
  }

  /// Whose recovery it would be now.
  func subject(_ record: Record<AccountMachine>?) -> RecoverySubject {
    guard let record, let credentials = record.state.credentials else { return .nobody }
    return .account(record.id, generation: credentials.generation)
  }

  /// Compares once, with the stored hash or with the decoy; only the stored one can match.
  func compare(_ secret: Password?, with stored: PasswordHash?) async throws -> HashVerdict {
    let verdict = try await services.hasher.verify(
      secret ?? Password(unchecked: "?"), against: stored ?? services.hasher.decoy)
    return secret == nil || stored == nil ? .differs : verdict
  }

  /// The door of a login; what cannot be a login has its door too, one for all that is too long for one.
  func door(ofLogin typed: String) -> DoorID {
    let text = (try? Login(enforcing: typed))?.text.value ?? (typed.utf8.count <= Login.bytesMax ? typed : "")
    return DoorID(.login, services.pepper.seal(text, for: .login))
  }

  /// The door of the recovery letters to an account.
  func door(ofLettersTo account: AccountID) -> DoorID {
    DoorID(.letters, services.pepper.seal(account.rawValue, for: .account))
  }

  /// A door of a source.
  func door(_ kind: DoorKind, of source: Source) -> DoorID {
    DoorID(kind, services.pepper.seal(source.text.value, for: .source))
  }

  /// Opens a session under a fresh token.
  func open(_ scope: Session.Scope, on account: AccountID, generation: Int) throws -> OpenedSession {
    let token = try Nonce(from: services.random).hexadecimal
    let session = Session(
      id: Session.id(ofToken: token.value), account: account, scope: scope, generation: generation,
      at: context.instant)
    return OpenedSession(token: token, session: session)
  }
}

extension Session {
  /// What a token is found by; 256 random bits need no slow hash.
  public static func id(ofToken token: String) -> Digest { Digest(of: "session", token) }
}
