public import WorkflowKernel

/// Carries the messages of billing to citizens and its tasks to agents.
///
/// Called by ``PaymentCourier`` while it drains an outbox: at least once each, always under the same key, by which a
/// receiver drops repeats. A fake keeps both in dictionaries by key.
public protocol BillingCorrespondence: Sendable {
  /// Sends a message by the account's chosen means of contact.
  ///
  /// - Throws: whatever kept it from leaving; it is then tried again later.
  func send(_ notice: Notice, key: String) async throws

  /// Puts a task before the agents of a régie.
  ///
  /// - Throws: whatever kept it from arriving; it is then tried again later.
  func assign(_ task: AgentTask, key: String) async throws
}
