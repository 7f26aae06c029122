import Foundation

/// Standard output and standard error.
enum Console {
  /// Writes at once, or says that it cannot: `print` would keep a full disk to itself.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw Stop("la sortie est fermée, ou pleine")
    }
  }

  /// Says why the Guichet stops; where even that cannot be written, the exit code says it.
  static func complain(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data("guichet\u{A0}: \(text.printable)\n".utf8))
  }
}
