import Foundation

/// What an agent finds of a piece.
public enum PieceVerdict: Hashable, Codable, Sendable {
  /// It proves what it must.
  case accepted
  /// It does not.
  case refused(Reason)
  /// It is too old.
  case outdated
  /// It is not needed after all.
  case waived(Reason)
}

extension PieceJustificative {
  /// A refused or outdated piece can be supplied again; an accepted one can only become out of date (F25).
  mutating func supply(_ content: PieceContent, at instant: Date) throws(DemarcheRefusal) {
    switch status {
    case .awaited, .announced, .supplied, .refused, .outdated: status = .supplied(content, instant)
    case .accepted, .waived: throw .pieceNotExpected(key, status.name)
    }
  }

  mutating func announce(at instant: Date) throws(DemarcheRefusal) {
    switch status {
    case .awaited, .announced, .refused, .outdated: status = .announced(instant)
    case .supplied, .accepted, .waived: throw .pieceNotExpected(key, status.name)
    }
  }

  /// Paper comes as announced, or unannounced: the counter takes it all the same.
  mutating func receive(at instant: Date) throws(DemarcheRefusal) {
    try supply(.paper, at: instant)
  }

  mutating func review(_ verdict: PieceVerdict, at instant: Date) throws(DemarcheRefusal) {
    switch (verdict, status) {
    case (.accepted, .supplied(let content, _)): status = .accepted(content, instant)
    case (.refused(let reason), .supplied): status = .refused(reason, instant)
    case (.outdated, .supplied), (.outdated, .accepted): status = .outdated(instant)
    case (.waived(let reason), .awaited), (.waived(let reason), .announced), (.waived(let reason), .supplied),
      (.waived(let reason), .refused), (.waived(let reason), .outdated):
      status = .waived(reason, instant)
    case (.accepted, _), (.refused, _), (.outdated, _), (.waived, _):
      throw .pieceNotReviewable(key, status.name)
    }
  }

  /// What a request for correction names must come again, whatever came before.
  mutating func demand(because reason: Reason, at instant: Date) throws(DemarcheRefusal) {
    isAskedFor = true
    switch status {
    case .awaited, .refused, .outdated: break
    case .announced, .supplied: status = .refused(reason, instant)
    case .accepted, .waived: throw .pieceNotReviewable(key, status.name)
    }
  }

  /// Uploaded or announced by post: paper never blocks (F24).
  var isProvided: Bool {
    switch status {
    case .announced, .supplied, .accepted, .waived: true
    case .awaited, .refused, .outdated: false
    }
  }

  /// In the town's hands, or not needed: what is announced is still to come.
  var hasCome: Bool {
    switch status {
    case .supplied, .accepted, .waived: true
    case .awaited, .announced, .refused, .outdated: false
    }
  }

  /// A correction asks for it, and it has not come.
  var isAskedForInVain: Bool { isAskedFor && !hasCome }

  var isSettled: Bool {
    switch status {
    case .accepted, .waived: true
    case .awaited, .announced, .supplied, .refused, .outdated: false
    }
  }

  var isDisproved: Bool {
    switch status {
    case .refused, .outdated: true
    case .awaited, .announced, .supplied, .accepted, .waived: false
    }
  }

  var file: PieceFile? {
    switch status {
    case .supplied(.file(let file), _), .accepted(.file(let file), _): file
    case .supplied(.paper, _), .accepted(.paper, _), .awaited, .announced, .refused, .outdated, .waived: nil
    }
  }
}
