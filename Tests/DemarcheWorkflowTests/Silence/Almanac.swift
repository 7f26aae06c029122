import Foundation

/// The town's days, made one after the other by counting: it shares nothing with the library's calendar.
enum Almanac {
  /// How a day is written.
  struct Leaf: Hashable {
    var year: Int
    var month: Int
    var day: Int

    var text: String { String(format: "%04d-%02d-%02d", year, month, day) }
  }

  private static let pages: (leaves: [Leaf], midnights: [Date]) = {
    var (leaf, midnight) = (Leaf(year: 2026, month: 1, day: 1), instant("2026-01-01T00:00:00+01:00"))
    var pages: (leaves: [Leaf], midnights: [Date]) = ([], [])
    while leaf.year < 2060 {
      pages.leaves.append(leaf)
      pages.midnights.append(midnight)
      // 1 January 2026 was a Thursday; both months that change the hour have 31 days.
      let isLastSunday = pages.leaves.count % 7 == 4 && leaf.day > 24
      let hours = isLastSunday && leaf.month == 3 ? 23 : isLastSunday && leaf.month == 10 ? 25 : 24
      midnight += Double(hours * 3600)
      leaf.day += 1
      if leaf.day > length(of: leaf) { leaf = Leaf(year: leaf.year, month: leaf.month + 1, day: 1) }
      if leaf.month > 12 { leaf = Leaf(year: leaf.year + 1, month: 1, day: 1) }
    }
    return pages
  }()
  private static let numbers = Dictionary(
    uniqueKeysWithValues: pages.leaves.enumerated().map { ($0.element, $0.offset) })

  private static func length(of leaf: Leaf) -> Int {
    switch leaf.month {
    case 2: leaf.year % 4 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of a day written `YYYY-MM-DD`.
  static func number(_ text: String) -> Int {
    pages.leaves.firstIndex { $0.text == text } ?? 0
  }

  static func text(_ number: Int) -> String { pages.leaves[number].text }

  /// The instant a day begins in the town; a second less, and it is the evening before.
  static func midnight(_ number: Int) -> Date { pages.midnights[number] }

  /// The same day so many months later, or the last one before it that the month has.
  static func day(_ months: Int, monthsAfter number: Int) -> Int {
    var leaf = pages.leaves[number]
    for _ in 0..<months { leaf = Leaf(year: leaf.year, month: leaf.month + 1, day: leaf.day).turned }
    while numbers[leaf] == nil, leaf.day > 1 { leaf.day -= 1 }
    return numbers[leaf] ?? 0
  }
}

extension Almanac.Leaf {
  fileprivate var turned: Self { month > 12 ? Self(year: year + 1, month: 1, day: day) : self }
}
