/// Elements in order, each once, in blocks of bounded size: one that comes or goes moves its block alone.
///
/// Finding a place costs the logarithm of what there is. Coming and going add at most the length of a block and, where
/// a block is made or goes, that of the list of blocks, about a hundredth of what there is.
struct SortedBlocks<Element: Comparable & Sendable>: Sendable {
  /// None is empty.
  private var blocks: [[Element]] = []
  private static var sizeMax: Int { 256 }

  var isEmpty: Bool { blocks.isEmpty }

  mutating func insert(_ element: Element) {
    guard !blocks.isEmpty else {
      blocks.append([element])
      return
    }
    let index = block(of: element)
    let place = blocks[index].partition { $0 < element }
    guard place == blocks[index].count || element < blocks[index][place] else { return }
    if blocks[index].count < Self.sizeMax {
      blocks[index].insert(element, at: place)
    } else if place == Self.sizeMax {
      // What comes in order fills its blocks.
      blocks.insert([element], at: index + 1)
    } else {
      split(index)
      insert(element)
    }
  }

  mutating func remove(_ element: Element) {
    guard !blocks.isEmpty else { return }
    let index = block(of: element)
    let place = blocks[index].partition { $0 < element }
    guard place < blocks[index].count, !(element < blocks[index][place]) else { return }
    blocks[index].remove(at: place)
    if blocks[index].isEmpty { blocks.remove(at: index) }
  }

  /// At most so many elements after a place, in order, up to the first that is not wanted, and whether one more is.
  func page(
    after place: Element?, limit: Int, while isWanted: (Element) -> Bool = { _ in true }
  ) -> (elements: [Element], hasNext: Bool) {
    var found: [Element] = []
    guard limit > 0, !blocks.isEmpty else { return (found, false) }
    var index = 0
    var start = 0
    if let place {
      index = block(of: place)
      start = blocks[index].partition { !(place < $0) }
    }
    while index < blocks.count {
      for element in blocks[index][start...] {
        guard isWanted(element) else { return (found, false) }
        guard found.count < limit else { return (found, true) }
        found.append(element)
      }
      index += 1
      start = 0
    }
    return (found, false)
  }

  /// The last block that begins with the element or before it; the first one for what comes before all.
  private func block(of element: Element) -> Int {
    max(blocks.partition { !(element < $0[0]) } - 1, 0)
  }

  private mutating func split(_ index: Int) {
    let tail = Array(blocks[index].suffix(Self.sizeMax / 2))
    blocks[index].removeLast(tail.count)
    blocks.insert(tail, at: index + 1)
  }
}

extension Array {
  /// How many elements come first, where those that fulfil the condition stand before those that do not.
  fileprivate func partition(_ comesFirst: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if comesFirst(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
