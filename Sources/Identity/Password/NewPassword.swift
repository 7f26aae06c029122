import Foundation
public import WorkflowKernel

/// A new password as it is typed: twice.
public struct NewPassword: Hashable, Sendable {
  let typed: Personal<String>
  let confirmation: Personal<String>

  /// Takes what was typed in the two fields.
  public init(_ typed: String, confirmation: String) {
    self.typed = Personal(typed)
    self.confirmation = Personal(confirmation)
  }

  /// The enforced password, the same in both fields.
  func enforced(under policy: PasswordPolicy) throws(PasswordRefusal) -> Password {
    guard typed.value.utf8.count <= Password.bytesMax else { throw .tooLong(policy.lengthMax) }
    let password = try Password(enforcing: typed.value)
    guard password == (try? Password(enforcing: confirmation.value)) else { throw .confirmationDiffers }
    return password
  }
}

/// Why access is not changed.
@nonexhaustive
public enum PasswordChangeRefusal: ExplainableRefusal, CaseIterable {
  /// The current password was not the one typed, or was tried too often.
  case currentInvalid

  /// The stable code.
  public var code: String { "password.current-invalid" }
}

extension IdentityServices {
  /// Judges a new password, then hashes it.
  func hash(_ new: NewPassword, for record: Record<AccountMachine>) async throws -> PasswordHash {
    let password = try new.enforced(under: passwords)
    try passwords.check(password, login: record.state.login, name: record.state.profile?.holder.name)
    return try await hasher.hash(password)
  }

  /// Uses a recovery up, so that nobody uses it twice.
  func complete(_ recovery: RecoveryID, in context: Context) async throws {
    _ = try await recoveries.send(.complete, to: recovery, in: context)
  }

  /// Sets the password, and starts the counts of its login and of its letters again: those that were mailed are void.
  func setPassword(
    _ hash: PasswordHash, proof: PasswordProof, of record: Record<AccountMachine>, at instant: Date
  ) async throws -> AccountState {
    let context = Context(instant: instant, principal: .citizen(record.id))
    let answer = try await accounts.send(
      .changePassword(Drawn(hash), proof: proof), to: record.id, in: context)
    let entrance = Entrance(services: self, context: context)
    try await entrance.clearIfCounted(entrance.door(ofLogin: record.state.login?.text.value ?? ""))
    try await forgetLetters(to: record.id, at: instant)
    return answer.state
  }

  /// Starts the count of the letters to an account again, once those that were mailed are void.
  func forgetLetters(to account: AccountID, at instant: Date) async throws {
    let entrance = Entrance(services: self, context: Context(instant: instant, principal: .citizen(account)))
    try await entrance.clearIfCounted(entrance.door(ofLettersTo: account))
  }
}
