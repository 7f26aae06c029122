import Foundation

/// The identifiers of what is due, the earliest instant first, then by identifier.
struct MemoryDueIndex: Sendable {
  private var places = SortedBlocks<Place>()

  private struct Place: Comparable, Sendable {
    let instant: Date
    let id: String

    static func < (left: Place, right: Place) -> Bool {
      left.instant == right.instant ? left.id < right.id : left.instant < right.instant
    }
  }

  mutating func move(_ id: String, from old: Date?, to new: Date?) {
    guard old != new else { return }
    if let old { places.remove(Place(instant: old, id: id)) }
    if let new { places.insert(Place(instant: new, id: id)) }
  }

  func page(at instant: Date, after cursor: PageCursor?, limit: Int) -> (ids: [String], next: PageCursor?) {
    let page = places.page(after: cursor.map { Place(instant: $0.instant, id: $0.id) }, limit: limit) {
      $0.instant <= instant
    }
    let next = page.hasNext ? page.elements.last.map { PageCursor(instant: $0.instant, id: $0.id) } : nil
    return (page.elements.map(\.id), next)
  }
}
