import Foundation

/// The identifiers of a list, the latest instant first, then by identifier.
struct MemoryList: Sendable {
  private var places = SortedBlocks<Place>()

  private struct Place: Comparable, Sendable {
    let instant: Date
    let id: String

    static func < (left: Place, right: Place) -> Bool {
      left.instant == right.instant ? left.id < right.id : left.instant > right.instant
    }
  }

  var isEmpty: Bool { places.isEmpty }

  mutating func insert(_ id: String, at instant: Date) { places.insert(Place(instant: instant, id: id)) }

  mutating func remove(_ id: String, at instant: Date) { places.remove(Place(instant: instant, id: id)) }

  func page(after cursor: PageCursor?, limit: Int) -> (ids: [String], next: PageCursor?) {
    let page = places.page(after: cursor.map { Place(instant: $0.instant, id: $0.id) }, limit: limit)
    let next = page.hasNext ? page.elements.last.map { PageCursor(instant: $0.instant, id: $0.id) } : nil
    return (page.elements.map(\.id), next)
  }
}
