public import Foundation
public import WorkflowKernel

/// Writes the letters of recoveries, for the host that drains their outbox: the only place where a secret is in clear.
public struct RecoveryPost: Sendable {
  private let services: IdentityServices

  /// Takes what it works with.
  public init(_ services: IdentityServices) {
    self.services = services
  }

  /// The notice to send, to the address that is stored now; `nil` when the account was closed meanwhile, or has had
  /// enough letters for a day.
  ///
  /// Asking again for the same effect gives the same answer.
  ///
  /// - Throws: what a store throws when it is out of order; the effect is then tried again.
  public func notice(
    for effect: PendingEffect<RecoveryMachine>, at instant: Date
  ) async throws -> Notice? {
    let letter = effect.effect
    let entrance = Entrance(services: services, context: Context(instant: instant, principal: .system))
    guard let profile = try await entrance.account(letter.account)?.state.profile else { return nil }
    let door = DoorID(.letters, services.pepper.seal(letter.account.rawValue, for: .account))
    let knock = try await services.doors.send(
      .knock(.letters), to: door, key: RequestKey("letter:\(effect.key)"), in: entrance.context)
    guard knock.entry.to == .admitted else { return nil }
    let secret = MailedSecret(of: letter.nonce, under: services.pepper).text.value
    let code =
      switch letter.form {
      case .temporaryPassword: "recovery.temporary-password"
      case .link: "recovery.link"
      }
    return Notice(to: .contact(.email(profile.contact.email.address)), code, arguments: [secret])
  }
}
