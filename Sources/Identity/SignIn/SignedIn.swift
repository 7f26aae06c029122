public import Foundation
public import WorkflowKernel

/// What a signed-in citizen does with their account: use it, change it, change how it is entered, close it.
public struct SignedIn: Sendable {
  private let services: IdentityServices
  private let session: Session

  /// Takes what it works with, and the session that the host found for the cookie.
  public init(_ services: IdentityServices, session: Session) {
    self.services = services
    self.session = session
  }

  /// The session after one more use, and the account it opens.
  ///
  /// - Throws: ``SessionRefusal``.
  public func use(at instant: Date) async throws -> (session: Session, account: Record<AccountMachine>) {
    guard session.scope == .account else { throw SessionRefusal.tooNarrow }
    return try await open(at: instant)
  }

  /// « Modifier mon mot de passe »: the current one, the new one twice (F10).
  ///
  /// Every other session ends.
  ///
  /// - Parameters:
  ///   - current: the current password, as typed.
  ///   - new: the new password and its confirmation.
  ///   - instant: the instant of the order.
  /// - Returns: a session under the new password, for this browser.
  /// - Throws: ``SessionRefusal``, ``PasswordChangeRefusal``, ``PasswordRefusal``, ``AccountRefusal``.
  public func changePassword(
    from current: String, to new: NewPassword, at instant: Date
  ) async throws -> OpenedSession {
    let record = try await use(at: instant).account
    let generation = try await confirm(current, on: record, at: instant)
    let hash = try await services.hash(new, for: record)
    return try await set(hash, proof: .current(generation: generation), on: record, at: instant)
  }

  /// Ends a recovery by temporary password: the new password twice, and nothing else can be done in this session.
  ///
  /// - Returns: a session under the new password, for this browser.
  /// - Throws: ``SessionRefusal``, ``PasswordRefusal``, ``RecoveryRefusal``, ``AccountRefusal``.
  public func endRecovery(with new: NewPassword, at instant: Date) async throws -> OpenedSession {
    guard case .passwordChange(let recovery) = session.scope else { throw RecoveryRefusal.over }
    let record = try await open(at: instant).account
    let hash = try await services.hash(new, for: record)
    try await services.complete(recovery, in: Context(instant: instant, principal: .citizen(record.id)))
    return try await set(hash, proof: .recovery(generation: session.generation), on: record, at: instant)
  }

  /// « Modifier ma question/réponse » (F11).
  ///
  /// Every other session ends, and every secret that was mailed.
  ///
  /// - Returns: this session, which goes on: the host keeps it in the place of the one before.
  /// - Throws: ``SessionRefusal``, ``PasswordChangeRefusal``, ``RecoveryAnswerRefusal``, ``AccountRefusal``.
  public func changeQuestion(
    to question: RecoveryQuestion, answer: String, password: String, at instant: Date
  ) async throws -> Session {
    let (session, record) = try await use(at: instant)
    let generation = try await confirm(password, on: record, at: instant)
    let chosen = try RecoveryAnswer(
      choosing: answer, login: record.state.login, email: record.state.profile?.contact.email, password: password)
    let hash = Drawn(try await services.hasher.hash(chosen.text))
    let state = try await order(.changeQuestion(question, answer: hash, generation: generation), at: instant)
    try await services.forgetLetters(to: record.id, at: instant)
    return session.continued(under: state.credentials)
  }

  /// Changes how the holder is reached: the recovery letters go there, so the password is asked for (ASVS 7.5.1).
  ///
  /// With another e-mail address every other session ends, and every secret that was mailed to the one before.
  ///
  /// - Returns: this session, which goes on: the host keeps it in the place of the one before.
  /// - Throws: ``SessionRefusal``, ``PasswordChangeRefusal``, ``AccountRefusal``.
  public func changeContact(to contact: Contact, password: String, at instant: Date) async throws -> Session {
    let (session, record) = try await use(at: instant)
    let generation = try await confirm(password, on: record, at: instant)
    let state = try await order(.changeContact(contact, generation: generation), at: instant)
    if state.credentials?.generation != generation { try await services.forgetLetters(to: record.id, at: instant) }
    return session.continued(under: state.credentials)
  }

  /// « Modifier mon compte »: members and civil data, all of them or none (F07, F08).
  ///
  /// - Throws: ``SessionRefusal``, ``AccountRefusal``.
  @discardableResult
  public func change(_ changes: [ProfileChange], at instant: Date) async throws -> AccountState {
    _ = try await use(at: instant)
    return try await order(.submit(changes), at: instant)
  }

  /// Closes the account; its data are erased at the end of their retention.
  ///
  /// - Throws: ``SessionRefusal``, ``PasswordChangeRefusal``, ``AccountRefusal``.
  public func close(password: String, at instant: Date) async throws {
    let record = try await use(at: instant).account
    let generation = try await confirm(password, on: record, at: instant)
    try await order(.close(.byHolder(generation: generation)), at: instant)
  }

  /// Compares the current password at the login's door, like any other try.
  private func confirm(_ password: String, on record: Record<AccountMachine>, at instant: Date) async throws -> Int {
    let entrance = Entrance(services: services, context: Context(instant: instant, principal: .citizen(record.id)))
    let door = entrance.door(ofLogin: record.state.login?.text.value ?? "")
    let isOpen = try await entrance.knock(.login, at: door)
    let verdict = try await entrance.compare(
      try? Password(enforcing: password), with: isOpen ? record.state.credentials?.password : nil)
    guard verdict != .differs, let credentials = record.state.credentials else {
      throw PasswordChangeRefusal.currentInvalid
    }
    try await entrance.takeBack(door)
    return credentials.generation
  }

  private func set(
    _ hash: PasswordHash, proof: PasswordProof, on record: Record<AccountMachine>, at instant: Date
  ) async throws -> OpenedSession {
    let state = try await services.setPassword(hash, proof: proof, of: record, at: instant)
    let entrance = Entrance(services: services, context: Context(instant: instant, principal: .citizen(record.id)))
    return try entrance.open(.account, on: record.id, generation: state.credentials?.generation ?? 0)
  }

  @discardableResult
  private func order(_ event: AccountEvent, at instant: Date) async throws -> AccountState {
    let context = Context(instant: instant, principal: .citizen(session.account))
    return try await services.accounts.send(event, to: session.account, in: context).state
  }

  private func open(at instant: Date) async throws -> (session: Session, account: Record<AccountMachine>) {
    guard let record = try await services.accounts.store.load(session.account) else { throw SessionRefusal.revoked }
    let used = try session.used(credentials: record.state.credentials, at: instant, policy: services.sessions)
    return (used, record)
  }
}
