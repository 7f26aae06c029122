struct KeyedFingerprint<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let parent: FingerprintEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { parent.at(key.stringValue).add(kind: 4, 0) }
  func encode(_ value: some Encodable, forKey key: Key) throws { try parent.at(key.stringValue).add(value) }
  func encode(_ value: Int128, forKey key: Key) { parent.at(key.stringValue).add(wide: value) }
  func encode(_ value: UInt128, forKey key: Key) { parent.at(key.stringValue).add(wide: value) }
  func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { parent.at(key.stringValue).container(keyedBy: keyType) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    parent.at(key.stringValue).list()
  }
  func superEncoder() -> any Encoder { parent.at("super") }
  func superEncoder(forKey key: Key) -> any Encoder { parent.at(key.stringValue) }
}

struct ListFingerprint: UnkeyedEncodingContainer {
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
  mutating func encode(_ value: Int128) { next().add(wide: value) }
  mutating func encode(_ value: UInt128) { next().add(wide: value) }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
    next().container(keyedBy: keyType)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().list() }
  mutating func superEncoder() -> any Encoder { next() }
}

struct SingleFingerprint: SingleValueEncodingContainer {
  let parent: FingerprintEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { parent.add(kind: 4, 0) }
  func encode(_ value: Bool) { parent.add(kind: 0, value ? 1 : 0) }
  func encode(_ value: String) { parent.add(value) }
  func encode(_ value: Double) { parent.add(value) }
  func encode(_ value: Float) { parent.add(Double(value)) }
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
  func encode(_ value: Int128) { parent.add(wide: value) }
  func encode(_ value: UInt128) { parent.add(wide: value) }
  func encode(_ value: some Encodable) throws { try parent.add(value) }

  private func integer(_ value: some BinaryInteger) { parent.add(kind: 1, UInt64(truncatingIfNeeded: value)) }
}
