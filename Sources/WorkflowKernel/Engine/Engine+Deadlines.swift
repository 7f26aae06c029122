extension Engine {
  /// The deadline that has passed before somebody else's order, where it comes first.
  @inlinable
  func overdue(_ record: Record<Machine>, in context: Context) -> Deadline<Machine.Event>? {
    guard Machine.deadlinesComeFirst else { return nil }
    if case .system = context.principal { return nil }
    return machine.deadline(of: record.state).flatMap { $0.instant <= context.instant ? $0 : nil }
  }

  /// Acts as the system on a deadline that has passed.
  ///
  /// - Returns: whether the record has moved; otherwise the order is decided on it as it is.
  @usableFromInline
  func meet(
    _ deadline: Deadline<Machine.Event>, of record: Record<Machine>, in context: Context
  ) async throws -> Bool {
    do {
      let system = Context(instant: context.instant, principal: .system)
      try await send(deadline.event, to: record.id, expecting: record.revision, in: system)
      return true
    } catch SendRefusal.stale, SendRefusal.contended {
      return true
    } catch SendRefusal.claimed {
      // What the system cannot do holds nobody up.
      return false
    } catch is Machine.Refusal {
      return false
    }
  }
}
