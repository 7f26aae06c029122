public import Foundation

/// Files in the repository that must equal what the code generates.
///
/// Paths start at the package's root; golden data of tests lives in `Tests/Golden/`, outside any target. Running the
/// tests with `REWRITE_GOLDEN=1` in the environment writes the files instead of comparing them.
public enum Golden: Sendable {
  /// Compares a file with what the code generates.
  public static func check(_ generated: String, _ path: String) throws {
    let file = root.appending(path: path)
    if isRewriting {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try Data(generated.utf8).write(to: file)
    }
    let stored = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    try compare(stored, with: generated, in: path)
  }

  /// Compares one section of a hand-written file with what the code generates.
  ///
  /// The section stands between the lines `<!-- generated: NAME -->` and `<!-- end of NAME -->`.
  public static func check(_ generated: String, section name: String, of path: String) throws {
    let file = root.appending(path: path)
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard let start = text.range(of: "<!-- generated: \(name) -->\n"),
      let end = text.range(of: "<!-- end of \(name) -->", range: start.upperBound..<text.endIndex)
    else { throw GoldenMismatch(description: "\(path) has no section \(name)") }
    let section = "\n" + generated.trimmingCharacters(in: .newlines) + "\n\n"
    if isRewriting {
      let rewritten = text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: section)
      return try Data(rewritten.utf8).write(to: file)
    }
    try compare(String(text[start.upperBound..<end.lowerBound]), with: section, in: path)
  }

  /// The content of a file that tests only read.
  public static func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  /// The package's root.
  public static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  private static var isRewriting: Bool { ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1" }

  private static func compare(_ stored: String?, with generated: String, in path: String) throws {
    guard stored != generated else { return }
    let old = (stored ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let new = generated.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    throw GoldenMismatch(
      description: """
        \(path), line \(line + 1), is not what the code generates now (REWRITE_GOLDEN=1 rewrites it)
        stored:    \(old.indices.contains(line) ? String(old[line]) : "(nothing)")
        generated: \(new.indices.contains(line) ? String(new[line]) : "(nothing)")
        """)
  }
}

/// A stored file and the code disagree.
public struct GoldenMismatch: Error, CustomStringConvertible {
  /// Where, and both texts.
  public let description: String
}
