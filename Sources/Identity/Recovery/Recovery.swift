public import Foundation
public import WorkflowKernel

/// « Mot de passe oublié ? »: the login, the question, the answer, a letter (F13).
public struct Recovery: Sendable {
  private let services: IdentityServices

  /// Takes what it works with.
  public init(_ services: IdentityServices) {
    self.services = services
  }

  /// What is shown once the login was given.
  public enum Step: Hashable, Sendable {
    /// The question to answer; for a login that opens nothing, always the same one.
    case question(RecoveryID, RecoveryQuestion)
    /// « Si cet identifiant existe, un courriel vient d'être envoyé. »
    case letterPromised
  }

  /// Begins with a login, known or not.
  ///
  /// - Parameters:
  ///   - login: what was typed as the login, in any normal form.
  ///   - visitor: who asks.
  ///   - source: where it comes from.
  ///   - instant: the instant of the order.
  /// - Throws: what a port throws when it is out of order; no login is ever refused.
  public func begin(
    login: String, visitor: VisitorID, from source: Source, at instant: Date
  ) async throws -> Step {
    let entrance = Entrance(services: services, context: Context(instant: instant, principal: .visitor(visitor)))
    let isOpen = try await entrance.knock(.recoveries, at: entrance.door(.recoveries, of: source))
    let record = try await entrance.account(of: try? Login(enforcing: login))
    // Nothing is to be compared here. The one hash makes asking as slow as answering, and keeps the doors alike.
    _ = try await entrance.compare(nil, with: nil)
    let id = RecoveryID(try Nonce(from: services.random).identifier)
    let subject = isOpen ? entrance.subject(record) : .nobody
    let door = entrance.door(ofLogin: login)
    switch services.recoveries.machine.policy {
    case .secretQuestion:
      _ = try await services.recoveries.send(.ask(subject, door: door), to: id, in: entrance.context)
      return .question(id, record?.state.credentials?.question ?? .decoy(for: Digest(of: door.rawValue)))
    case .mailedLink:
      let secret = Drawn(try SealedSecret(from: services.random, under: services.pepper))
      _ = try await services.recoveries.send(.mailLink(subject, secret), to: id, in: entrance.context)
      return .letterPromised
    }
  }

  /// « Confirmer »: when the answer is right, a letter leaves for the stored address.
  ///
  /// - Parameters:
  ///   - typed: the answer as typed.
  ///   - id: the recovery that ``begin(login:visitor:from:at:)`` gave.
  ///   - visitor: who answers.
  ///   - source: where it comes from.
  ///   - instant: the instant of the order.
  /// - Throws: ``RecoveryRefusal``; what a port throws when it is out of order.
  public func answer(
    _ typed: String, to id: RecoveryID, visitor: VisitorID, from source: Source, at instant: Date
  ) async throws {
    let entrance = Entrance(services: services, context: Context(instant: instant, principal: .visitor(visitor)))
    var asked: AskedQuestion?
    // A question that has lapsed is none: no answer to it, right or wrong, counts at the login.
    if case .asked(let question) = try await services.recoveries.store.load(id)?.state, instant < question.until {
      asked = question
    }
    let (loginDoor, sourceDoor) = (asked?.door ?? entrance.door(ofLogin: ""), entrance.door(.source, of: source))
    let admission = try await entrance.knock(atLogin: loginDoor, atSource: sourceDoor)
    let record = try await entrance.account(asked?.subject.account)
    // A question that was changed since it was shown has no right answer any more.
    let isCurrent = asked?.subject == entrance.subject(record)
    let stored = admission.isWhole && isCurrent ? record?.state.credentials?.answer : nil
    let isRight = try await entrance.compare(RecoveryAnswer(given: typed).text, with: stored) != .differs
    let verdict: AnswerVerdict = isRight ? .right : admission.isLoginOpen ? .wrong : .turnedAway
    let secret = Drawn(try SealedSecret(from: services.random, under: services.pepper))
    _ = try await services.recoveries.send(.answer(verdict, secret), to: id, in: entrance.context)
    guard isRight else { throw RecoveryRefusal.notConfirmed }
    try await entrance.takeBack(loginDoor)
    try await entrance.takeBack(sourceDoor)
  }
}
