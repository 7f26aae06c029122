/// A type whose elements encode themselves one after the other in an order that differs from one process to the next.
protocol HasNoOrder {
  /// How many values each element encodes.
  static var valuesInElement: Int { get }
}

extension Set: HasNoOrder {
  static var valuesInElement: Int { 1 }
}

/// Where its keys are no keys of an object: a key, then its value.
extension Dictionary: HasNoOrder {
  static var valuesInElement: Int { 2 }
}

/// Counts each element by its own fingerprint, whatever its place.
///
/// The values of an element are summed apart: together, those of one element could stand in for those of another.
struct UnorderedFingerprint: UnkeyedEncodingContainer {
  let parent: FingerprintEncoder
  let groupSize: Int
  var count = 0
  private var element = FingerprintSum()
  var codingPath: [any CodingKey] { [] }

  init(parent: FingerprintEncoder, groupSize: Int) {
    self.parent = parent
    self.groupSize = groupSize
    parent.add(kind: 5, 0)
  }

  private mutating func next(_ add: (FingerprintEncoder) throws -> Void) rethrows {
    let place = count % groupSize
    if place == 0 { element = FingerprintSum() }
    try add(FingerprintEncoder(sum: element, path: parent.path).at(place))
    count += 1
    if count.isMultiple(of: groupSize) { parent.add(kind: 7, element.high, element.low) }
  }

  mutating func encodeNil() { next { $0.add(kind: 4, 0) } }
  mutating func encode(_ value: some Encodable) throws { try next { try $0.add(value) } }
  mutating func encode(_ value: Int128) { next { $0.add(wide: value) } }
  mutating func encode(_ value: UInt128) { next { $0.add(wide: value) } }
  // Sets and dictionaries encode whole values; what comes by another way keeps its place.
  mutating func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
    ordered().container(keyedBy: keyType)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { ordered().list() }
  mutating func superEncoder() -> any Encoder { ordered() }

  private mutating func ordered() -> FingerprintEncoder {
    defer { count += 1 }
    return parent.at(count)
  }
}
