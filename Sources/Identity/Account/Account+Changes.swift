public import Foundation
public import WorkflowKernel

extension Account where Stage == CompteValide {
  /// The holder asks for a change of members or civil data; the old data stand until the town has looked (F08).
  ///
  /// - Throws: ``AccountRefusal/profile(_:)``, ``AccountRefusal/household(_:)``, ``AccountRefusal/nothingToChange``.
  public func submit(
    _ changes: [ProfileChange], at instant: Date
  ) throws(AccountRefusal) -> Transition<Account<CompteModifie>, Notice> {
    let proposed = try changed(by: changes)
    let stage = CompteModifie(
      credentials: stage.credentials, validatedAt: stage.validatedAt, proposed: proposed, submittedAt: instant)
    return Transition(to: moved(to: stage))
  }
}

extension Account where Stage: Changeable {
  /// The holder changes members or civil data, and it is done (F07).
  ///
  /// - Throws: ``AccountRefusal/profile(_:)``, ``AccountRefusal/household(_:)``, ``AccountRefusal/nothingToChange``.
  public func change(_ changes: [ProfileChange]) throws(AccountRefusal) -> Transition<Account, Notice> {
    let profile = try changed(by: changes)
    return Transition(to: with { $0.profile = profile })
  }

  /// The holder is reached otherwise, having shown the password of this generation.
  ///
  /// Both addresses are told, so that nobody moves an account unseen. Another address ends the sessions, and the
  /// secrets that were mailed to the one before.
  ///
  /// - Throws: ``AccountRefusal/accessChanged``, ``AccountRefusal/nothingToChange``, ``AccountRefusal/profile(_:)``.
  public func change(_ contact: Contact, generation: Int) throws(AccountRefusal) -> Transition<Account, Notice> {
    guard generation == stage.credentials.generation else { throw .accessChanged }
    guard contact != profile.contact else { throw .nothingToChange }
    let checked: Contact
    do throws(ProfileRefusal) {
      checked = try contact.checked(against: profile.contact)
    } catch {
      throw .profile(error)
    }
    let isMoved = checked.email != profile.contact.email
    let after = with {
      $0.profile.contact = checked
      // Whoever reads the mailbox that is left may hold a secret that was mailed there.
      if isMoved { $0.stage.credentials.generation += 1 }
    }
    return Transition(
      to: after,
      effects: [letter("account.contact-changed")] + (isMoved ? [after.letter("account.contact-changed")] : []))
  }

  /// The holder chooses another question, having shown the password of this generation (F11).
  ///
  /// It ends the sessions, and the secrets that the question before has had mailed.
  ///
  /// - Throws: ``AccountRefusal/accessChanged``.
  public func change(
    _ question: RecoveryQuestion, answer: PasswordHash, generation: Int
  ) throws(AccountRefusal) -> Transition<Account, Notice> {
    guard generation == stage.credentials.generation else { throw .accessChanged }
    let after = with {
      $0.stage.credentials.question = question
      $0.stage.credentials.answer = answer
      // A secret may have been mailed to somebody who knew the answer that is given up.
      $0.stage.credentials.generation += 1
    }
    return Transition(to: after, effects: [letter("account.question-changed")])
  }

  private func changed(by changes: [ProfileChange]) throws(AccountRefusal) -> Profile {
    let proposed = try profile.applying(changes)
    guard proposed != profile else { throw .nothingToChange }
    return proposed
  }
}

extension Account where Stage: ChangeReviewable {
  /// The town accepts the change: it becomes the data of the account.
  public func accept() -> Transition<Account<CompteValide>, Notice> {
    var account = moved(to: CompteValide(credentials: stage.credentials, validatedAt: stage.validatedAt))
    account.profile = stage.proposed
    return Transition(to: account, effects: [news("account.change-accepted")])
  }

  /// The town rejects the change: the old data stand, and the account is valid again.
  ///
  /// - Throws: ``AccountRefusal/reasonMissing``, ``AccountRefusal/reasonUnfit``.
  public func reject(_ reason: Personal<String>) throws(AccountRefusal) -> Transition<Account<CompteValide>, Notice> {
    let reason = try reason.given()
    let stage = CompteValide(credentials: stage.credentials, validatedAt: stage.validatedAt, lastRejection: reason)
    return Transition(
      to: moved(to: stage), effects: [news("account.change-rejected", arguments: [reason.value])])
  }
}
