import Foundation

/// What of a machine is stored as JSON, with the format and the version it was written under.
protocol StoredContent {
  associatedtype Machine: StateMachine
  associatedtype Content: Codable
  /// Under which key the content stands, beside `format` and `version`.
  static var key: String { get }
  /// Reads what was written under an earlier version.
  static func earlier(from decoder: any Decoder, version: Int) throws -> Content
}

enum StoredState<Machine: StateMachine>: StoredContent {
  static var key: String { "state" }

  static func earlier(from decoder: any Decoder, version: Int) throws -> Machine.State {
    try Machine.state(from: decoder, version: version)
  }
}

enum StoredEffect<Machine: StateMachine>: StoredContent {
  static var key: String { "effect" }

  static func earlier(from decoder: any Decoder, version: Int) throws -> Machine.Effect {
    try Machine.effect(from: decoder, version: version)
  }
}

extension StoredContent {
  static func encode(_ content: Content) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(Envelope<Self>(content: content))
  }

  static func decode(_ data: Data, named id: String) throws(UnreadableRecord) -> Content {
    do {
      return try JSONDecoder().decode(Envelope<Self>.self, from: data).content
    } catch let error as ForeignFormat {
      throw UnreadableRecord(format: error.name, version: nil, id: id, problem: .foreignFormat)
    } catch let error as UnknownVersion {
      throw UnreadableRecord(format: Machine.format.name, version: error.version, id: id, problem: .unknownVersion)
    } catch {
      let version = (try? JSONDecoder().decode(VersionOnly.self, from: data))?.version
      throw UnreadableRecord(format: Machine.format.name, version: version, id: id, problem: .malformed)
    }
  }
}

private struct Envelope<Stored: StoredContent>: Codable {
  let content: Stored.Content

  init(content: Stored.Content) { self.content = content }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .format)
    guard name == Stored.Machine.format.name else { throw ForeignFormat(name: name) }
    let version = try container.decode(Int.self, forKey: .version)
    guard container.allKeys.count == 3 else { throw UnknownKey() }
    let key = Key(stringValue: Stored.key)
    content =
      if version == Stored.Machine.format.version {
        try container.decode(Stored.Content.self, forKey: key)
      } else {
        try Stored.earlier(from: container.superDecoder(forKey: key), version: version)
      }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Stored.Machine.format.name, forKey: .format)
    try container.encode(Stored.Machine.format.version, forKey: .version)
    try container.encode(content, forKey: Key(stringValue: Stored.key))
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    static var format: Key { Key(stringValue: "format") }
    static var version: Key { Key(stringValue: "version") }
  }
}

private struct ForeignFormat: Error {
  let name: String
}

private struct UnknownKey: Error {}

private struct VersionOnly: Decodable {
  let version: Int
}
