import Foundation
import WorkflowKernel
import WorkflowTesting

extension NaiveStore {
  func schedule(_ commit: Commit<Machine>) {
    let id = commit.entry.id
    let old = rows[id]?.due
    var due = commit.due
    if flaw == .losesDueBesideClaims, !commit.facets.claims.isEmpty { due = nil }
    if flaw == .keepsEarliestDue, let old, let new = due { due = min(old, new) }
    if flaw == .neverClearsDue { due = due ?? old }
    rows[id]?.dueOfArrival = old ?? due
    rows[id]?.due = flaw == .cutsDueInstants ? due.map(cut) : due
  }

  func due(at instant: Date, after cursor: PageCursor?, limit: Int) -> DuePage<ID> {
    due(at: instant, after: cursor, limit: limit, of: "")
  }

  func due(at instant: Date, after cursor: PageCursor?, limit: Int, of machine: String) -> DuePage<ID> {
    let all: [(instant: Date, id: ID)] = rows.compactMap { id, row in
      guard let due = row.due, isOurs(id, machine, unless: .sharesDue), !isHidden(id, by: .showsDueLate) else {
        return nil
      }
      return (due, id)
    }
    let reached = all.filter { flaw == .isDueAfterInstant ? $0.instant < instant : $0.instant <= instant }
    let list = reached.sorted { left, right in
      if left.instant == right.instant || flaw == .ordersDueByIdentifier { return text(left.id) < text(right.id) }
      return left.instant < right.instant
    }
    var rest = list
    if let cursor {
      switch flaw {
      case .pagesDueByOffset: rest = Array(list.dropFirst(Int(cursor.id) ?? 0))
      case .pagesDueByInstantAlone: rest = list.filter { $0.instant > cursor.instant }
      case .ordersDueByIdentifier: rest = list.filter { $0.id.rawValue > cursor.id }
      default:
        rest = list.filter {
          $0.instant == cursor.instant ? text($0.id) > text(ID(cursor.id)) : $0.instant > cursor.instant
        }
      }
    }
    let count = flaw == .takesZeroForEverythingDue && limit < 1 ? list.count : max(limit, 0)
    let page = rest.prefix(count)
    var next = page.count == rest.count ? nil : page.last.map { PageCursor(instant: $0.instant, id: $0.id.rawValue) }
    if flaw == .pagesDueByOffset, let last = next {
      next = PageCursor(instant: last.instant, id: String(count + (cursor.flatMap { Int($0.id) } ?? 0)))
    }
    if flaw == .standsStillInDue, let cursor { return DuePage(ids: [], next: cursor) }
    return DuePage(ids: page.map(\.id), next: next)
  }

  private func text(_ id: ID) -> String { flaw == .foldsTiesOfDue ? id.rawValue.lowercased() : id.rawValue }
}
