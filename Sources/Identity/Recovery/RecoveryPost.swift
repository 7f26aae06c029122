public import Foundation
public import WorkflowKernel

/// Writes the letters of recoveries, for the host that drains their outbox: the only place where a secret is in clear.
public struct RecoveryPost: Sendable {
  private let services: IdentityServices

  /// Takes what it works with.
  public init(_ services: IdentityServices) {
    self.services = services
  }

  /// The notice to send, to the address that is stored now; `nil` when the account was closed meanwhile, has had enough
  /// letters for a day, or the secret died before its letter was written: of age, or with another password, address or
  /// question.
  ///
  /// The last letter of a day is a link, which lasts until the next one may leave: whoever else knows the answer cannot
  /// use up the citizen's letters and leave nothing in the mailbox that works.
  ///
  /// Asking again for the same effect gives the same answer.
  ///
  /// - Throws: what a store throws when it is out of order; the effect is then tried again.
  public func notice(
    for effect: PendingEffect<RecoveryMachine>, at instant: Date
  ) async throws -> Notice? {
    let letter = effect.effect
    let entrance = Entrance(services: services, context: Context(instant: instant, principal: .system))
    let record = try await entrance.account(letter.account)
    guard let profile = record?.state.profile else { return nil }
    guard let form = try await form(of: effect, to: entrance.subject(record), at: instant) else { return nil }
    let knock = try await services.doors.send(
      .knock(.letters), to: entrance.door(ofLettersTo: letter.account), key: RequestKey("letter:\(effect.key)"),
      in: entrance.context)
    guard knock.entry.to == .admitted else { return nil }
    let isLastOfDay = knock.entry.reason == ThrottleMachine.waitBegins
    if isLastOfDay, form == .temporaryPassword {
      _ = try await services.recoveries.send(
        .prolong, to: effect.key.id, key: RequestKey("prolong:\(effect.key)"), in: entrance.context)
    }
    let secret = MailedSecret(of: letter.nonce, under: services.pepper).text.value
    let code =
      switch isLastOfDay ? .link : form {
      case .temporaryPassword: "recovery.temporary-password"
      case .link: "recovery.link"
      }
    return Notice(to: .contact(.email(profile.contact.email.address)), code, arguments: [secret])
  }

  /// What the letter brings, while it can still be used.
  private func form(
    of effect: PendingEffect<RecoveryMachine>, to subject: RecoverySubject, at instant: Date
  ) async throws -> MailedForm? {
    guard case .mailed(let ticket) = try await services.recoveries.store.load(effect.key.id)?.state,
      ticket.subject == subject, instant < ticket.until
    else { return nil }
    return ticket.form
  }
}
