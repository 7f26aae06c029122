/// A promise that a store did not keep, and the line that asked.
public struct CheckFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the check.
  public let name: String
  /// What was promised.
  public let promise: String
  /// What happened instead.
  public let finding: String
  /// Where the check was asked for, so that a test framework can show the failure there.
  public let place: SourcePlace

  /// All of it, in a few lines.
  public var description: String { "\(name): \(promise)\n\(finding)" }
}

/// A place in the caller's source code.
public struct SourcePlace: Hashable, Sendable {
  /// The module and the file.
  public let fileID: String
  /// The path of the file.
  public let filePath: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
}
