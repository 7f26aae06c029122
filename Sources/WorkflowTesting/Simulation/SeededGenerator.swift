/// Random numbers that a seed repeats exactly, for simulations: SplitMix64 (Steele, Lea, Flood 2014).
///
/// Not for secrets: whoever sees one number knows all that follow.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// Starts a sequence; the same seed gives the same one everywhere.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number of the sequence.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  /// Whether something that happens so many times in a thousand happens now.
  public mutating func happens(_ perMille: Int) -> Bool {
    next(upperBound: UInt64(1000)) < UInt64(clamping: perMille)
  }
}
