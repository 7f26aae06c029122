struct FingerprintEncoder: Encoder {
  let sum: FingerprintSum
  let path: FingerprintPath
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    // An order without content is told from another by the key it stands under, so an empty object counts too.
    add(kind: 6, 0)
    return KeyedEncodingContainer(KeyedFingerprint<Key>(parent: self))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if let type = sum.begun as? any HasNoOrder.Type {
      return UnorderedFingerprint(parent: self, groupSize: type.valuesInElement)
    }
    return list()
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { SingleFingerprint(parent: self) }

  func list() -> any UnkeyedEncodingContainer { ListFingerprint(parent: self) }

  func at(_ key: String) -> FingerprintEncoder {
    var path = path
    path.mix(key)
    return FingerprintEncoder(sum: sum, path: path)
  }

  func at(_ index: Int) -> FingerprintEncoder {
    var path = path
    path.mix(UInt64(truncatingIfNeeded: index))
    return FingerprintEncoder(sum: sum, path: path)
  }

  func add(kind: UInt64, _ word: UInt64) {
    var path = path
    path.mix(kind)
    path.mix(word)
    sum.add(path)
  }

  func add(kind: UInt64, _ high: UInt64, _ low: UInt64) {
    var path = path
    path.mix(kind)
    path.mix(high)
    path.mix(low)
    sum.add(path)
  }

  func add(_ number: Double) {
    // Zero is one number, though it can be written with either sign.
    add(kind: 2, number == 0 ? 0 : number.bitPattern)
  }

  /// The two types of 128 bits: they encode themselves through no other.
  func add(wide number: some FixedWidthInteger) {
    add(kind: 8, UInt64(truncatingIfNeeded: number >> 64), UInt64(truncatingIfNeeded: number))
  }

  func add(_ text: String) {
    var path = path
    path.mix(3)
    path.mix(text)
    sum.add(path)
  }

  func encode(_ value: some Encodable) throws {
    sum.begun = type(of: value)
    try value.encode(to: self)
    sum.begun = nil
  }

  func add(_ value: some Encodable) throws {
    switch value {
    case let text as String: add(text)
    case let number as Double: add(number)
    case let number as Int: add(kind: 1, UInt64(bitPattern: Int64(number)))
    case let flag as Bool: add(kind: 0, flag ? 1 : 0)
    case let value: try encode(value)
    }
  }
}
