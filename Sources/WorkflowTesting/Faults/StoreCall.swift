/// A requirement of the store contract.
public enum StoreOperation: String, CaseIterable, Codable, Hashable, Sendable {
  /// `load(_:)`
  case load
  /// `commit(_:)`
  case commit
  /// `entry(for:)`
  case entry
  /// `holder(of:)`
  case holder
  /// `find(_:after:limit:)`
  case find
  /// `due(at:after:limit:)`
  case due
  /// `journal(of:)`
  case journal
  /// `pendingEffects(at:limit:)`
  case pendingEffects
  /// `acknowledge(_:)`
  case acknowledge
  /// `postpone(_:until:)`
  case postpone
}

/// One call that a ``FaultyStore`` received.
public struct StoreCall: Hashable, Sendable {
  /// What was called.
  public let operation: StoreOperation
  /// Its place among all calls, from 1.
  public let number: Int
  /// Its place among the calls of the same operation, from 1.
  public let numberOfOperation: Int
}

/// When, around the effect of a call, the connection breaks.
public enum FaultMoment: String, CaseIterable, Codable, Hashable, Sendable {
  /// Nothing has happened yet.
  case beforeEffect
  /// Everything has happened, but nobody hears of it: a lost answer, a lost acknowledgement.
  case afterEffect
}

/// What a ``FaultyStore`` throws in the place of an answer.
public struct InjectedFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The call that failed.
  public let call: StoreCall
  /// When it failed.
  public let moment: FaultMoment

  /// The call and the moment.
  public var description: String {
    "\(call.operation.rawValue) failed (call \(call.number), \(moment.rawValue))"
  }
}
