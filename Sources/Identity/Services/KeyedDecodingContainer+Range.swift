extension KeyedDecodingContainer {
  /// Reads a number; one out of range is an error, for arithmetic on it could crash (F51).
  func decode(_ type: Int.Type, forKey key: Key, in range: ClosedRange<Int>) throws -> Int {
    let number = try decode(type, forKey: key)
    guard range.contains(number) else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "out of range")
    }
    return number
  }
}
