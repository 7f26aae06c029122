public import Foundation

/// The name and the version under which the states of a machine are stored.
public struct RecordFormat: Hashable, Sendable {
  /// The name, stable for ever: up to 64 small ASCII letters, digits, full stops, hyphens and low lines.
  public let name: String
  /// The version written today, from 1.
  public let version: Int

  /// Names a format.
  public init(_ name: String, version: Int) {
    self.name = name
    self.version = version
  }

  /// Writes a state as a JSON object with its format and version, the keys sorted.
  ///
  /// - Throws: what the state's own `encode(to:)` throws.
  public static func encode<Machine: StateMachine>(_ state: Machine.State, of machine: Machine.Type) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let format = Machine.format
    return try encoder.encode(Envelope<Machine>(format: format.name, version: format.version, state: state))
  }

  /// Reads a state written by this version or an earlier one.
  ///
  /// The object holds the format, the version and the state, nothing else; of a key that is written twice, Foundation
  /// shows the first value and hides the rest.
  ///
  /// - Throws: ``UnreadableRecord``, which names the record and shows nothing of its content.
  public static func decode<Machine: StateMachine>(
    _ data: Data, of id: Machine.ID, as machine: Machine.Type
  ) throws(UnreadableRecord) -> Machine.State {
    do {
      return try JSONDecoder().decode(Envelope<Machine>.self, from: data).state
    } catch let error as ForeignFormat {
      throw UnreadableRecord(format: error.name, version: nil, id: id.rawValue, problem: .foreignFormat)
    } catch let error as UnknownVersion {
      throw UnreadableRecord(
        format: Machine.format.name, version: error.version, id: id.rawValue, problem: .unknownVersion)
    } catch {
      let version = (try? JSONDecoder().decode(VersionOnly.self, from: data))?.version
      throw UnreadableRecord(format: Machine.format.name, version: version, id: id.rawValue, problem: .malformed)
    }
  }
}

/// A stored state that this version of the library cannot read.
///
/// Nothing is guessed in its place.
public struct UnreadableRecord: Error, Hashable, Sendable, CustomStringConvertible {
  /// The format the record claims or should have; `?` where it claims what can be the name of no format.
  public let format: String
  /// The version the record claims, where it can be read.
  public let version: Int?
  /// The record.
  public let id: String
  /// What is wrong with it.
  public let problem: Problem

  /// Names a record, its format and what is wrong; nothing of its content.
  public init(format: String, version: Int?, id: String, problem: Problem) {
    self.format = Self.isName(format) ? format : "?"
    self.version = version
    self.id = id
    self.problem = problem
  }

  /// What stands in a foreign record may be anything, somebody's name or a forged line of a log.
  private static func isName(_ format: String) -> Bool {
    (1...64).contains(format.utf8.count)
      && format.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }

  /// What can be wrong with a record.
  public enum Problem: String, Hashable, Codable, Sendable {
    /// It belongs to another machine.
    case foreignFormat
    /// It was written by a version this one does not know.
    case unknownVersion
    /// It is no JSON, lacks a field, or has an unknown value.
    case malformed
  }

  /// The record, its format and what is wrong; nothing of its content.
  public var description: String {
    "record \(id) of format \(format)/\(version.map(String.init) ?? "?") is unreadable: \(problem.rawValue)"
  }
}

/// A version of a format that a machine does not know.
public struct UnknownVersion: Error, Hashable, Sendable {
  /// The version.
  public let version: Int

  /// Names a version.
  public init(version: Int) {
    self.version = version
  }
}

private struct ForeignFormat: Error {
  let name: String
}

private struct UnknownKey: Error {}

private struct VersionOnly: Decodable {
  let version: Int
}

private struct Envelope<Machine: StateMachine>: Codable {
  let format: String
  let version: Int
  let state: Machine.State

  enum CodingKeys: CodingKey, CaseIterable { case format, version, state }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(format: String, version: Int, state: Machine.State) {
    self.format = format
    self.version = version
    self.state = state
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    format = try container.decode(String.self, forKey: .format)
    guard format == Machine.format.name else { throw ForeignFormat(name: format) }
    version = try container.decode(Int.self, forKey: .version)
    guard try decoder.container(keyedBy: AnyKey.self).allKeys.count == CodingKeys.allCases.count else {
      throw UnknownKey()
    }
    state =
      if version == Machine.format.version {
        try container.decode(Machine.State.self, forKey: .state)
      } else {
        try Machine.state(from: container.superDecoder(forKey: .state), version: version)
      }
  }
}
