import Foundation
import WorkflowKernel
import WorkflowTesting

extension NaiveStore {
  func place(_ id: ID, under tags: [Tag]) {
    switch flaw {
    case .neverLeavesLists:
      places.removeAll { place in place.id == id && tags.contains { $0.label == place.label } }
    case .keepsOldPlaces:
      places.removeAll { place in place.id == id && !tags.contains { $0.label == place.label } }
    default: places.removeAll { $0.id == id }
    }
    for tag in flaw == .keepsOneList ? Array(tags.prefix(1)) : tags {
      let isThere = places.contains { $0.label == tag.label && $0.instant == tag.instant && $0.id == id }
      if isThere, flaw != .listsRepeatedTagsTwice { continue }
      var seconds = tag.instant.timeIntervalSince1970
      if flaw == .roundsListsToSeconds { seconds.round(.down) }
      places.append(Place(label: tag.label, instant: Date(timeIntervalSince1970: seconds), id: id))
      placesEverTaken += places.suffix(1)
    }
  }

  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) throws -> Page<Machine> {
    let list = places.filter { joined($0.label) == joined(label) && !isHidden($0.id, by: .showsListsLate) }
      .sorted(by: precedes)
    var rest = list
    if let cursor {
      switch flaw {
      case .repeatsRecordOfCursor: rest = list.filter { !isBefore($0, cursor) }
      case .pagesByInstantAlone: rest = list.filter { $0.instant < cursor.instant }
      case .pagesByOffset: rest = Array(list.dropFirst(Int(cursor.id) ?? 0))
      case .looksForRecordOfCursor:
        rest = Array(list[(list.firstIndex { $0.id.rawValue == cursor.id } ?? list.count - 1)...].dropFirst())
      case .startsOverBeyondEnd:
        rest = list.filter { isAfter($0, cursor) }
        if rest.isEmpty { rest = list }
      default: rest = list.filter { isAfter($0, cursor) }
      }
    }
    var count = max(limit, 0)
    if flaw == .takesZeroForEverything, limit < 1 { count = list.count }
    if flaw == .givesOneMore { count += 1 }
    let page = rest.prefix(count)
    let isLast = flaw == .promisesAnotherPage ? page.count < count : page.count == rest.count
    var next = isLast || count == 0 ? nil : page.last.map { PageCursor(instant: $0.instant, id: $0.id.rawValue) }
    if flaw == .pagesByOffset, let last = next {
      next = PageCursor(instant: last.instant, id: String(count + (cursor.flatMap { Int($0.id) } ?? 0)))
    }
    if flaw == .standsStill, let cursor { return Page(records: [], next: cursor) }
    return Page(records: try page.compactMap(record), next: next)
  }

  private func record(at place: Place) throws -> Record<Machine>? {
    do {
      guard let record = try load(place.id) else { return nil }
      guard flaw == .listsStateOfArrival, let bytes = rows[place.id]?.stateOfArrival else { return record }
      let state = try RecordFormat.decode(bytes, of: place.id, as: Machine.self)
      return Record(id: place.id, state: state, revision: record.revision)
    } catch {
      if flaw == .listsWithoutUnreadable { return nil }
      throw error
    }
  }

  private func precedes(_ left: Place, _ right: Place) -> Bool {
    guard left.instant == right.instant else {
      return flaw == .listsOldestFirst ? left.instant < right.instant : left.instant > right.instant
    }
    return flaw == .foldsTies ? left.id.rawValue.lowercased() < right.id.rawValue.lowercased() : left.id < right.id
  }

  private func isBefore(_ place: Place, _ cursor: PageCursor) -> Bool {
    precedes(place, Place(label: place.label, instant: cursor.instant, id: ID(cursor.id)))
  }

  private func isAfter(_ place: Place, _ cursor: PageCursor) -> Bool {
    precedes(Place(label: place.label, instant: cursor.instant, id: ID(cursor.id)), place)
  }

  private func joined(_ label: TagLabel) -> String {
    label.scope + (flaw == .joinsScopeAndValueOfLists ? "" : "/") + label.value.value
  }
}
