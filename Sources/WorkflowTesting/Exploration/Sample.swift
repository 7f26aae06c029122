public import Foundation
public import WorkflowKernel

/// An order to try, with who gives it and when.
public struct Sample<Machine: StateMachine>: Sendable {
  /// The order.
  public let event: Machine.Event
  /// When, and by whom.
  public let context: Context

  /// Describes an order to try.
  public init(_ event: Machine.Event, in context: Context) {
    self.event = event
    self.context = context
  }

  /// Describes an order to try.
  public init(_ event: Machine.Event, by principal: Principal, at instant: Date) {
    self.init(event, in: Context(instant: instant, principal: principal))
  }
}

extension Sequence {
  /// Every order by every principal, at one instant.
  public func samples<Machine: StateMachine>(
    by principals: [Principal], at instant: Date
  ) -> [Sample<Machine>] where Element == Machine.Event {
    flatMap { event in principals.map { Sample(event, by: $0, at: instant) } }
  }
}
