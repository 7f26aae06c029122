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
  func unkeyedContainer() -> any UnkeyedEncodingContainer { ListFingerprint(parent: self) }
  func singleValueContainer() -> any SingleValueEncodingContainer { SingleFingerprint(parent: self) }

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

  func add(_ text: String) {
    var path = path
    path.mix(3)
    path.mix(text)
    sum.add(path)
  }

  func add(_ value: some Encodable) throws {
    switch value {
    case let text as String: add(text)
    case let number as Double: add(kind: 2, number.bitPattern)
    case let number as Int: add(kind: 1, UInt64(bitPattern: Int64(number)))
    case let flag as Bool: add(kind: 0, flag ? 1 : 0)
    case let value: try value.encode(to: self)
    }
  }
}

private struct KeyedFingerprint<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let parent: FingerprintEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { parent.at(key.stringValue).add(kind: 4, 0) }
  func encode(_ value: some Encodable, forKey key: Key) throws { try parent.at(key.stringValue).add(value) }
  func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { parent.at(key.stringValue).container(keyedBy: keyType) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    parent.at(key.stringValue).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { parent.at("super") }
  func superEncoder(forKey key: Key) -> any Encoder { parent.at(key.stringValue) }
}

private struct ListFingerprint: UnkeyedEncodingContainer {
  let parent: FingerprintEncoder
  var count = 0
  var codingPath: [any CodingKey] { [] }

  init(parent: FingerprintEncoder) {
    self.parent = parent
    // An empty list is not the absence of a list.
    parent.add(kind: 5, 0)
  }

  private mutating func next() -> FingerprintEncoder {
    defer { count += 1 }
    return parent.at(count)
  }

  mutating func encodeNil() { next().add(kind: 4, 0) }
  mutating func encode(_ value: some Encodable) throws { try next().add(value) }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
    next().container(keyedBy: keyType)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
  mutating func superEncoder() -> any Encoder { next() }
}

private struct SingleFingerprint: SingleValueEncodingContainer {
  let parent: FingerprintEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { parent.add(kind: 4, 0) }
  func encode(_ value: Bool) { parent.add(kind: 0, value ? 1 : 0) }
  func encode(_ value: String) { parent.add(value) }
  func encode(_ value: Double) { parent.add(kind: 2, value.bitPattern) }
  func encode(_ value: Float) { parent.add(kind: 2, Double(value).bitPattern) }
  func encode(_ value: Int) { integer(value) }
  func encode(_ value: Int8) { integer(value) }
  func encode(_ value: Int16) { integer(value) }
  func encode(_ value: Int32) { integer(value) }
  func encode(_ value: Int64) { integer(value) }
  func encode(_ value: UInt) { integer(value) }
  func encode(_ value: UInt8) { integer(value) }
  func encode(_ value: UInt16) { integer(value) }
  func encode(_ value: UInt32) { integer(value) }
  func encode(_ value: UInt64) { integer(value) }
  func encode(_ value: some Encodable) throws { try parent.add(value) }

  private func integer(_ value: some BinaryInteger) { parent.add(kind: 1, UInt64(truncatingIfNeeded: value)) }
}
