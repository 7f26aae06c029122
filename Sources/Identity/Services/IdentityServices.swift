public import WorkflowKernel

/// What the use cases of this module work with: three engines, two ports, two keys to policy.
///
/// A host makes one a town.
public struct IdentityServices: Sendable {
  /// The accounts.
  public let accounts: Engine<AccountMachine>
  /// The recoveries of lost passwords.
  public let recoveries: Engine<RecoveryMachine>
  /// The doors at which tries are counted.
  public let doors: Engine<ThrottleMachine>
  /// Hashes passwords and answers.
  public let hasher: any PasswordHasher
  /// Draws secrets.
  public let random: any RandomSource
  /// Seals what must be recognized and not read.
  public let pepper: Pepper
  /// Which passwords may be chosen.
  public let passwords: PasswordPolicy
  /// How long sessions last.
  public let sessions: SessionPolicy

  /// Brings together what the use cases work with.
  public init(
    accounts: Engine<AccountMachine>, recoveries: Engine<RecoveryMachine>, doors: Engine<ThrottleMachine>,
    hasher: some PasswordHasher, random: some RandomSource, pepper: Pepper, passwords: PasswordPolicy,
    sessions: SessionPolicy = .reference
  ) {
    self.accounts = accounts
    self.recoveries = recoveries
    self.doors = doors
    self.hasher = hasher
    self.random = random
    self.pepper = pepper
    self.passwords = passwords
    self.sessions = sessions
  }
}

/// Where a try comes from, as the host sees it: an IP address, a terminal of the town hall.
public struct Source: Hashable, Sendable {
  let text: Personal<String>
  /// Names a source.
  public init(_ text: String) { self.text = Personal(text) }
}
