import Foundation

/// Identifiers by instant, kept sorted so that the end of the array is the latest: adding the newest costs nothing.
struct MemoryList: Sendable {
  private var places: [Place] = []

  private struct Place: Sendable {
    let instant: Date
    let id: String

    /// Read backwards, the array goes from the latest instant to the earliest, and by identifier within an instant.
    static func < (left: Place, right: Place) -> Bool {
      left.instant == right.instant ? left.id > right.id : left.instant < right.instant
    }
  }

  var isEmpty: Bool { places.isEmpty }

  mutating func insert(_ id: String, at instant: Date) {
    let place = Place(instant: instant, id: id)
    let index = firstIndex(notBefore: place)
    guard index == places.endIndex || places[index].instant != instant || places[index].id != id else { return }
    places.insert(place, at: index)
  }

  mutating func remove(_ id: String, at instant: Date) {
    let index = firstIndex(notBefore: Place(instant: instant, id: id))
    guard index < places.endIndex, places[index].instant == instant, places[index].id == id else { return }
    places.remove(at: index)
  }

  func page(after cursor: PageCursor?, limit: Int) -> (ids: [String], next: PageCursor?) {
    let end =
      cursor.map { firstIndex(notBefore: Place(instant: $0.instant, id: $0.id)) } ?? places.endIndex
    let start = max(end - max(limit, 0), 0)
    let ids = places[start..<end].reversed().map(\.id)
    let next =
      start > 0 && start < end ? PageCursor(instant: places[start].instant, id: places[start].id) : nil
    return (ids, next)
  }

  private func firstIndex(notBefore place: Place) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
