public import Foundation
public import WorkflowKernel

/// What will be erased of an account, and when, if nobody signs in any more (F52).
public struct ErasurePlan: Hashable, Sendable {
  /// One line for each kind of data, in the order of ``Content``.
  public let lines: [Line]

  /// A kind of data.
  public enum Content: String, Name {
    /// Passwords, answers, sessions.
    case access
    /// Names, dates, addresses, members, reasons, and the login.
    case profile
    /// Who ordered what and when; no personal content, and the proof of what was done.
    case journal
  }

  /// What becomes of a kind of data.
  public struct Line: Hashable, Sendable {
    /// The kind of data.
    public let content: Content
    /// When it goes.
    public let term: Term
  }

  /// When data go.
  public enum Term: Hashable, Sendable {
    /// They are gone already.
    case erased
    /// They go at this instant, unless the holder signs in before.
    case due(Date)
    /// They stay, for they say nothing of the person.
    case kept
  }

  /// Computes the plan of an account.
  public init(of state: AccountState, under retention: RetentionPolicy) {
    let terms = Self.terms(of: state, under: retention)
    lines = [
      Line(content: .access, term: terms.access), Line(content: .profile, term: terms.profile),
      Line(content: .journal, term: .kept),
    ]
  }

  private static func terms(
    of state: AccountState, under retention: RetentionPolicy
  ) -> (access: Term, profile: Term) {
    if let credentials = state.credentials {
      let closing = retention.closing(of: credentials) ?? retention.unannouncedClosing(of: credentials)
      return (.due(closing), .due(retention.erasure(ofClosedAt: closing)))
    }
    guard case .ferme(let account) = state else { return (.erased, .erased) }
    return (.erased, .due(retention.erasure(ofClosedAt: account.stage.closedAt)))
  }
}
