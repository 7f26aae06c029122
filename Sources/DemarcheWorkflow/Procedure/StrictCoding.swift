extension Decoder {
  /// The keyed container of an object that has no other key than those of `Keys`.
  func strictContainer<Keys: CodingKey>(keyedBy keys: Keys.Type) throws -> KeyedDecodingContainer<Keys> {
    let object = try container(keyedBy: AnyKey.self)
    for stranger in object.allKeys.filter({ Keys(stringValue: $0.stringValue) == nil }).sorted(by: AnyKey.precedes) {
      let unknown = DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: codingPath + [stranger], debugDescription: "unknown key"))
      guard let strangers = StrangerKeys.info.flatMap({ userInfo[$0] }) as? StrangerKeys else { throw unknown }
      strangers.note(DefinitionProblem(unreadable: unknown))
    }
    return try container(keyedBy: keys)
  }

  /// A value that is one of several, written as `"tag"` or, with a content, as `{"tag": content}`.
  func tagged<Tag: CodingKey>(by tags: Tag.Type) throws -> Tagged<Tag> {
    if let text = try? singleValueContainer().decode(String.self) {
      guard let tag = Tag(stringValue: text) else {
        throw DecodingError.dataCorrupted(
          DecodingError.Context(codingPath: codingPath, debugDescription: "unknown value")
        )
      }
      return Tagged(tag: tag, content: nil, codingPath: codingPath)
    }
    return try taggedObject(by: tags)
  }

  /// A value that is one of several, written as `{"tag": content}`.
  func taggedObject<Tag: CodingKey>(by tags: Tag.Type) throws -> Tagged<Tag> {
    let container = try strictContainer(keyedBy: tags)
    guard let tag = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: codingPath, debugDescription: "not an object of exactly one key")
      )
    }
    return Tagged(tag: tag, content: container, codingPath: codingPath)
  }
}

extension Decoder {
  /// A value whose keys are its properties; any other key is an error, for it would be lost when the value is written.
  func decodeWhole<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try Value(from: self)
    let known = Set(Mirror(reflecting: value).children.compactMap(\.label))
    let object = try container(keyedBy: AnyKey.self)
    guard let stranger = object.allKeys.filter({ !known.contains($0.stringValue) }).min(by: AnyKey.precedes) else {
      return value
    }
    throw DecodingError.dataCorrupted(
      DecodingError.Context(codingPath: codingPath + [stranger], debugDescription: "unknown key"))
  }
}

extension KeyedDecodingContainer {
  /// The same of the value under a key.
  func decodeWhole<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try superDecoder(forKey: key).decodeWhole(type)
  }
}

/// One of several values, as it was read: its tag, and what stood under it.
struct Tagged<Tag: CodingKey> {
  let tag: Tag
  fileprivate let content: KeyedDecodingContainer<Tag>?
  fileprivate let codingPath: [any CodingKey]

  /// What stands under the tag; an error when nothing does.
  func content<Content: Decodable>(_ type: Content.Type) throws -> Content {
    guard let content else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: codingPath, debugDescription: "\"\(tag.stringValue)\" needs a content")
      )
    }
    return try content.decode(type, forKey: tag)
  }

  /// The value of a tag under which nothing stands; an error when something does.
  func bare<Value>(_ value: Value) throws -> Value {
    guard content == nil else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: codingPath + [tag], debugDescription: "unexpected content")
      )
    }
    return value
  }
}

extension Encoder {
  /// Writes `"tag"`.
  func encode(bare tag: some CodingKey) throws {
    var container = singleValueContainer()
    try container.encode(tag.stringValue)
  }

  /// Writes `{"tag": content}`.
  func encode<Tag: CodingKey>(_ content: some Encodable, under tag: Tag) throws {
    var container = container(keyedBy: Tag.self)
    try container.encode(content, forKey: tag)
  }
}

/// Any key of an object, known or not.
struct AnyKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init?(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init?(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }

  static func precedes(_ left: AnyKey, _ right: AnyKey) -> Bool { left.stringValue < right.stringValue }
}
