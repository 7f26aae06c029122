public import Foundation
public import WorkflowKernel

/// How a lost password is recovered.
public enum RecoveryPolicy: String, Hashable, Codable, Sendable, CaseIterable {
  /// As the FAQ says: the question, the answer, then a letter with a temporary password.
  case secretQuestion
  /// As current guidance says: a letter with a link, at once and without a question.
  case mailedLink
}

/// Follows a lost password from the question to the new one (F13).
///
/// Whoever keeps a login's door shut with wrong guesses keeps nobody from recovering it: an answer that finds the door
/// shut is not compared, and a link is mailed to the stored address instead. The last letter that an account gets in a
/// day brings a link too, whoever asked for it; a link lasts as long as letters then wait, so that there is always
/// something that works in the mailbox of a citizen whose recovery others have tried, with or without the right answer.
public struct RecoveryMachine: StateMachine {
  /// How a lost password is recovered.
  public let policy: RecoveryPolicy
  /// Answers to one question.
  static let answersMax = 5
  /// Seconds to answer in, and seconds to choose a password in after signing in with the temporary one.
  static let stepSeconds: Double = 900
  /// Seconds in which a temporary password can be used.
  static let temporarySeconds: Double = 3600
  /// Seconds in which a link can be followed: the longest that NIST SP 800-63B-4 allows by mail.
  static let linkSeconds: Double = 86_400

  /// Configures how a lost password is recovered.
  public init(policy: RecoveryPolicy) {
    self.policy = policy
  }

  /// Decides.
  public func transition(
    from state: RecoveryState?, on event: RecoveryEvent, in context: Context
  ) throws(RecoveryRefusal) -> Transition<RecoveryState, RecoveryLetter> {
    let now = context.instant
    if case .lapse = event {
      guard context.principal == .system, let until = state?.until, now >= until else { throw .over }
      return Transition(to: .over)
    }
    if let until = state?.until, now >= until { throw .over }
    switch state {
    case nil:
      switch event {
      case .ask(let subject, let door):
        let until = now.addingTimeInterval(Self.stepSeconds)
        return Transition(
          to: .asked(AskedQuestion(subject: subject, door: door, answersLeft: Self.answersMax, until: until)))
      case .mailLink(let subject, let secret): return mail(secret.value, to: subject, as: .link, at: now)
      case .answer, .prolong, .redeem, .complete, .lapse: throw .over
      }
    case .asked(var question):
      switch event {
      case .answer(.right, let secret):
        return mail(secret.value, to: question.subject, as: .temporaryPassword, at: now)
      case .answer(.turnedAway, let secret): return mail(secret.value, to: question.subject, as: .link, at: now)
      case .answer(.wrong, _):
        question.answersLeft -= 1
        return Transition(to: question.answersLeft > 0 ? .asked(question) : .over)
      case .ask, .mailLink, .prolong, .redeem, .complete, .lapse: throw .over
      }
    case .mailed(let ticket):
      guard let account = ticket.subject.account else { throw .over }
      switch (event, ticket.form) {
      case (.prolong, .temporaryPassword):
        guard context.principal == .system else { throw .over }
        let until = now.addingTimeInterval(Self.linkSeconds)
        return Transition(
          to: .mailed(MailedTicket(subject: ticket.subject, form: .link, digest: ticket.digest, until: until)))
      case (.redeem, .temporaryPassword):
        return Transition(to: .redeemed(account, until: now.addingTimeInterval(Self.stepSeconds)))
      case (.complete, .link): return Transition(to: .over)
      case (.prolong, .link), (.redeem, .link), (.complete, .temporaryPassword), (.ask, _), (.mailLink, _),
        (.answer, _), (.lapse, _):
        throw .over
      }
    case .redeemed:
      switch event {
      case .complete: return Transition(to: .over)
      case .ask, .mailLink, .answer, .prolong, .redeem, .lapse: throw .over
      }
    case .over:
      throw .over
    }
  }

  private func mail(
    _ secret: SealedSecret, to subject: RecoverySubject, as form: MailedForm, at now: Date
  ) -> Transition<RecoveryState, RecoveryLetter> {
    let seconds =
      switch form {
      case .temporaryPassword: Self.temporarySeconds
      case .link: Self.linkSeconds
      }
    let ticket = MailedTicket(
      subject: subject, form: form, digest: secret.digest, until: now.addingTimeInterval(seconds))
    let letters = subject.account.map { RecoveryLetter(account: $0, form: form, nonce: secret.nonce) }
    return Transition(to: .mailed(ticket), effects: letters.map { [$0] } ?? [])
  }
}

extension RecoveryState {
  /// From this instant on nothing can be done with it.
  public var until: Date? {
    switch self {
    case .asked(let question): question.until
    case .mailed(let ticket): ticket.until
    case .redeemed(_, let until): until
    case .over: nil
    }
  }
}
