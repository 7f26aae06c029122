public import Foundation
public import WorkflowKernel

extension Account where Stage == CompteEnAttente {
  /// An account comes into being, and its login is mailed without the password (F04).
  static func open(_ opening: AccountOpening, at instant: Date) -> Transition<Account, Notice> {
    let credentials = Credentials(
      password: opening.password.value, question: opening.question, answer: opening.answer.value, at: instant)
    let account = Account(
      id: opening.account.value, login: opening.login.value, openedAt: instant, profile: opening.profile,
      stage: CompteEnAttente(credentials: credentials))
    return Transition(
      to: account, effects: [account.letter("account.opened", arguments: [account.login.text.value])])
  }
}

extension Account where Stage: Verifiable {
  /// The town validates the account (F06).
  public func validate(at instant: Date) -> Transition<Account<CompteValide>, Notice> {
    Transition(
      to: moved(to: CompteValide(credentials: stage.credentials, validatedAt: instant)),
      effects: [news("account.validated")])
  }

  /// The town refuses the account (F06).
  ///
  /// - Throws: ``AccountRefusal/reasonMissing``, ``AccountRefusal/reasonUnfit``.
  public func refuse(_ reason: Personal<String>) throws(AccountRefusal) -> Transition<Account<CompteInvalide>, Notice> {
    let reason = try reason.given()
    return Transition(
      to: moved(to: CompteInvalide(credentials: stage.credentials, reason: reason)),
      effects: [news("account.refused", arguments: [reason.value])])
  }
}

extension Account {
  /// What the holder is told by the chosen means of contact.
  func news(_ code: String, arguments: [String] = []) -> Notice {
    Notice(to: .account(id), code, arguments: arguments)
  }

  /// What the holder is told about access: always by e-mail, to the stored address.
  func letter(_ code: String, arguments: [String] = []) -> Notice {
    Notice(to: .contact(.email(profile.contact.email.address)), code, arguments: arguments)
  }
}

extension Personal<String> {
  /// A reason that says something, in characters that can be seen.
  func given() throws(AccountRefusal) -> Personal<String> {
    guard value.utf8.count <= 16_000 else { throw .reasonUnfit }
    // Tidied, so that the lines of a longer reason stay lines.
    let tidied = value.tidied
    guard !tidied.isEmpty else { throw .reasonMissing }
    guard tidied.isVisible, value.unicodeScalars.count <= 4000 else { throw .reasonUnfit }
    return self
  }
}
