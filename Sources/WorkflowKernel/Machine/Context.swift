public import Foundation

/// What surrounds an order and does not come from it: when, and by whom.
public struct Context: Hashable, Sendable {
  /// The instant of the order, read from the host's clock.
  public let instant: Date
  /// Who gives the order.
  public let principal: Principal

  /// Describes the surroundings of an order; an instant that is not finite counts as the distant past or future.
  public init(instant: Date, principal: Principal) {
    self.instant = instant.finite
    self.principal = principal
  }
}
