import Foundation

/// Reads a file or standard input line by line, in bounded memory whatever comes.
struct LineReader {
  /// A line of the input.
  enum Line {
    case text(String)
    case tooLong
    case notUTF8
  }

  /// The longest line that is read, in bytes.
  static let bytesMax = 1_000_000

  private let handle: FileHandle
  private var buffer = Data()
  private var isAtEnd = false

  init(_ handle: FileHandle) {
    self.handle = handle
  }

  /// The next line; `nil` at the end.
  ///
  /// What is too long is passed over up to its end.
  mutating func next() throws -> Line? {
    var isTooLong = false
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[..<end]
        buffer = buffer[buffer.index(after: end)...]
        return isTooLong ? .tooLong : Self.line(of: line)
      }
      if isAtEnd {
        defer { buffer = Data() }
        if isTooLong { return .tooLong }
        return buffer.isEmpty ? nil : Self.line(of: buffer)
      }
      if buffer.count > Self.bytesMax {
        isTooLong = true
        buffer = Data()
      }
      if let more = try handle.read(upToCount: 65_536), !more.isEmpty {
        buffer.append(more)
      } else {
        isAtEnd = true
      }
    }
  }

  private static func line(of bytes: Data) -> Line {
    if bytes.count > bytesMax { return .tooLong }
    var bytes = bytes
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .notUTF8
  }
}
