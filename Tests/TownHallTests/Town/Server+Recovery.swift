import Foundation
import Identity

extension Server {
  /// « Mot de passe oublié ? », by somebody who tries the new password first when they begin again.
  func recover(
    _ resident: Resident, login: String = "jean.dupont", answer: String = "médor", to new: String, at instant: Date
  ) async throws {
    do {
      _ = try await signIn(login, new, as: resident, at: instant)
      return
    } catch is SignInRefusal {}
    // Whoever has just failed takes longer than the door stays shut.
    let instant = instant + 10
    let recovery = Recovery(services)
    let step = try await recovery.begin(
      login: login, visitor: resident.visitor, from: resident.source, at: instant)
    if case .question(let id, _) = step {
      try await recovery.answer(answer, to: id, visitor: resident.visitor, from: resident.source, at: instant)
    }
    try await deliver(at: instant)
    let password = NewPassword(new, confirmation: new)
    switch step {
    case .question:
      let narrow = try await signIn(login, mailedSecret("recovery.temporary-password", to: resident), at: instant)
      _ = try await SignedIn(services, session: narrow.session).endRecovery(with: password, at: instant)
    case .letterPromised:
      try await LinkedRecovery(services).end(
        secret: mailedSecret("recovery.link", to: resident), with: password, visitor: resident.visitor, at: instant)
    }
    try await deliver(at: instant)
  }

  private func mailedSecret(_ code: String, to resident: Resident) throws -> String {
    let mine = town.mailbox.letters(code).last { $0.contact == .email(Personal(resident.email)) }
    guard let secret = mine?.notice.arguments.first?.value else { throw NoLetter() }
    return secret
  }
}

/// The letter that somebody waits for has not come yet.
struct NoLetter: Error {}
