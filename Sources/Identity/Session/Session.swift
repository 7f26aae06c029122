public import Foundation
public import WorkflowKernel

/// A signed-in citizen, as the host keeps them beside its cookie: the token itself is not in it.
public struct Session: Hashable, Codable, Sendable {
  /// What the token is found by.
  public let id: Digest
  /// Whose session it is.
  public let account: AccountID
  /// What it opens.
  public let scope: Scope
  /// The generation of the credentials under which it goes on.
  public private(set) var generation: Int
  /// When it was opened.
  public let openedAt: Date
  /// When it was used last.
  public private(set) var usedAt: Date

  /// What a session opens.
  public enum Scope: Hashable, Codable, Sendable {
    /// Everything of the account.
    case account
    /// The change of password that ends a recovery, and nothing else.
    case passwordChange(RecoveryID)
  }

  init(id: Digest, account: AccountID, scope: Scope, generation: Int, at instant: Date) {
    self.id = id
    self.account = account
    self.scope = scope
    self.generation = generation
    openedAt = instant
    usedAt = instant
  }

  /// In whose name orders are given; `nil` for a session that opens only the change of password.
  public var principal: Principal? {
    switch scope {
    case .account: .citizen(account)
    case .passwordChange: nil
    }
  }

  /// The session of the person who changed the credentials, which goes on under them.
  func continued(under credentials: Credentials?) -> Session {
    var session = self
    session.generation = credentials?.generation ?? generation
    return session
  }

  /// The session after one more use.
  ///
  /// - Parameters:
  ///   - credentials: how the account is entered now; `nil` for a closed one.
  ///   - instant: the instant of the use.
  ///   - policy: how long sessions last.
  /// - Throws: ``SessionRefusal``.
  public func used(credentials: Credentials?, at instant: Date, policy: SessionPolicy) throws(SessionRefusal) -> Session
  {
    guard let credentials, credentials.generation == generation else { throw .revoked }
    // Servers' clocks differ by seconds; a use long before the opening is none of this session's.
    guard instant >= openedAt.addingTimeInterval(-60) else { throw .expired }
    guard instant < openedAt.addingTimeInterval(policy.longestSeconds),
      instant < usedAt.addingTimeInterval(policy.idleSeconds)
    else { throw .expired }
    var session = self
    session.usedAt = max(instant, usedAt)
    return session
  }
}

/// A session and its token, on their way to the browser.
public struct OpenedSession: Hashable, Sendable {
  /// The token, 256 random bits: for the cookie alone.
  public let token: Personal<String>
  /// The session, for the host to keep.
  public let session: Session
}

/// How long a session lasts.
public struct SessionPolicy: Hashable, Sendable {
  /// Seconds without use.
  public let idleSeconds: Double
  /// Seconds in all.
  public let longestSeconds: Double

  /// Half an hour without use, eight hours in all: the longest that may be configured.
  public static let reference = SessionPolicy(unchecked: 1800, in: 28_800)

  private init(unchecked idleSeconds: Double, in longestSeconds: Double) {
    self.idleSeconds = idleSeconds
    self.longestSeconds = longestSeconds
  }

  /// Describes the limits.
  ///
  /// - Throws: ``WeakPolicy`` for more than half an hour without use or eight hours in all, or for less than a second.
  public init(idleSeconds: Double = 1800, longestSeconds: Double = 28_800) throws(WeakPolicy) {
    guard (1...1800).contains(idleSeconds), (idleSeconds...28_800).contains(longestSeconds) else { throw WeakPolicy() }
    self.init(unchecked: idleSeconds, in: longestSeconds)
  }
}

/// Why a session opens nothing any more, in the order in which it is looked at.
@nonexhaustive
public enum SessionRefusal: ExplainableRefusal, CaseIterable {
  /// The password, the e-mail address or the question was changed, or the account closed.
  case revoked
  /// It was unused for too long, has lasted long enough, or was not opened yet.
  case expired
  /// It opens the change of password, and nothing else.
  case tooNarrow

  /// The stable code.
  public var code: String {
    switch self {
    case .revoked: "session.revoked"
    case .expired: "session.expired"
    case .tooNarrow: "session.too-narrow"
    }
  }
}
