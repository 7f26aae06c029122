extension KeyedDecodingContainer {
  /// An amount of more than nothing; anything else is an error.
  func decodePositive(forKey key: Key) throws -> Money {
    let amount = try decode(Money.self, forKey: key)
    try require(amount.isPositive, forKey: key, "not more than nothing")
    return amount
  }

  /// Throws an error about a key of what is being read, unless something holds.
  func require(_ holds: Bool, forKey key: Key, _ problem: String) throws {
    guard holds else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: problem)
    }
  }
}
