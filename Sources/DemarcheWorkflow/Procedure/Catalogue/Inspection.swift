/// A walk through definitions that remembers what is wrong, and where.
struct Inspection {
  private(set) var problems: [DefinitionProblem] = []

  mutating func note(_ fault: DefinitionFault, at place: Place) {
    problems.append(DefinitionProblem(place: place.text, fault: fault))
  }

  /// What stands on one line of a screen or a letter.
  mutating func label(_ text: String, at place: Place) {
    readable(text, max: Self.labelMax, lines: false, at: place)
  }

  /// What explains it, on several lines where it must.
  mutating func help(_ text: String?, at place: Place) {
    if let text { readable(text, max: Self.helpMax, lines: true, at: place) }
  }

  private mutating func readable(_ text: String, max: Int, lines: Bool, at place: Place) {
    do { _ = try text.freeText(max: max, lines: lines) } catch {
      switch error {
      case .blank: note(.blankText, at: place)
      case .tooLong: note(.longText(max: max), at: place)
      case .unprintable: note(.unprintableText, at: place)
      }
    }
  }

  mutating func within(_ range: ClosedRange<Int>, _ number: Int, at place: Place) {
    if !range.contains(number) { note(.outOfBounds(number, range), at: place) }
  }

  mutating func notEmpty(_ list: some Collection, at place: Place) {
    if list.isEmpty { note(.emptyList, at: place) }
  }

  /// Checks the form of the keys of one list, and that none stands twice.
  mutating func keys(_ keys: [String], named name: String, in place: Place) {
    var seen: Set<String> = []
    for (index, key) in keys.enumerated() {
      self.key(key, at: place[index][name], seen: &seen)
    }
  }

  mutating func key(_ key: String, at place: Place, seen: inout Set<String>) {
    if !Self.isKey(key) { note(.malformedKey(key), at: place) }
    if !seen.insert(key).inserted { note(.duplicate(key), at: place) }
  }

  private static let labelMax = 200
  private static let helpMax = 4_000

  private static func isKey(_ key: String) -> Bool {
    guard let first = key.utf8.first, first.isASCIILetter, key.utf8.count <= 64 else { return false }
    return key.utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }
}

/// A place in the definitions, written as `procedures[2].steps[0]`.
struct Place {
  let text: String

  static let root = Place(text: "")

  subscript(key: String) -> Place { Place(text: text.isEmpty ? key : text + "." + key) }
  subscript(index: Int) -> Place { Place(text: text + "[\(index)]") }
}
