/// 128 bits by which the journal recognizes the repeat of an order without keeping its content.
///
/// Equal orders have equal fingerprints in every process and on every machine: it is computed from what the order
/// encodes, each value mixed with its path, summed so that neither the order of a dictionary's keys nor that of a set's
/// elements matters. It tells an honest repeat from another order; it is no proof against somebody who looks for a
/// collision with their own key.
///
/// Two things are left to the order. A text counts by its UTF-8, so it is composed (NFC) before it comes in, as
/// ``Store`` says. And a type that writes the elements of a set or a dictionary itself, in its own `encode(to:)`, sorts
/// them: what it hands over as a set or a dictionary needs no such care.
public struct Fingerprint: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// Computes the fingerprint of an order under a request key.
  ///
  /// The key is mixed in, so that two orders with the same content do not show it.
  ///
  /// - Throws: what the order's own `encode(to:)` throws.
  public init(of order: some Encodable, under key: RequestKey) throws {
    let sum = FingerprintSum()
    var root = FingerprintPath(seed: 0x243f_6a88_85a3_08d3)
    root.mix(key.rawValue)
    try FingerprintEncoder(sum: sum, path: root).encode(order)
    high = sum.high
    low = sum.low
  }
}

extension Fingerprint: Codable, LosslessStringConvertible {
  /// 32 hexadecimal digits.
  public var description: String { Hexadecimal.text(of: high, low) }

  /// Reads 32 hexadecimal digits in lower case.
  public init?(_ description: String) {
    guard let words = Hexadecimal.words(in: description, count: 2) else { return nil }
    high = words[0]
    low = words[1]
  }

  /// Reads 32 hexadecimal digits; anything else is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let fingerprint = Fingerprint(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not 32 hexadecimal digits")
    }
    self = fingerprint
  }

  /// Writes 32 hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

final class FingerprintSum {
  var high: UInt64 = 0
  var low: UInt64 = 0
  /// The type of the value that is about to encode itself, until something else is.
  var begun: (any Encodable.Type)?

  func add(_ path: FingerprintPath) {
    high &+= FingerprintPath.avalanche(path.first ^ 0x9e37_79b9_7f4a_7c15)
    low &+= FingerprintPath.avalanche(path.second ^ 0xc2b2_ae3d_27d4_eb4f)
  }
}

/// A running hash of where a value stands and what it is, in two lanes.
struct FingerprintPath {
  var first: UInt64
  var second: UInt64

  init(seed: UInt64) {
    first = seed
    second = ~seed
  }

  mutating func mix(_ word: UInt64) {
    first = Self.avalanche(first ^ word)
    second = Self.avalanche(second &* 0x2127_599b_f432_5c37 &+ word)
  }

  mutating func mix(_ text: String) {
    var word: UInt64 = 0
    var count: UInt64 = 0
    for byte in text.utf8 {
      word = word << 8 | UInt64(byte)
      count &+= 1
      if count & 7 == 0 {
        mix(word)
        word = 0
      }
    }
    mix(word)
    mix(count)
  }

  /// The finalizer of MurmurHash3 (public domain): every bit of the input moves every bit of the output.
  static func avalanche(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 33) &* 0xff51_afd7_ed55_8ccd
    word = (word ^ word >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return word ^ word >> 33
  }
}
