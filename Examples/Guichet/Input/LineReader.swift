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
  private var chunk = Data()
  /// What has been read of a line whose end is in a later chunk.
  private var line = Data()
  private var isAtEnd = false
  private var isAtStart = true

  init(_ handle: FileHandle) {
    self.handle = handle
  }

  /// Whether the end of the next line has yet to come: whoever writes it may be waiting for an answer first.
  var mayWait: Bool { !chunk.contains(UInt8(ascii: "\n")) }

  /// The next line; `nil` at the end.
  ///
  /// What is too long is passed over up to its end.
  mutating func next() throws -> Line? {
    var isTooLong = false
    while true {
      let end = chunk.firstIndex(of: UInt8(ascii: "\n"))
      line.append(chunk[..<(end ?? chunk.endIndex)])
      chunk = end.map { chunk[($0 + 1)...] } ?? Data()
      if line.count > Self.bytesMax {
        isTooLong = true
        line = Data()
      }
      if end == nil, !isAtEnd {
        chunk = try newBytes()
        isAtEnd = chunk.isEmpty
        continue
      }
      defer {
        line = Data()
        isAtStart = false
      }
      if isTooLong { return .tooLong }
      if isAtStart, line.starts(with: Self.byteOrderMark) { line = line.dropFirst(Self.byteOrderMark.count) }
      return end == nil && line.isEmpty ? nil : Self.line(of: line)
    }
  }

  /// What has come so far: a `FileHandle` would wait until the whole chunk is there, and nobody be answered meanwhile.
  private func newBytes() throws -> Data {
    var bytes = Data(count: 65_536)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe read(handle.fileDescriptor, buffer.baseAddress, buffer.count)
    }
    guard count >= 0 else { throw Stop("l’entrée est fermée, ou illisible") }
    return bytes.prefix(count)
  }

  /// What some editors write before the first line.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func line(of bytes: Data) -> Line {
    let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .notUTF8
  }
}

extension LineReader.Line {
  /// Whether it says nothing: a blank line, or a remark.
  var isPassedOver: Bool {
    switch self {
    case .text(let text):
      text.unicodeScalars.first { !$0.properties.isWhitespace }.map { $0 == "#" } ?? true
    case .tooLong, .notUTF8: false
    }
  }

  /// Its fields.
  func values() throws(LineFault) -> [String: JSONValue] {
    switch self {
    case .tooLong: throw .tooLong
    case .notUTF8: throw .notUTF8
    case .text(let text):
      guard case .object(let values) = try JSONReader.value(of: text.utf8) else { throw .malformed(column: 1) }
      return values
    }
  }
}
