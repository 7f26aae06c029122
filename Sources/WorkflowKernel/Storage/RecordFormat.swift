public import Foundation

/// The name and the version under which the states of a machine are stored.
public struct RecordFormat: Hashable, Sendable {
  /// The name, stable for ever.
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
  /// The format the record claims or should have.
  public let format: String
  /// The version the record claims, where it can be read.
  public let version: Int?
  /// The record.
  public let id: String
  /// What is wrong with it.
  public let problem: Problem

  /// Names a record, its format and what is wrong; nothing of its content.
  public init(format: String, version: Int?, id: String, problem: Problem) {
    self.format = format
    self.version = version
    self.id = id
    self.problem = problem
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

private struct VersionOnly: Decodable {
  let version: Int
}

private struct Envelope<Machine: StateMachine>: Codable {
  let format: String
  let version: Int
  let state: Machine.State

  enum CodingKeys: CodingKey { case format, version, state }

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
    state =
      if version == Machine.format.version {
        try container.decode(Machine.State.self, forKey: .state)
      } else {
        try Machine.state(from: container.superDecoder(forKey: .state), version: version)
      }
  }
}
