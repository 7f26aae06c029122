import Foundation

/// Due records in buckets of one hour: moving a record costs a dictionary access, reading sorts only what is read.
struct MemoryDueIndex: Sendable {
  private var buckets: [Int: [String: Date]] = [:]
  /// The hours that have a bucket, sorted.
  private var hours: [Int] = []

  mutating func move(_ id: String, from old: Date?, to new: Date?) {
    guard old != new else { return }
    if let old {
      let hour = hour(of: old)
      buckets[hour]?[id] = nil
      if buckets[hour]?.isEmpty == true {
        buckets[hour] = nil
        hours.remove(at: index(of: hour))
      }
    }
    if let new {
      let hour = hour(of: new)
      if buckets[hour] == nil { hours.insert(hour, at: index(of: hour)) }
      buckets[hour, default: [:]][id] = new
    }
  }

  func page(at instant: Date, after cursor: PageCursor?, limit: Int) -> (ids: [String], next: PageCursor?) {
    var found: [(instant: Date, id: String)] = []
    let last = hour(of: instant)
    let first = cursor.map { index(of: hour(of: $0.instant)) } ?? 0
    for hour in hours[first...] {
      if hour > last || found.count > limit { break }
      let bucket = (buckets[hour] ?? [:]).filter { id, due in
        guard due <= instant else { return false }
        guard let cursor else { return true }
        return due == cursor.instant ? id > cursor.id : due > cursor.instant
      }
      found += bucket.map { (instant: $0.value, id: $0.key) }
        .sorted { $0.instant == $1.instant ? $0.id < $1.id : $0.instant < $1.instant }
    }
    let page = found.prefix(max(limit, 0))
    let next = found.count > page.count ? page.last.map { PageCursor(instant: $0.instant, id: $0.id) } : nil
    return (page.map(\.id), next)
  }

  /// Instants outside ±10¹² hours share the outermost buckets, so that no date is too far away.
  private func hour(of instant: Date) -> Int {
    let hour = (instant.timeIntervalSinceReferenceDate / 3600).rounded(.down)
    return Int(min(max(hour, -1e12), 1e12))
  }

  private func index(of hour: Int) -> Int {
    var (low, high) = (0, hours.count)
    while low < high {
      let middle = (low + high) / 2
      if hours[middle] < hour { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
