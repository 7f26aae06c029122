public import Foundation
public import WorkflowKernel

/// Everything held about a citizen, for themselves (F52; GDPR articles 15 and 20).
///
/// Hashes of secrets are not data a person can use, and stay out.
public struct PersonalExport: Encodable, Sendable {
  let account: AccountID
  let state: AccountState.StateName
  let login: Login
  let openedAt: Date
  let validatedAt: Date?
  let profile: Profile
  let proposed: Profile?
  let submittedAt: Date?
  let reason: Personal<String>?
  let closedAt: Date?
  let question: RecoveryQuestion?
  let usedAt: Date?
  let warnedAt: Date?
  let journal: [Line]

  struct Line: Encodable, Sendable {
    let instant: Date
    let order: AccountEvent.EventName
    let by: Principal.Kind
  }

  /// Gathers what is held.
  ///
  /// - Parameters:
  ///   - state: the account.
  ///   - journal: its journal. Agents are not named in it: the holder learns that one acted, not who.
  /// - Throws: ``AccountRefusal/unknown`` once the account is erased.
  public init(of state: AccountState, journal: [JournalEntry<AccountMachine>]) throws(AccountRefusal) {
    guard let id = state.id, let login = state.login, let profile = state.profile else { throw .unknown }
    account = id
    self.state = state.name
    self.login = login
    openedAt = state.openedAt
    validatedAt = state.validatedAt
    self.profile = profile
    proposed = state.proposed
    submittedAt = if case .modifie(let account) = state { account.stage.submittedAt } else { nil }
    reason = state.reason
    closedAt = if case .ferme(let account) = state { account.stage.closedAt } else { nil }
    question = state.credentials?.question
    usedAt = state.credentials?.usedAt
    warnedAt = state.credentials?.warnedAt
    self.journal = journal.map { Line(instant: $0.instant, order: $0.event, by: $0.actor.kind) }
  }

  /// The export as JSON: keys sorted, instants in ISO 8601.
  ///
  /// - Throws: `EncodingError`, for no value this library makes.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return try encoder.encode(self)
  }
}

extension Actor {
  var kind: Principal.Kind {
    switch self {
    case .visitor: .visitor
    case .citizen: .citizen
    case .agent: .agent
    case .system: .system
    }
  }
}
