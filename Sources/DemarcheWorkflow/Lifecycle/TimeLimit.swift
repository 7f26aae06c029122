public import Foundation

/// An instant at which the system acts if nobody does before (F31).
public struct TimeLimit: Hashable, Codable, Sendable {
  /// What happens.
  public let kind: Kind
  /// From this instant on, included, it is due.
  public let instant: Date

  /// What the system does at a time limit.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// The applicant is warned that the draft will be removed.
    case draftWarning
    /// The draft is removed.
    case draftExpiry
    /// The request for correction was never answered.
    case correctionExpiry
    /// Silence accepts.
    case silenceAccepts
    /// Silence rejects.
    case silenceRejects
    /// The season is over, or what was accepted can no longer be contested.
    case closing
    /// The personal content is erased.
    case erasure

    /// What the system then orders.
    var event: DemarcheEvent {
      switch self {
      case .draftWarning: .warn
      case .draftExpiry, .correctionExpiry: .cancel(.expiry)
      case .silenceAccepts: .validate(.silence)
      case .silenceRejects: .reject(.silence)
      case .closing: .close
      case .erasure: .archive(.retention)
      }
    }

    /// The name of that order.
    var order: DemarcheEventName {
      switch self {
      case .draftWarning: .warn
      case .draftExpiry, .correctionExpiry: .cancel
      case .silenceAccepts: .validate
      case .silenceRejects: .reject
      case .closing: .close
      case .erasure: .archive
      }
    }
  }
}

extension Demarche {
  /// The time limits of the démarche, computed from its state, the earliest first.
  public func timeLimits(in calendar: TownCalendar) -> [TimeLimit] {
    let limits = state.timeLimits(of: self, in: calendar)
    // Nearly every state has one limit at most, and sorting even one makes another array.
    return limits.count < 2 ? limits : limits.sorted { $0.instant < $1.instant }
  }
}
