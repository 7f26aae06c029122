/// A stored state or effect that this version of the library cannot read.
///
/// Nothing is guessed in its place.
public struct UnreadableRecord: Error, Hashable, Sendable, CustomStringConvertible {
  /// The format the record claims or should have; `?` where it claims what can be the name of no format.
  public let format: String
  /// The version the record claims, where it can be read.
  public let version: Int?
  /// The record, or the key of the effect.
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
