public import Foundation
public import WorkflowKernel

/// Signing in with login and password, or with the temporary password of a recovery (F12, F13).
public struct SignIn: Sendable {
  private let services: IdentityServices

  /// Takes what it works with.
  public init(_ services: IdentityServices) {
    self.services = services
  }

  /// Opens a session.
  ///
  /// - Parameters:
  ///   - login: what was typed as the login, in any normal form.
  ///   - password: what was typed as the password.
  ///   - visitor: who types, before it is known whose account it is.
  ///   - source: where it comes from.
  ///   - instant: the instant of the try.
  /// - Throws: ``SignInRefusal`` for every reason there may be; what a port throws when it is out of order.
  public func signIn(
    login: String, password: String, visitor: VisitorID, from source: Source, at instant: Date
  ) async throws -> OpenedSession {
    let entrance = Entrance(services: services, context: Context(instant: instant, principal: .visitor(visitor)))
    let (loginDoor, sourceDoor) = (entrance.door(ofLogin: login), entrance.door(.source, of: source))
    let admission = try await entrance.knock(atLogin: loginDoor, atSource: sourceDoor)
    let record = try await entrance.account(of: try? Login(enforcing: login))
    let recovery = try await entrance.recovery(ofSecret: password)
    let stored = admission.isWhole ? record?.state.credentials?.password : nil
    let verdict = try await entrance.compare(try? Password(enforcing: password), with: stored)

    guard let record, let credentials = record.state.credentials else { throw SignInRefusal.refused }
    if let recovery, isTemporaryPassword(recovery, for: entrance.subject(record)) {
      let opened = try await redeem(recovery, of: record.id, generation: credentials.generation, entrance)
      // Such a password opens at a door that is shut, too: only a try that was counted is taken back.
      if admission.isWhole { try await entrance.takeBack(loginDoor) }
      if admission.isSourceOpen { try await entrance.takeBack(sourceDoor) }
      return opened
    }
    guard verdict != .differs else { throw SignInRefusal.refused }
    let rehashed = verdict == .matchesOutdated ? try await rehash(password) : nil
    do {
      _ = try await services.accounts.send(
        .signIn(generation: credentials.generation, rehashed: rehashed.map { Drawn($0) }), to: record.id,
        in: Context(instant: instant, principal: .citizen(record.id)))
    } catch is AccountRefusal {
      // The password was changed, or the account closed, since it was compared.
      throw SignInRefusal.refused
    }
    try await entrance.clear(loginDoor)
    try await entrance.takeBack(sourceDoor)
    return try entrance.open(.account, on: record.id, generation: credentials.generation)
  }

  private func rehash(_ password: String) async throws -> PasswordHash {
    try await services.hasher.hash(Password(enforcing: password))
  }

  private func isTemporaryPassword(_ recovery: Record<RecoveryMachine>, for subject: RecoverySubject) -> Bool {
    guard case .mailed(let ticket) = recovery.state else { return false }
    return ticket.form == .temporaryPassword && ticket.subject == subject
  }

  /// Uses the temporary password up; it opens the change of password and nothing else.
  private func redeem(
    _ recovery: Record<RecoveryMachine>, of account: AccountID, generation: Int, _ entrance: Entrance
  ) async throws -> OpenedSession {
    do {
      _ = try await services.recoveries.send(.redeem, to: recovery.id, in: entrance.context)
    } catch is RecoveryRefusal {
      throw SignInRefusal.refused
    }
    return try entrance.open(.passwordChange(recovery.id), on: account, generation: generation)
  }
}

/// Why somebody is not signed in.
@nonexhaustive
public enum SignInRefusal: ExplainableRefusal, CaseIterable {
  /// The login is unknown, the password wrong, the account closed, or there were too many tries: which, is not said.
  case refused

  /// The stable code.
  public var code: String { "sign-in.refused" }
}
