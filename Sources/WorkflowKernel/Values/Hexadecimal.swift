/// Words as hexadecimal digits in lower case, sixteen a word; one list of words has one text.
enum Hexadecimal {
  static func text(of words: UInt64...) -> String {
    words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Reads exactly `count` words; signs, capitals and anything else are no digits.
  static func words(in text: String, count: Int) -> [UInt64]? {
    guard text.utf8.count == count * 16 else { return nil }
    var words: [UInt64] = []
    var word: UInt64 = 0
    for (index, byte) in text.utf8.enumerated() {
      guard let digit = digits.firstIndex(of: byte) else { return nil }
      word = word << 4 | UInt64(digit)
      if index % 16 == 15 {
        words.append(word)
        word = 0
      }
    }
    return words
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
