import Foundation
import WorkflowKernel
import WorkflowTesting

extension NaiveStore {
  /// Ends and begins anew; a broken store comes back without what it never wrote, or reads it otherwise.
  func restart() throws {
    let before = reread
    reread = Set(rows.keys)
    forgottenKeys = Set(journal.compactMap(\.key))
    switch flaw {
    case .rereadsFirstStates: changeRows { $0.state = $0.stateOfArrival }
    case .cutsTextsAtNewlines: for id in rows.keys { try cutText(of: id) }
    case .forgetsLinesWithoutKey: journal = journal.filter { $0.key != nil || $0.revision == revision(of: $0.id) }
    case .rereadsLinesCut: journal = journal.map(line)
    case .forgetsClaims: claims = []
    case .rereadsEveryClaim:
      for (id, held) in claimsEverHeld { claims += held.filter { rival(for: $0) == nil }.map { ($0, id) } }
    case .forgetsLists: places = []
    case .rereadsPlacesCut: places = places.map { Place(label: $0.label, instant: cut($0.instant), id: $0.id) }
    case .rereadsEveryPlace: places = placesEverTaken
    case .forgetsDue: changeRows { $0.due = nil }
    case .rereadsDueCut: changeRows { $0.due = $0.due.map(cut) }
    case .rereadsFirstDue: changeRows { $0.due = $0.dueOfArrival }
    case .forgetsEffects: waiting = []
    case .forgetsTries: waiting = waiting.map { waits($0, attempts: 0, nextTry: $0.nextTry) }
    case .forgetsNextTries: waiting = waiting.map { waits($0, attempts: $0.attempts, nextTry: $0.recorded) }
    case .rereadsEffectsByKey: waiting.sort { $0.key.description < $1.key.description }
    case .forgetsAcknowledgements: waiting = delivered + waiting
    case .overwritesWhenReopened: rows = rows.filter { before?.contains($0.key) != true }
    case .writesNothingOnceReopened: rows = rows.filter { before?.contains($0.key) != false }
    default: break
    }
  }

  /// Whether the store is broken in a way that shows once it was reopened.
  func has(_ flaw: Flaw) -> Bool { self.flaw == flaw && reread != nil }

  private func changeRows(_ change: (inout Row) -> Void) {
    rows = rows.mapValues { row in
      var changed = row
      change(&changed)
      return changed
    }
  }

  private func cutText(of id: ID) throws {
    guard let record = try load(id) else { return }
    let lines = record.state.lines.map { String($0.prefix { !$0.isNewline }) }
    rows[id]?.state = try RecordFormat.encode(.open(lines: lines), of: Machine.self)
  }

  private func waits(
    _ effect: PendingEffect<Machine>, attempts: Int, nextTry: Date
  ) -> PendingEffect<Machine> {
    PendingEffect(
      key: effect.key, effect: effect.effect, recorded: effect.recorded, attempts: attempts, nextTry: nextTry)
  }
}
