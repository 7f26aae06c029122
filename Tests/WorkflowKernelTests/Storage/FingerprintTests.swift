import Foundation
import Testing
import WorkflowKernel

@Suite struct `A fingerprint` {
  private enum Order: Encodable {
    case cancel
    case close
    case answer(Answer)
  }

  private struct Answer: Encodable {
    var text = "Jean"
    var number = 42
    var ratio = 0.5
    var isFirst = true
    var list = ["a", "b"]
    var table = ["x": 1, "y": 2]
    var instant = Date(timeIntervalSinceReferenceDate: 1)
    var bytes = Data([1, 2])
    var note: String?
    var salt = Drawn("r4nd0m")
  }

  private func fingerprint(of order: some Encodable, under key: String = "k-1") throws -> Fingerprint {
    try Fingerprint(of: order, under: RequestKey(key))
  }

  @Test func `F30: stays what it was in every process and version`() throws {
    let answer = try fingerprint(of: Order.answer(Answer())).description
    let cancel = try fingerprint(of: Order.cancel).description
    #expect(answer == "9b22e11bffc0202e6990f27a26044d3d")
    #expect(cancel == "5c8c2b82a292d8537e08dcff789e97ff")
  }

  @Test func `F30: does not depend on the order in which a dictionary was filled`() throws {
    let names = (0..<200).map { "field-\($0)" }
    let forth = Dictionary(uniqueKeysWithValues: names.map { ($0, $0) })
    var back: [String: String] = [:]
    back.reserveCapacity(5_000)
    for name in names.reversed() { back[name] = name }
    #expect(try fingerprint(of: forth) == fingerprint(of: back))
  }

  @Test func `F30: differs between orders that carry nothing but their name`() throws {
    #expect(try fingerprint(of: Order.cancel) != fingerprint(of: Order.close))
  }

  @Test func `F30: differs when any value of the order differs`() throws {
    let changes: [(inout Answer) -> Void] = [
      { $0.text = "Jeanne" }, { $0.number = 43 }, { $0.number = -42 }, { $0.ratio = 0.25 }, { $0.isFirst = false },
      { $0.list = ["b", "a"] }, { $0.list = ["a"] }, { $0.list = [] }, { $0.table = ["x": 2, "y": 1] },
      { $0.table = [:] }, { $0.table["y"] = nil }, { $0.instant += 0.001 }, { $0.bytes = Data([2, 1]) },
      { $0.note = "" },
    ]
    var seen: Set<Fingerprint> = [try fingerprint(of: Answer())]
    for change in changes {
      var answer = Answer()
      change(&answer)
      seen.insert(try fingerprint(of: answer))
    }
    #expect(seen.count == changes.count + 1)
  }

  @Test func `F30: tells values of different types apart`() throws {
    let values: [any Encodable] = [
      ["v": "1"], ["v": 1], ["v": 1.0], ["v": true], ["v": [1]], ["v": ["v": 1]], ["v": Int?.none],
      ["v": [String: Int]()], ["v": [Int]()], ["v": ""], ["v": 0],
    ]
    var seen: Set<Fingerprint> = []
    for value in values { seen.insert(try fingerprint(of: value)) }
    #expect(seen.count == values.count)
  }

  @Test func `F30: ignores what the server has drawn`() throws {
    var other = Answer()
    other.salt = Drawn("0th3r")
    #expect(try fingerprint(of: Answer()) == fingerprint(of: other))
  }

  @Test func `F15: does not show that two records have the same content`() throws {
    #expect(try fingerprint(of: Answer(), under: "k-1") != fingerprint(of: Answer(), under: "k-2"))
  }

  @Test func `is read back from its text, and from nothing else`() throws {
    let original = try fingerprint(of: Answer())
    #expect(Fingerprint(original.description) == original)
    let data = try JSONEncoder().encode([original])
    #expect(String(decoding: data, as: UTF8.self) == "[\"\(original)\"]")
    #expect(try JSONDecoder().decode([Fingerprint].self, from: data) == [original])
    for text in [
      "", "0", String(repeating: "0", count: 31), String(repeating: "G", count: 32),
      "+" + String(repeating: "0", count: 31),
    ] {
      #expect(Fingerprint(text) == nil)
    }
  }

  /// The same elements in as many orders as their tables have sizes.
  private func inSeveralOrders<Element: Hashable>(_ elements: [Element]) -> [Set<Element>] {
    [0, 64, 500, 4_000].map { capacity in
      var set = Set<Element>(minimumCapacity: capacity)
      for element in capacity % 3 == 0 ? elements : elements.reversed() { set.insert(element) }
      return set
    }
  }

  private struct Pair: Codable, Hashable {
    var one: Int
    var two: String?
  }

  @Test func `F30: does not depend on the order in which a set was filled`() throws {
    let sets = inSeveralOrders((0..<40).map { Pair(one: $0, two: "\($0)") })
    #expect(Set(sets.map { $0.map(\.one) }).count > 1)
    #expect(Set(try sets.map { try fingerprint(of: $0) }).count == 1)
    #expect(Set(try sets.map { try fingerprint(of: [Personal($0)]) }).count == 1)
    #expect(Set(try sets.map { try fingerprint(of: ["v": [$0]]) }).count == 1)
  }

