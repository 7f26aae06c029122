public import Foundation
public import WorkflowKernel

/// « Je souhaite créer mon compte » (F03 to F05): the tab "access", the captcha, "Envoyer".
public struct Registration: Sendable {
  private let services: IdentityServices
  private let captcha: CaptchaGate

  /// Takes what it works with.
  public init(_ services: IdentityServices, captcha: CaptchaGate) {
    self.services = services
    self.captcha = captcha
  }

  /// Fills the tab "access": judges the password and the answer, and keeps their hashes.
  ///
  /// - Parameters:
  ///   - password: the password and its confirmation.
  ///   - question: the question chosen for recovery.
  ///   - answer: its answer.
  ///   - form: the form as filled so far; the names in it may not be the password, nor the e-mail address the answer.
  ///     Once they change, this tab must be filled again.
  /// - Throws: ``PasswordRefusal``, ``RecoveryAnswerRefusal``; what the hasher throws when it is out of order.
  public func access(
    _ password: NewPassword, question: RecoveryQuestion, answer: String, form: RegistrationForm
  ) async throws -> RegistrationForm.AccessTab {
    let login = try? form.name.map { try Login(of: $0) }
    let enforced = try password.enforced(under: services.passwords)
    try services.passwords.check(enforced, login: login, name: form.name)
    let chosen = try RecoveryAnswer(
      choosing: answer, login: login, email: form.email, password: enforced.text.value)
    return RegistrationForm.AccessTab(
      password: try await services.hasher.hash(enforced), question: question,
      answer: try await services.hasher.hash(chosen.text), judgedName: form.name, judgedEmail: form.email)
  }

  /// Shows the tab "Validation": a new challenge for this visitor.
  public func challenge(for visitor: VisitorID, at instant: Date) async throws -> CaptchaChallenge {
    try await captcha.issue(for: .registration, to: visitor, at: instant)
  }

  /// « Envoyer »: creates the account, once for one request key, and mails its login.
  ///
  /// - Parameters:
  ///   - form: what was entered.
  ///   - key: the same however often, and to however many servers, this registration is sent.
  ///   - answer: the answer to the challenge; a registration that was accepted before needs none again.
  ///   - visitor: who registers.
  ///   - instant: the instant of the order.
  /// - Returns: the account.
  /// - Throws: ``RegistrationRefusal``, ``CaptchaRefusal``, `SendRefusal`; what a port throws when it is out of order.
  public func send(
    _ form: RegistrationForm, key: RequestKey, captcha answer: CaptchaAnswer, visitor: VisitorID, at instant: Date
  ) async throws -> Record<AccountMachine> {
    let (profile, base, access) = try form.read()
    if try await services.accounts.store.entry(for: key) == nil {
      do {
        try await captcha.pass(answer, for: .registration, from: visitor, at: instant)
      } catch let refusal as CaptchaRefusal {
        // Another server may have used the same answer for the same registration meanwhile.
        guard try await services.accounts.store.entry(for: key) != nil else { throw refusal }
      }
    }
    let id = AccountID(try Nonce(from: services.random).identifier)
    var taken = try await logins(like: base)
    for _ in 0..<services.accounts.attemptsMax {
      let login = try base.next(among: taken, policy: services.accounts.machine.policy.logins)
      let opening = AccountOpening(
        account: id, login: login, profile: profile, password: access.password, question: access.question,
        answer: access.answer)
      do {
        let context = Context(instant: instant, principal: .visitor(visitor))
        let record = try await services.accounts.send(.open(opening), to: id, key: key, in: context).record
        // Whatever others tried on this login before it was anybody's does not count against its holder.
        let entrance = Entrance(services: services, context: context)
        if let login = record.state.login {
          try await entrance.clearIfCounted(entrance.door(ofLogin: login.text.value))
        }
        return record
      } catch SendRefusal.claimed {
        // Another server has just given this login: the next one (F05).
        taken.append(login)
      }
    }
    throw RegistrationRefusal.loginsContended
  }

  private func logins(like base: Login) async throws -> [Login] {
    let label = TagLabel.logins(like: base, policy: services.accounts.machine.policy.logins)
    var taken: [Login] = []
    var cursor: PageCursor?
    repeat {
      let page = try await services.accounts.store.find(label, after: cursor, limit: 100)
      taken += page.records.compactMap(\.state.login)
      cursor = page.next
    } while cursor != nil
    return taken
  }
}
