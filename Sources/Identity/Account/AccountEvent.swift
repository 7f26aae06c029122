public import WorkflowKernel

/// What somebody asks of an account.
public enum AccountEvent: Codable, Hashable, Sendable {
  /// A visitor sends their registration.
  case open(AccountOpening)
  /// The town validates the account.
  case validate
  /// The town refuses the account, and says why.
  case refuse(reason: Personal<String>)
  /// The holder changes members or civil data; all of them or none.
  case submit([ProfileChange])
  /// The town accepts the change under review.
  case accept
  /// The town rejects the change under review, and says why.
  case reject(reason: Personal<String>)
  /// The holder, having shown the password of this generation, is reached otherwise.
  case changeContact(Contact, generation: Int)
  /// The holder, having shown the password of this generation, chooses another recovery question.
  case changeQuestion(RecoveryQuestion, answer: Drawn<PasswordHash>, generation: Int)
  /// The holder has another password.
  case changePassword(Drawn<PasswordHash>, proof: PasswordProof)
  /// The holder has shown the password of this generation; it was hashed anew where its parameters were outdated.
  case signIn(generation: Int, rehashed: Drawn<PasswordHash>?)
  /// The holder is told that the account will be closed unused.
  case warn
  /// The account is closed.
  case close(ClosingOrder)
  /// The data of the closed account are erased.
  case erase
  /// An agent reads the account: nothing changes but the journal (F15).
  case consult

  /// The flat names of the events.
  public enum EventName: String, Name {
    /// A visitor sends their registration.
    case open
    /// The town validates the account.
    case validate
    /// The town refuses the account.
    case refuse
    /// The holder changes members or civil data.
    case submit
    /// The town accepts the change under review.
    case accept
    /// The town rejects the change under review.
    case reject
    /// The holder is reached otherwise.
    case changeContact
    /// The holder chooses another recovery question.
    case changeQuestion
    /// The holder has another password.
    case changePassword
    /// The holder has shown the password.
    case signIn
    /// The holder is told that the account will be closed.
    case warn
    /// The account is closed.
    case close
    /// The data of the closed account are erased.
    case erase
    /// An agent reads the account.
    case consult
  }
}

/// A registration as it is sent: what the citizen entered, and what the server drew for it.
public struct AccountOpening: Codable, Hashable, Sendable {
  /// The account to create.
  public let account: Drawn<AccountID>
  /// The login the town made.
  public let login: Drawn<Login>
  /// What the citizen entered of themselves and their household.
  public let profile: Profile
  /// The hashed password.
  public let password: Drawn<PasswordHash>
  /// The chosen question.
  public let question: RecoveryQuestion
  /// The hashed answer.
  public let answer: Drawn<PasswordHash>

  /// Describes a registration.
  public init(
    account: AccountID, login: Login, profile: Profile, password: PasswordHash, question: RecoveryQuestion,
    answer: PasswordHash
  ) {
    self.account = Drawn(account)
    self.login = Drawn(login)
    self.profile = profile
    self.password = Drawn(password)
    self.question = question
    self.answer = Drawn(answer)
  }
}

/// What entitles somebody to a new password.
public enum PasswordProof: Codable, Hashable, Sendable {
  /// They typed the current one, of this generation.
  case current(generation: Int)
  /// They followed a recovery to its end, begun under the password of this generation.
  case recovery(generation: Int)

  /// The password that must still be the current one when the new one is set.
  var generation: Int {
    switch self {
    case .current(let generation), .recovery(let generation): generation
    }
  }
}