  @Test func `F30: does not depend on the order of a dictionary whose keys are no text`() throws {
    let tables = inSeveralOrders(Array(0..<40)).map { numbers in
      var table = [Personal<String>: Int](minimumCapacity: numbers.capacity)
      for number in numbers { table[Personal("\(number)")] = number }
      return table
    }
    #expect(Set(tables.map { $0.map(\.value) }).count > 1)
    #expect(Set(try tables.map { try fingerprint(of: $0) }).count == 1)
  }

  @Test func `F30: is the same for a set and for a table in every process`() throws {
    let set = try fingerprint(of: Set((0..<40).map { "\($0)" })).description
    let keys = (0..<40).map { Pair(one: $0, two: nil) }
    let table = try fingerprint(of: Dictionary(uniqueKeysWithValues: keys.map { ($0, $0.one) })).description
    #expect(set == "9a65f1e4457399eaddcb3be56891688f")
    #expect(table == "079460acfbbdf86cd6fa6aa24c9a2f7f")
  }

  @Test func `F30: differs when the elements of a set do, even where only their values have changed places`() throws {
    let sets: [Set<Pair>] = [
      [Pair(one: 1, two: "a"), Pair(one: 2, two: "b")], [Pair(one: 1, two: "b"), Pair(one: 2, two: "a")],
      [Pair(one: 1, two: "a")], [], [Pair(one: 1), Pair(one: 2)],
    ]
    let tables: [[Pair: Int]] = [
      [Pair(one: 1): 1, Pair(one: 2): 2], [Pair(one: 1): 2, Pair(one: 2): 1], [Pair(one: 1): 1], [:],
    ]
    #expect(Set(try sets.map { try fingerprint(of: $0) }).count == sets.count)
    #expect(Set(try tables.map { try fingerprint(of: $0) }).count == tables.count)
  }

  @Test func `F30: keeps the order of a list that stands beside a set`() throws {
    struct Beside: Encodable {
      let set: Set<Int>
      let list: [Int]
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(set, forKey: .set)
        var nested = container.nestedUnkeyedContainer(forKey: .list)
        for number in list { try nested.encode(number) }
        var last = container.superEncoder().unkeyedContainer()
        for number in list { try last.encode(number) }
      }
      enum Key: CodingKey { case set, list }
    }
    #expect(
      try fingerprint(of: Beside(set: [1], list: [1, 2])) != fingerprint(of: Beside(set: [1], list: [2, 1])))
  }

  @Test func `F30: takes zero for one number, and tells all others apart`() throws {
    #expect(try fingerprint(of: ["v": 0.0]) == fingerprint(of: ["v": -0.0]))
    #expect(try fingerprint(of: [Float(0)]) == fingerprint(of: [-Float(0)]))
    let values: [any Encodable] = [
      [Float(0.1)], [Float(0.2)], [Float(0)], [Float.infinity], [Int128(5)], [Int128(5) << 64], [-Int128(5)],
      [UInt128.max], [Int8(5)], [UInt16(6)], [Int32(7)], [UInt(8)],
    ]
    #expect(Set(try values.map { try fingerprint(of: $0) }).count == values.count)
  }

  @Test func `F30: counts 128 bits wherever they stand`() throws {
    struct Wide: Encodable, Hashable {
      var number: Int128 = 1 << 100
      var set: Set<UInt128> = [1, 1 << 100]
      var list: [Int128] = [1]
    }
    let values = [
      Wide(), Wide(number: 1 << 101), Wide(set: [1]), Wide(set: [2, 1 << 100]), Wide(list: [2]), Wide(list: [1, 1]),
    ]
    #expect(Set(try values.map { try fingerprint(of: $0) }).count == values.count)
  }

  /// Writes `nil` by hand, or nothing, into each of the containers.
  private struct Absent: Encodable {
    enum Way: CaseIterable {
      case keyed, list, single
    }

    enum Key: CodingKey {
      case v
    }

    let way: Way
    let isWritten: Bool

    func encode(to encoder: any Encoder) throws {
      switch way {
      case .keyed:
        var container = encoder.container(keyedBy: Key.self)
        if isWritten { try container.encodeNil(forKey: .v) }
      case .list:
        var container = encoder.unkeyedContainer()
        if isWritten { try container.encodeNil() }
      case .single:
        var container = encoder.singleValueContainer()
        if isWritten { try container.encodeNil() }
      }
    }
  }

  @Test(arguments: Absent.Way.allCases)
  private func `F30: tells a value that is absent from one that is not written`(way: Absent.Way) throws {
    let written = try fingerprint(of: Absent(way: way, isWritten: true))
    #expect(try fingerprint(of: Absent(way: way, isWritten: false)) != written)
  }

  @Test func `F30: counts an absent value in its place`() throws {
    let lists: [[Int?]] = [[nil, 1], [1, nil], [1], [nil], [nil, nil], []]
    #expect(Set(try lists.map { try fingerprint(of: $0) }).count == lists.count)
    #expect(try fingerprint(of: [Int?.none, 1] as Set) != fingerprint(of: [1] as Set<Int?>))
  }
}
