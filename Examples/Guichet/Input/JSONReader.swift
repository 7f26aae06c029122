/// Reads one JSON text to the letter of RFC 8259.
///
/// Foundation keeps one of two fields of the same name and says nothing; here a text that two readers could understand
/// differently is refused, with its place.
struct JSONReader {
  /// How many arrays and objects may stand in one another, so that no line can exhaust the stack.
  static let depthMax = 64

  let bytes: [UInt8]
  var position = 0

  /// The value of a text in UTF-8.
  static func value(of bytes: some Sequence<UInt8>) throws(LineFault) -> JSONValue {
    var reader = JSONReader(bytes: Array(bytes))
    let value = try reader.value(depth: 0)
    guard reader.next() == nil else { throw reader.fault }
    return value
  }

  /// Where it stands, counted in characters from 1.
  var column: Int { String(decoding: bytes[..<position], as: UTF8.self).count + 1 }

  var fault: LineFault { .malformed(column: column) }

  /// The byte it stands on; `nil` at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Passes over one byte if it is the one expected.
  mutating func skip(_ expected: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: expected) else { return false }
    position += 1
    return true
  }

  /// The next byte that is no blank.
  private mutating func next() -> UInt8? {
    while skip(" ") || skip("\t") || skip("\n") || skip("\r") {}
    return current
  }

  private mutating func take(_ expected: Unicode.Scalar) -> Bool {
    _ = next()
    return skip(expected)
  }

  private mutating func value(depth: Int) throws(LineFault) -> JSONValue {
    guard let first = next() else { throw fault }
    switch Unicode.Scalar(first) {
    case "{": return .object(try object(depth: depth + 1))
    case "[": return .array(try array(depth: depth + 1))
    case "\"": return .string(try string())
    case "-", "0"..."9": return try number()
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "n": return try word("null", .null)
    case _: throw fault
    }
  }

  private mutating func object(depth: Int) throws(LineFault) -> [String: JSONValue] {
    guard depth <= Self.depthMax else { throw .tooDeep(column: column) }
    position += 1
    var object: [String: JSONValue] = [:]
    if take("}") { return object }
    repeat {
      guard next() == UInt8(ascii: "\"") else { throw fault }
      let start = position
      let name = try string()
      // Two ways of writing the same accent are one name, as they are one key of a dictionary.
      guard object[name] == nil else {
        position = start
        throw .duplicateField(name, column: column)
      }
      guard take(":") else { throw fault }
      object[name] = try value(depth: depth)
    } while take(",")
    guard take("}") else { throw fault }
    return object
  }

  private mutating func array(depth: Int) throws(LineFault) -> [JSONValue] {
    guard depth <= Self.depthMax else { throw .tooDeep(column: column) }
    position += 1
    var array: [JSONValue] = []
    if take("]") { return array }
    repeat { array.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw fault }
    return array
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(LineFault) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw fault }
    position += word.utf8.count
    return value
  }
}
