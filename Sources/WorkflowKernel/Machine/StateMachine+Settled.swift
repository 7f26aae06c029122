public import Foundation

extension StateMachine {
  /// How many deadlines are met one after the other at most: a machine whose deadlines never end stops here.
  @usableFromInline
  static var deadlinesMax: Int { 1_000 }

  /// The state once the system has met, at an instant, every deadline that has passed: what an order would find where
  /// deadlines come first.
  ///
  /// It stops at a deadline that the machine refuses to the system, as the engine does, and after a thousand. Nothing is
  /// stored; whether another record holds a claim is not asked.
  @inlinable
  public func settled(_ state: State, at instant: Date) -> State {
    var settled = state
    let context = Context(instant: instant, principal: .system)
    for _ in 0..<Self.deadlinesMax {
      guard let deadline = deadline(of: settled), deadline.instant <= context.instant,
        let transition = try? transition(from: settled, on: deadline.event, in: context)
      else { break }
      settled = transition.state
    }
    return settled
  }
}
