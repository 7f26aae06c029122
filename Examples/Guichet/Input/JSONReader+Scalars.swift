/// Texts and numbers.
extension JSONReader {
  /// A text, from its first quotation mark on.
  mutating func string() throws(LineFault) -> String {
    position += 1
    var text = ""
    var start = position
    while let byte = current {
      switch Unicode.Scalar(byte) {
      case "\"":
        text += String(decoding: bytes[start..<position], as: UTF8.self)
        position += 1
        return text
      case "\\":
        text += String(decoding: bytes[start..<position], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        start = position
      case "\0"..."\u{1F}": throw fault
      case _: position += 1
      }
    }
    throw fault
  }

  /// What stands behind a backslash.
  private mutating func escape() throws(LineFault) -> Unicode.Scalar {
    position += 1
    guard let byte = current else { throw fault }
    let scalar: Unicode.Scalar
    switch Unicode.Scalar(byte) {
    case "\"", "\\", "/": scalar = Unicode.Scalar(byte)
    case "b": scalar = "\u{8}"
    case "f": scalar = "\u{C}"
    case "n": scalar = "\n"
    case "r": scalar = "\r"
    case "t": scalar = "\t"
    case "u": return try unicodeEscape()
    case _: throw fault
    }
    position += 1
    return scalar
  }

  /// `uXXXX`, twice for what is beyond the first 65,536 scalars; half of such a pair is no character.
  private mutating func unicodeEscape() throws(LineFault) -> Unicode.Scalar {
    var value = try codeUnit()
    if (0xD800..<0xDC00).contains(value), skip("\\") {
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low) else { throw fault }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw fault }
    return scalar
  }

  private mutating func codeUnit() throws(LineFault) -> UInt32 {
    guard skip("u") else { throw fault }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault }
      value = value << 4 + UInt32(digit)
      position += 1
    }
    return value
  }

  /// A number, kept whole where it is written without fraction or exponent and `Int` holds it.
  mutating func number() throws(LineFault) -> JSONValue {
    let start = position
    _ = skip("-")
    if !skip("0") { try digits() }
    var isWhole = true
    if skip(".") {
      isWhole = false
      try digits()
    }
    if skip("e") || skip("E") {
      isWhole = false
      _ = skip("+") || skip("-")
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      position = start
      throw fault
    }
    return .number(number)
  }

  /// One digit at least.
  private mutating func digits() throws(LineFault) {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw fault }
  }
}
