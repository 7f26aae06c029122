public import Foundation
public import WorkflowKernel

/// The page behind a mailed link: the new password twice (F13).
///
/// Opening the page uses nothing up, for mail programs follow links on their own.
public struct LinkedRecovery: Sendable {
  private let services: IdentityServices

  /// Takes what it works with.
  public init(_ services: IdentityServices) {
    self.services = services
  }

  /// Ends a recovery by link; the citizen then signs in with the new password.
  ///
  /// - Parameters:
  ///   - secret: the end of the link.
  ///   - new: the new password and its confirmation.
  ///   - visitor: who follows the link.
  ///   - instant: the instant of the order.
  /// - Throws: ``PasswordRefusal``, ``RecoveryRefusal``, ``AccountRefusal``.
  public func end(
    secret: String, with new: NewPassword, visitor: VisitorID, at instant: Date
  ) async throws {
    let entrance = Entrance(services: services, context: Context(instant: instant, principal: .visitor(visitor)))
    guard let recovery = try await entrance.recovery(ofSecret: secret), case .mailed(let ticket) = recovery.state,
      ticket.form == .link, case .account(let account, let generation) = ticket.subject,
      let record = try await entrance.account(account), ticket.subject == entrance.subject(record)
    else { throw RecoveryRefusal.over }
    let hash = try await services.hash(new, for: record)
    try await services.complete(recovery.id, in: entrance.context)
    _ = try await services.setPassword(hash, proof: .recovery(generation: generation), of: record, at: instant)
  }
}
